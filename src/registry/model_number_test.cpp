#include "registry/model_number.hpp"

#include <gtest/gtest.h>

namespace samrum::registry {
namespace {

NumberTemplate shape(std::string_view text) {
    auto made = NumberTemplate::parse(text);
    EXPECT_TRUE(made) << text;
    return std::move(made).value();
}
std::string problem_of(std::string_view text) {
    const auto made = NumberTemplate::parse(text);
    return made ? "none" : made.problems().front().message.key;
}

TEST(NumberTemplate, WritesAndReadsTheShapesOfDifferentTowns) {
    struct Town {
        const char* shape;
        int year;
        std::int64_t ordinal;
        const char* number;
    };
    for (const Town& one : {Town{"SO {year}/{number:4}", 2019, 89, "SO 2019/0089"},
                            {"KSN-{year}-{number}", 2016, 1422, "KSN-2016-1422"},
                            {"KS/{year}:{number}", 2016, 7, "KS/2016:7"},
                            {"{number:3}/{year} KFN", 2020, 12, "012/2020 KFN"},
                            {"Dnr {number}", 0, 34095, "Dnr 34095"},
                            {"SO {year}/{number:4}", 2019, 12345, "SO 2019/12345"}}) {
        EXPECT_EQ(shape(one.shape).number(one.year, one.ordinal), one.number);
        EXPECT_EQ(shape(one.shape).read(one.number), (NumberTemplate::Read{one.year, one.ordinal})) << one.number;
    }
}

TEST(NumberTemplate, ReadsNothingButWhatItWrites) {
    const auto lund = shape("SO {year}/{number:4}");
    for (const char* wrong : {"", "SO 2019/089", "SO 2019/00089", "so 2019/0089", "SO 2019/0089 ", " SO 2019/0089",
                              "SO2019/0089", "SO 19/0089", "SO 2019-0089", "SO 2019/0000", "SO 2019/008a",
                              "SO 0019/0089", "SO 2019/9999999999999", "SO 2019/", "SO 20190/0089"})
        EXPECT_FALSE(lund.read(wrong)) << wrong;
    EXPECT_FALSE(shape("KS/{year}:{number}").read("KS/2016:07"));
}

TEST(NumberTemplate, ReadsBackEveryNumberOfEveryShapeItAccepts) {
    for (const char* text : {"A{year}-{number}", "{year}.{number:2}.B", "Å {number}/{year}", "n{number:9}x"})
        for (const std::int64_t ordinal : {1, 9, 10, 99, 100, 9999, 10000})
            for (const int year : {1999, 2020}) {
                const auto made = shape(text);
                const NumberTemplate::Read expected{made.has_year() ? year : 0, ordinal};
                EXPECT_EQ(made.read(made.number(year, ordinal)), expected) << text << ordinal;
            }
}

TEST(NumberTemplate, IsRefusedWhereItWouldNotReadBack) {
    EXPECT_EQ(problem_of("  "), "registry.shape.empty");
    EXPECT_EQ(problem_of("SO {year}"), "registry.shape.no_number");
    EXPECT_EQ(problem_of("{number}-{number}"), "registry.shape.two_numbers");
    EXPECT_EQ(problem_of("{year}-{year}-{number}"), "registry.shape.two_years");
    EXPECT_EQ(problem_of("{year}{number}"), "registry.shape.touching");
    EXPECT_EQ(problem_of("SO 2{number}"), "registry.shape.touching");
    EXPECT_EQ(problem_of("{number}1"), "registry.shape.touching");
    EXPECT_EQ(problem_of("SO {yeer}/{number}"), "registry.shape.brace");
    EXPECT_EQ(problem_of("SO {number:0}"), "registry.shape.brace");
    EXPECT_EQ(problem_of("SO {number"), "registry.shape.brace");
    EXPECT_EQ(problem_of("SO }{number}"), "registry.shape.brace");
    EXPECT_EQ(problem_of("SO;{number}"), "registry.shape.sign");
    EXPECT_EQ(problem_of(std::string(60, 'x') + "{number}"), "registry.shape.too_long");
    EXPECT_EQ(NumberTemplate::parse("<{year}{year}").problems().size(), 4U) << "everything is told at once";
}

TEST(TypedNumber, IsWhatAPersonReadsOffAnotherRegistry) {
    EXPECT_EQ(typed_number(" SO 2019/0089 ").value(), "SO 2019/0089");
    EXPECT_EQ(typed_number("").problems().front().message.key, "registry.number.empty");
    EXPECT_EQ(typed_number("SO  2019").problems().front().message.key, "registry.number.sign");
    EXPECT_EQ(typed_number("SO\n2019").problems().front().message.key, "registry.number.sign");
    EXPECT_EQ(typed_number("okänt").problems().front().message.key, "registry.number.no_digit");
    EXPECT_EQ(typed_number(std::string(41, '1')).problems().front().message.key, "registry.number.too_long");
}

}  // namespace
}  // namespace samrum::registry
