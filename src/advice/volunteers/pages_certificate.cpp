// The certificate of a volunteer: what they did, as a tagged PDF to sign. Nothing about any visitor.
#include "advice/volunteers/pages_parts.hpp"
#include "foundation/document/pdf.hpp"
#include "foundation/module/page.hpp"

namespace samrum::advice::volunteers {
namespace {

using document::Facts;
using document::Grid;
using document::Heading;
using document::Paragraph;

constexpr std::int64_t kMinutesOfAnHour = 60;

Facts work_facts(module::Call& call, const Seen& seen) {
    const Volunteer& one = seen.volunteer;
    const auto& words = call.words;
    Facts facts;
    facts.rows.emplace_back(say(call, "certificate.period"), words.period(base::Period(*one.started_on, one.left_on)));
    facts.rows.emplace_back(say(call, "certificate.role"), say(call, "certificate.role.text"));
    if (seen.work.sessions > 0) {
        facts.rows.emplace_back(say(call, "certificate.sessions"), words.number(seen.work.sessions));
        facts.rows.emplace_back(say(call, "certificate.hours"), words.number(seen.work.minutes / kMinutesOfAnHour));
    }
    if (!one.languages.empty())
        facts.rows.emplace_back(say(call, "certificate.languages"), languages_said(call, one.languages));
    if (one.trained_on) facts.rows.emplace_back(say(call, "certificate.trained"), words.date(*one.trained_on));
    return facts;
}

Grid course_grid(module::Call& call, const Seen& seen) {
    Grid grid{say(call, "certificate.courses"),
              {{say(call, "course.title"), false, 3}, {say(call, "course.day"), false, 1.4}},
              {}};
    for (const Course& course : seen.courses) grid.rows.push_back({course.title, call.words.date(course.day)});
    return grid;
}

}  // namespace

std::optional<std::string> certificate_pdf(module::Call& call, const Seen& seen) {
    if (!seen.volunteer.started_on) return std::nullopt;
    const std::string& room = call.head->name;
    // A protected person's name is written in by hand.
    const std::string who = seen.person.name.value_or("________________________________");
    document::Pdf pdf;
    pdf.language = std::string(call.words.language());
    pdf.title = say(call, "certificate.for", {{"name", who}});
    pdf.author = pdf.header = room;
    pdf.footer = say(call, "certificate.made", {{"day", call.words.date(call.today())}});
    pdf.page_of = [&call](int page, int of) {
        return say(call, "certificate.page", {{"page", std::int64_t{page}}, {"of", std::int64_t{of}}});
    };
    const bool ended = seen.volunteer.left_on && *seen.volunteer.left_on <= call.today();
    pdf.blocks = {Heading{1, say(call, "certificate.title")},
                  Paragraph{say(call, ended ? "certificate.was" : "certificate.is", {{"name", who}, {"room", room}})},
                  Paragraph{say(call, "certificate.about")}, Heading{2, say(call, "certificate.work")},
                  work_facts(call, seen)};
    if (!seen.courses.empty()) {
        pdf.blocks.emplace_back(Heading{2, say(call, "certificate.training")});
        pdf.blocks.emplace_back(course_grid(call, seen));
    }
    pdf.blocks.emplace_back(Paragraph{say(call, "certificate.confidential")});
    pdf.blocks.emplace_back(
        document::Signatures{{{say(call, "certificate.place"), say(call, "certificate.signature"), room}}});
    return document::write_pdf(pdf);
}

web::Response certificate_answer(module::Call& call, std::optional<std::string> pdf) {
    if (!pdf) return module::not_found(call);
    auto response = web::Response::file(std::move(*pdf), "application/pdf", say(call, "certificate.file") + ".pdf");
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace samrum::advice::volunteers
