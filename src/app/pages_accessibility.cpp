// The accessibility statement: the eleven things that DIGG's regulation (MDFFS 2019:2) and lag (2018:1937) ask for.
#include "app/pages.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

namespace samrum::app {
namespace {

using namespace web;

constexpr std::string_view kReport = "https://www.digg.se/tdosanmalan";

/// When the service was last assessed and these words last looked over: change them when you do either.
const base::Date kAssessed = base::Date::of(2026, 11, 22);
const base::Date kUpdated = base::Date::of(2026, 11, 22);

constexpr std::string_view kShortcomings[] = {"accessibility.shortcoming.readers", "accessibility.shortcoming.charts",
                                              "accessibility.shortcoming.uploads"};

void feedback(module::Call& call, Html& h) {
    paragraph(h, call.words("accessibility.feedback.text"));
    if (!call.house.operator_email.empty())
        paragraph(h, [&] {
            link(h, "mailto:" + call.house.operator_email, [&] { isolated(h, call.house.operator_email); });
        });
}

void statement(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto text = [&](std::string_view part) { return words("accessibility." + std::string(part)); };
    section(h, text("about"), [&] {
        definition_list(h, {{text("actor"), call.house.operator_name.empty() ? text("actor.unnamed") : call.house.operator_name},
                            {text("service"), text("service.text")},
                            {text("status"), text("status.text")},
                            {text("assessed"), [&] { date(h, words, kAssessed); }},
                            {text("updated"), [&] { date(h, words, kUpdated); }},
                            {text("method"), text("method.text")}});
    });
    section(h, text("shortcomings"), [&] {
        std::vector<Content> all;
        for (const auto key : kShortcomings) all.emplace_back(words(key));
        bullets(h, all);
    });
    section(h, text("exceptions"), [&] { paragraph(h, text("exceptions.text")); });
    section(h, text("outside"), [&] { paragraph(h, text("outside.text")); });
    section(h, text("feedback"), [&] { feedback(call, h); });
    section(h, text("report"), [&] {
        paragraph(h, text("report.text"));
        paragraph(h, [&] { link(h, kReport, text("report.link")); });
    });
}

}  // namespace

web::Response accessibility_page(module::Call& call) {
    return module::page(call, {.title = call.words("accessibility.title"), .index = true},
                        [&](Html& h) { statement(call, h); });
}

}  // namespace samrum::app
