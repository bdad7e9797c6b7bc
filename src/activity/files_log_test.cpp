#include "activity/files_log.hpp"

#include "activity/rules_entry.hpp"
#include "foundation/document/csv.hpp"

#include <gtest/gtest.h>

namespace samrum::activity {
namespace {

using document::read_csv, document::write_csv_record, document::without_formula_guard;

std::vector<std::vector<std::string>> cells(std::string_view bytes) {
    std::vector<std::vector<std::string>> all;
    const auto file = read_csv(bytes);
    EXPECT_TRUE(file.problems.empty());
    for (const auto& record : file.records) all.push_back(record.cells);
    return all;
}

TEST(Csv, ReadsWhatPeopleSave) {
    const std::vector<std::vector<std::string>> expected{{"a", "b"}, {"1", "x;y"}};
    EXPECT_EQ(cells("a;b\r\n1;\"x;y\"\r\n"), expected);
    EXPECT_EQ(cells("\xEF\xBB\xBF"
                    "a,b\n1,x;y"),
              expected);
    EXPECT_EQ(cells("a,b\r1,x;y\r"), expected);
    EXPECT_EQ(cells("a,b\n\n , \n1,x;y\n\n"), expected) << "blank lines are passed over";
    EXPECT_EQ(cells("a\n\"say \"\"hi\"\"\nthere\"\nz").at(1).at(0), "say \"hi\"\nthere");
    EXPECT_EQ(cells("a,b\n1,").at(1), (std::vector<std::string>{"1", ""}));
}

TEST(Csv, TellsTheLineOfABrokenQuote) {
    const auto stray = read_csv("a,b\n\"x\"y,z\n");
    EXPECT_EQ(stray.problems.at(0).message.key, "document.csv.quote_stray");
    EXPECT_EQ(stray.problems.at(0).line, 2);
    EXPECT_EQ(stray.records.size(), 1U) << "those before the broken one";
    EXPECT_EQ(read_csv("a\nb\n\"c").problems.at(0).line, 3);
    EXPECT_EQ(read_csv("\n\n").problems.at(0).message.key, "document.csv.empty");
    EXPECT_EQ(read_csv("dag;plats\nl\xE5ng;x").problems.at(0).message.key, "document.csv.not_utf8");
    EXPECT_EQ(read_csv("a\n\"x\ny\"\nz").records.at(2).line, 4) << "line breaks in quotes are lines of the file";
}

TEST(Csv, GuardsAgainstFormulas) {
    std::string sink;
    write_csv_record(sink, {"=1+1", "+46", "-", "@x", "plain", "a\"b", "c;d", ""}, ';');
    EXPECT_EQ(sink, "'=1+1;'+46;'-;'@x;plain;\"a\"\"b\";\"c;d\";\r\n");
    for (const char* cell : {"=1+1", "@x", "it's", "'quoted'", "'=x", "''-", ""}) {
        std::string one;
        write_csv_record(one, {cell, "end"}, ',');
        EXPECT_EQ(without_formula_guard(cells(one).at(0).at(0)), cell);
    }
}

TEST(LogFile, KnowsSwedishAndEnglishHeadings) {
    const auto swedish =
        read_log_file("Datum;Plats;Besökare;Volontärtimmar;Kommentar\n2020-01-28;Linero;5;7,5;syntetisk\n").lines;
    ASSERT_EQ(swedish.size(), 1U);
    EXPECT_EQ(swedish[0].line, 2);
    EXPECT_EQ(swedish[0].draft.place, "Linero");
    EXPECT_EQ(swedish[0].draft.participants, "5");
    EXPECT_EQ(swedish[0].draft.hours, "7,5");
    EXPECT_EQ(read_log_file("day,place,participants\n2020-01-28,Linero,5\n").lines.at(0).draft.participants, "5");
}

TEST(LogFile, TellsEveryProblemOfTheHeadingAndOfLongLines) {
    const auto [lines, headings, problems] = read_log_file("plats,plats,väder\nLinero,x,sol,extra\n");
    EXPECT_TRUE(lines.empty()) << "under wrong headings nothing is judged";
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].message.key, "document.csv.heading_twice");
    EXPECT_EQ(problems[1].message.key, "document.csv.heading_unknown");
    EXPECT_EQ(problems[2].message.key, "document.csv.day_column_missing");
    EXPECT_EQ(problems[3].message.key, "document.csv.line_long");
    EXPECT_EQ(problems[3].line, 2);
}

TEST(LogFile, WhatIsWrittenIsReadAgain) {
    const PlaceId place = PlaceId::ordered();
    const ActivityId activity = ActivityId::ordered();
    const auto name = [&](const base::Uuid& id) {
        return std::string(id == place.uuid() ? "Stadsbiblioteket; Lund" : "RådRum");
    };
    const Names names{[&](std::string_view) { return std::optional(place); },
                      [&](std::string_view) { return std::optional(activity); }};
    Facts session{.day = base::Date::of(2020, 1, 28),
                  .start = base::ClockTime{960},
                  .place = place,
                  .activity = activity,
                  .participants = 5,
                  .women = 3,
                  .volunteers = 4,
                  .volunteer_minutes = 630};
    Facts evening{.kind = Kind::theme_evening, .day = base::Date::of(2019, 11, 14), .title = "=Bostad, \"hyra\""};
    Facts left{.kind = Kind::volunteers_left,
               .day = base::Date::of(2019, 5, 1),
               .activity = activity,
               .count = 2,
               .reason = LeaveReason::studies};
    Facts cancelled{.day = base::Date::of(2020, 1, 21), .place = place, .activity = activity, .cancelled = true};
    StatedFigure figure{
        .of = FigureOf::volunteer_hours, .value = 1400, .approximate = true, .source = "Tjänsteskrivelse"};
    for (FileLanguage language : {FileLanguage::swedish, FileLanguage::english}) {
        std::string bytes;
        LogFileWriter writer(bytes, language, name);
        for (const Facts* facts : {&session, &evening, &left, &cancelled}) writer.write(*facts);
        writer.write(figure);
        const auto lines = read_log_file(bytes).lines;
        ASSERT_EQ(lines.size(), 5U);
        const Facts* expected[] = {&session, &evening, &left, &cancelled};
        for (std::size_t i = 0; i < 4; ++i) {
            const auto facts = read_facts(lines[i].draft, names, base::Date::of(2020, 1, 31));
            ASSERT_TRUE(facts) << facts.problems().at(0).field << facts.problems().at(0).message.key;
            EXPECT_EQ(*facts, *expected[i]) << i;
        }
        EXPECT_EQ(read_figure(lines[4].draft, names, base::Date::of(2020, 1, 31)).value(), figure);
    }
}

}  // namespace
}  // namespace samrum::activity
