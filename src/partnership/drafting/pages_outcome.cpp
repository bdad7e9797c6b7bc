#include "partnership/drafting/pages_parts.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// The check of a draft, and what a case comes to: rejected, wholly or in part, or decided. Both ask before they do
/// what cannot be undone.
namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

/// The field of what is said about the assessments: the case keeps them, not the draft.
constexpr std::string_view kOfAssessments = "assessments";

/// Problems and notes of one part of the draft, in its place.
struct PartFindings {
    DraftPart part = DraftPart::file();
    std::vector<const base::Problem*> problems;
    std::vector<const base::Problem*> notes;
};

std::vector<PartFindings> by_part(const OpenCase& one) {
    std::vector<PartFindings> all;
    auto parts = parts_of_draft();
    parts.push_back(DraftPart::file());
    for (const DraftPart& part : parts) {
        PartFindings found{part, {}, {}};
        for (const base::Problem& problem : one.problems)
            if (part_of_field(problem.field) == part) found.problems.push_back(&problem);
        for (const base::Problem& note : one.notes)
            if (note.field != kOfAssessments && part_of_field(note.field) == part) found.notes.push_back(&note);
        if (!found.problems.empty() || !found.notes.empty()) all.push_back(std::move(found));
    }
    return all;
}

void findings_shown(Html& h, const Call& call, const OpenCase& one, const PartFindings& found) {
    section(h, part_told(call, found.part), [&] {
        std::vector<Content> lines;
        lines.reserve(found.problems.size());
        for (const base::Problem* problem : found.problems)
            lines.emplace_back([&h, &call, problem] {
                badge(h, Tone::danger, told(call, "check.problem"));
                h.text(" " + call.words(problem->message));
            });
        for (const base::Problem* note : found.notes)
            lines.emplace_back([&h, &call, note] {
                badge(h, Tone::info, told(call, "check.note"));
                h.text(" " + call.words(note->message));
            });
        bullets(h, lines);
        paragraph(h, [&] {
            link(h, case_link(call, one.head.id, "/draft/" + found.part.name()), [&] {
                h.text(told(call, may(one, EventKind::draft_written) ? "check.mend" : "check.look"));
                visually_hidden(h, ": " + part_told(call, found.part));
            });
        });
    });
}

std::vector<Content> assessment_notes(const Call& call, const OpenCase& one) {
    std::vector<Content> lines;
    for (const base::Problem& note : one.notes)
        if (note.field == kOfAssessments) lines.emplace_back(call.words(note.message));
    return lines;
}

/// What the assessments leave open, with the way to them; nothing when there is nothing to say.
void assessment_told(Html& h, const Call& call, const OpenCase& one) {
    const auto lines = assessment_notes(call, one);
    if (lines.empty()) return;
    notice(h, Tone::warning, told(call, "check.assessment"), [&] {
        bullets(h, lines);
        paragraph(h,
                  [&] { link(h, case_link(call, one.head.id, "/assessment"), told(call, "check.assessment.link")); });
    });
}

std::string reason_field(std::size_t index) {
    return "reasons[" + std::to_string(index + 1) + "]";
}

/// The way to a rejection when no criterion speaks against it yet.
Response nothing_against(Call& call, const OpenCase& one) {
    return module::page(call, case_head(call, one, told(call, "reject")), [&](Html& h) {
        empty_state(h, told(call, "reject.nothing"), told(call, "reject.nothing.why"), [&] {
            link_button(h, case_link(call, one.head.id, "/assessment/new"), call.words("partnership.assess.open"));
        });
    });
}

/// The parts that can be turned down, each by a link.
Response choose_part(Call& call, const OpenCase& one) {
    return module::page(call, case_head(call, one, told(call, "reject.part"), "", told(call, "reject.part.lead")),
                        [&](Html& h) {
                            std::vector<Content> links;
                            for (const agreement::Part& part : one.draft.parts)
                                if (part.verdict != agreement::Verdict::rejected)
                                    links.emplace_back([&h, &call, &one, &part] {
                                        link(h, case_link(call, one.head.id, "/reject?part=" + part.key), part.title);
                                    });
                            if (links.empty())
                                return empty_state(h, told(call, "reject.no_parts"), told(call, "reject.no_parts.why"));
                            bullets(h, links);
                        });
}

/// Who decided, when and where it stands.
void decision_fields(Html& h, const Call& call, const FormState& state) {
    text_field(h, state, {.name = "body", .label = told(call, "body"), .width = Width::medium});
    date_field(h, state,
               {.name = "decided_on",
                .label = told(call, "decided_on"),
                .fallback = call.today().iso(),
                .width = Width::medium});
    text_field(h, state,
               {.name = "reference",
                .label = told(call, "reference"),
                .description = told(call, "reference.hint"),
                .optional = true,
                .width = Width::narrow});
}

RejectInput typed_rejection(const Call& call, const OpenCase& one) {
    const auto& form = call.request.form;
    RejectInput input{std::string(form.get("part")),
                      std::string(form.get("body")),
                      std::string(form.get("decided_on")),
                      std::string(form.get("reference")),
                      {},
                      form.get("sure") == "yes"};
    auto against = reasons_against(one, input.part);
    for (std::size_t i = 0; i < against.size(); ++i) {
        against[i].reason = tidy_text(form.get(reason_field(i)));
        input.reasons.push_back(against[i]);
    }
    return input;
}

Response show_reject(Call& call, const OpenCase& one, const std::string& part, const Fields& values,
                     const base::Problems& problems) {
    const auto against = reasons_against(one, part);
    if (against.empty() && problems.empty()) return nothing_against(call, one);
    const agreement::Part* found = one.draft.part(part);
    const std::string title =
        found ? told(call, "reject.part.title", {{"part", found->title}}) : told(call, "reject.whole");
    return module::page(
        call, case_head(call, one, title, "", told(call, found ? "reject.part.about" : "reject.about")),
        [&](Html& h) {
            const FormState state{call.words, values, problems};
            error_summary(h, state);
            form(h, call.csrf, case_link(call, one.head.id, "/reject"), [&] {
                hidden(h, "part", part);
                for (std::size_t i = 0; i < against.size(); ++i)
                    text_area(h, state,
                              {.name = reason_field(i),
                               .label = told(call, "reject.reason", {{"number", static_cast<std::int64_t>(i + 1)}}),
                               .description = against[i].text,
                               .fallback = against[i].reason},
                              3);
                decision_fields(h, call, state);
                checkbox(h, state, {.name = "sure", .label = told(call, found ? "reject.part.sure" : "reject.sure")});
                actions(h, [&] {
                    submit_button(h, title, Variant::primary, Tone::danger);
                    link_button(h, case_link(call, one.head.id), told(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

DecideInput typed_decision(const Call& call) {
    const auto& form = call.request.form;
    return {std::string(form.get("body")),
            std::string(form.get("decided_on")),
            std::string(form.get("reference")),
            std::string(form.get("registry_number")),
            whole_number(form.get("version")).value_or(0),
            form.get("sure") == "yes"};
}

Response show_decide(Call& call, const OpenCase& one, const base::Problems& problems) {
    const auto against = reasons_not_to(call, one, EventKind::decided);
    return module::page(
        call, case_head(call, one, told(call, "decide"), "", told(call, "decide.lead")),
        [&](Html& h) {
            const FormState state{call.words, call.request.form, problems};
            error_summary(h, state);
            if (!against.empty()) {
                std::vector<Content> reasons(against.begin(), against.end());
                return notice(h, Tone::warning, told(call, "decide.not_yet"), [&] {
                    bullets(h, reasons);
                    paragraph(h, [&] { link(h, case_link(call, one.head.id, "/check"), told(call, "tab.check")); });
                });
            }
            assessment_told(h, call, one);
            const auto open = std::ranges::count_if(
                one.comments, [](const Comment& comment) { return !comment.answers && !comment.resolved_on; });
            if (open > 0)
                notice(h, Tone::info, told(call, "comments.open", {{"count", static_cast<std::int64_t>(open)}}),
                       told(call, "decide.comments"));
            form(h, call.csrf, case_link(call, one.head.id, "/decide"), [&] {
                hidden(h, "version", std::to_string(one.head.version));
                paragraph(h, [&] {
                    link(h, case_link(call, one.head.id, "/draft"), version_told(call, one.head.version));
                    h.text(" " + told(call, "decide.version"));
                });
                decision_fields(h, call, state);
                text_field(h, state,
                           {.name = "registry_number",
                            .label = told(call, "registry_number"),
                            .description = told(call, "registry_number.hint"),
                            .width = Width::medium});
                checkbox(h, state, {.name = "sure", .label = told(call, "decide.sure")});
                actions(h, [&] {
                    submit_button(h, told(call, "decide.do"));
                    link_button(h, case_link(call, one.head.id), told(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response check_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    return case_tab(call, *one, "/check", [&](Html& h) {
        const auto count = static_cast<std::int64_t>(one->problems.size());
        notice(h, count ? Tone::warning : Tone::success, told(call, "check.count", {{"count", count}}),
               told(call, count ? "check.count.why" : "check.sound"));
        assessment_told(h, call, *one);
        for (const PartFindings& found : by_part(*one)) findings_shown(h, call, *one, found);
    });
}

Response reject_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one || !may(*one, EventKind::rejected)) return module::not_found(call);
    if (!one->facts.assessed) return nothing_against(call, *one);
    const std::string part(call.request.query.get("part"));
    if (call.request.query.get("whole") == "no") return choose_part(call, *one);
    if (!part.empty() && !one->draft.part(part)) return module::not_found(call);
    return show_reject(call, *one, part, {}, {});
}

Response reject_now(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    const RejectInput input = typed_rejection(call, *one);
    const auto done = reject(call.room(), call.caller, call.today(), call.now(), one->head.id, input);
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        return show_reject(call, *one, input.part, call.request.form, done.problems());
    }
    announce_case(call);
    return call.done(case_link(call, one->head.id), input.part.empty() ? "partnership.drafting.flash.rejected"
                                                                       : "partnership.drafting.flash.part_rejected");
}

Response decide_page(Call& call) {
    const auto one = open_of_path(call);
    if (!one || !may(*one, EventKind::decided)) return module::not_found(call);
    return show_decide(call, *one, {});
}

Response decide_now(Call& call) {
    const auto one = open_of_path(call);
    if (!one) return module::not_found(call);
    const auto done = decide(call.room(), call.lobby(), *call.head, call.caller, call.today(), call.now(), one->head.id,
                             typed_decision(call));
    if (!done) {
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        const auto now = open_of_path(call);
        return show_decide(call, now ? *now : *one, done.problems());
    }
    announce_case(call);
    return call.done(call.link("/agreements/" + done->text() + "/papers"), "partnership.drafting.flash.decided");
}

}  // namespace samrum::partnership::drafting
