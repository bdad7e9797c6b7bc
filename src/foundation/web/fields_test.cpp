#include "foundation/web/fields.hpp"

#include "foundation/base/embedded.hpp"

#include <gtest/gtest.h>
#include <span>

std::span<const samrum::base::EmbeddedFile> samrum_messages();  // made by samrum_embed

namespace samrum::web {
namespace {

const Words& swedish() {
    static const auto catalogues = text::Catalogues::load(samrum_messages());
    return catalogues->words("sv");
}

std::string written(auto&& write) {
    std::string sink;
    Html h(sink);
    write(h);
    return sink;
}

bool holds(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

FormState with_problem() {
    FormState state{.words = swedish()};
    state.values.add("day", "i \"går\"");
    state.problems.push_back(base::problem("day", "base.date.unreadable", {{"text", std::string("i går")}}));
    state.problems.push_back(base::problem("", "web.table.empty"));
    return state;
}

TEST(Fields, AProblemIsWiredToItsFieldAndInputIsKept) {
    const FormState state = with_problem();
    const std::string html = written(
        [&](Html& h) { text_field(h, state, {.name = "day", .label = "Datum", .description = "År, månad, dag"}); });
    EXPECT_TRUE(holds(html, R"(<label class="ds-label" for="field-day">Datum</label>)"));
    EXPECT_TRUE(holds(html, R"(value="i &quot;går&quot;")"));
    EXPECT_TRUE(holds(html, R"(aria-describedby="field-day-description field-day-error" aria-invalid="true")"));
    EXPECT_TRUE(holds(html, R"(id="field-day-error")"));
    EXPECT_TRUE(holds(html, R"( required="")"));
}

TEST(Fields, AFieldWithoutProblemHasNoTraceOfOne) {
    const FormState state{.words = swedish()};
    const std::string html = written([&](Html& h) {
        money_field(h, state, {.name = "sum", .label = "Belopp", .optional = true, .fallback = "520 000"});
    });
    EXPECT_FALSE(holds(html, "aria-invalid"));
    EXPECT_FALSE(holds(html, "aria-describedby"));
    EXPECT_FALSE(holds(html, "required"));
    EXPECT_TRUE(holds(html, "(frivilligt)"));
    EXPECT_TRUE(holds(html, R"(value="520 000")"));
    EXPECT_TRUE(holds(html, R"(inputmode="decimal")"));
}

TEST(Fields, TheSummaryLinksToFieldsAndTellsTheRest) {
    const FormState state = with_problem();
    const std::string html = written([&](Html& h) { error_summary(h, state); });
    EXPECT_TRUE(holds(html, R"(role="alert" tabindex="-1")"));
    EXPECT_TRUE(holds(html, R"(href="#field-day")"));
    EXPECT_TRUE(holds(html, "<li>" + swedish()("web.table.empty") + "</li>"));
    EXPECT_EQ(written([&](Html& h) { error_summary(h, FormState{.words = swedish()}); }), "");
}

TEST(Fields, OneSentenceAboutTwoFieldsNamesEach) {
    FormState state{.words = swedish()};
    for (const char* field : {"first", "last"}) state.problems.push_back(base::problem(field, "base.date.missing"));
    state.problems.push_back(base::problem("email", "base.email.missing"));
    const std::string html = written([&](Html& h) {
        error_summary(h, state);
        date_field(h, state, {.name = "first", .label = "Från <och> med"});
        date_field(h, state, {.name = "last", .label = "Till och med"});
        email_field(h, state, {.name = "email", .label = "E-post"});
    });
    const std::string sentence = swedish()("base.date.missing");
    EXPECT_TRUE(holds(html, ">Från &lt;och&gt; med: </span>" + sentence));
    EXPECT_TRUE(holds(html, ">Till och med: </span>" + sentence));
    EXPECT_FALSE(holds(html, "E-post: ")) << "a sentence that stands once says enough";
}

TEST(Fields, APasswordIsNeverShownAgain) {
    FormState state{.words = swedish()};
    state.values.add("password", "hemligt");
    EXPECT_FALSE(holds(written([&](Html& h) { password_field(h, state, {.name = "password", .label = "Lösenord"}); }),
                       "hemligt"));
}

TEST(Fields, ChoicesKeepWhatWasChosen) {
    FormState state{.words = swedish()};
    state.values.add("languages", "ar");
    state.values.add("languages", "so");
    const std::string html = written([&](Html& h) {
        checkbox_fields(h, state, {.name = "languages", .label = "Språk", .fallback = "ti"},
                        {{"ar", "Arabiska"}, {"ti", "Tigrinska"}, {"so", "Somaliska"}});
    });
    EXPECT_TRUE(holds(html, R"(id="field-languages" name="languages" value="ar" checked="")"));
    EXPECT_FALSE(holds(html, R"(value="ti" checked="")"));
    EXPECT_TRUE(holds(html, R"(id="field-languages-2" name="languages" value="so" checked="")"));
}

TEST(Fields, ASelectWithoutAChoiceOffersNone) {
    const FormState state{.words = swedish()};
    const auto select = [&](std::string fallback) {
        return written([&](Html& h) {
            select_field(h, state, {.name = "kind", .label = "Sort", .fallback = fallback}, {{"a", "A"}});
        });
    };
    EXPECT_TRUE(holds(select(""), R"(<option value="">Välj</option>)"));
    EXPECT_FALSE(holds(select("a"), R"(<option value="">)"));
}

TEST(Fields, TextThatBeginsWithALineBreakComesBackWhole) {
    FormState state{.words = swedish()};
    state.values.add("note", "\nrad</textarea>");
    EXPECT_TRUE(holds(written([&](Html& h) { text_area(h, state, {.name = "note", .label = "Text"}); }),
                      ">\n\nrad&lt;/textarea&gt;</textarea>"));
}

}  // namespace
}  // namespace samrum::web
