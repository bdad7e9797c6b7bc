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
    if (call.house.operator_email.empty())
        paragraph(h, call.words("accessibility.feedback.no_address"));
    else
        paragraph(h, [&] {
            link(h, "mailto:" + call.house.operator_email, [&] { isolated(h, call.house.operator_email); });
        });
}

void statement(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto part_of = [&](std::string_view part) { return words("accessibility." + std::string(part)); };
    section(h, part_of("about"), [&] {
        definition_list(h, {{part_of("actor"),
                             call.house.operator_name.empty() ? part_of("actor.unnamed") : call.house.operator_name},
                            {part_of("service"), part_of("service.text")},
                            {part_of("status"), part_of("status.text")},
                            {part_of("assessed"), [&] { date(h, words, kAssessed); }},
                            {part_of("updated"), [&] { date(h, words, kUpdated); }},
                            {part_of("method"), part_of("method.text")}});
    });
    section(h, part_of("shortcomings"), [&] {
        std::vector<Content> all;
        for (const auto key : kShortcomings) all.emplace_back(words(key));
        bullets(h, all);
    });
    section(h, part_of("exceptions"), [&] { paragraph(h, part_of("exceptions.text")); });
    section(h, part_of("outside"), [&] { paragraph(h, part_of("outside.text")); });
    section(h, part_of("feedback"), [&] { feedback(call, h); });
    section(h, part_of("report"), [&] {
        paragraph(h, part_of("report.text"));
        paragraph(h, [&] { link(h, kReport, part_of("report.link")); });
    });
}

}  // namespace

web::Response accessibility_page(module::Call& call) {
    return module::page(call, {.title = call.words("accessibility.title"), .index = true},
                        [&](Html& h) { statement(call, h); });
}

}  // namespace samrum::app
