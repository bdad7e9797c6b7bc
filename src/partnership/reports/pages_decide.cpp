#include "partnership/reports/pages_decide.hpp"

#include "foundation/web/fields.hpp"
#include "partnership/reports/actions_agenda.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/rules_state.hpp"

namespace samrum::partnership::reports {
namespace {

using module::Call;
using web::Html;

/// Where the form of a step leads, below the report.
std::string_view path_of(Step step) {
    switch (step) {
        case Step::submit:
            return "/submit";
        case Step::send_back:
            return "/send-back";
        case Step::approve:
            return "/approve";
        case Step::to_committee:
            return "/committee";
        case Step::correct:
            break;
    }
    return "/correct";
}

std::string to(const Call& call, const ReportOfPath& all, std::string_view below) {
    return report_link(call, all.agreement.head.id, all.report.id, below);
}

void send_back_form(Html& h, const Call& call, const ReportOfPath& all, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, to(call, all, path_of(Step::send_back)), [&] {
        std::vector<web::Option> parties;
        parties.reserve(all.report.parts.size());
        for (const Part& one : all.report.parts) parties.push_back({one.party, one.name, ""});
        web::radio_fields(h, state, {.name = "party", .label = words("report.return.whose")}, parties);
        web::text_area(
            h, state,
            {.name = "why", .label = words("report.return.why_label"), .description = words("report.return.help")});
        web::submit_button(h, words("report.step.send_back"), web::Variant::secondary);
    });
}

void approve_form(Html& h, Call& call, const ReportOfPath& all, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, to(call, all, path_of(Step::approve)), [&] {
        web::date_field(h, state,
                        {.name = "day", .label = words("report.approve.day"), .fallback = call.today().iso()});
        web::text_field(
            h, state,
            {.name = "by", .label = words("report.approve.by"), .fallback = words("report.approve.by_default")});
        const auto meetings = meetings_to_choose(call.room(), call.caller, all.agreement.head.id, words);
        if (meetings.empty()) {
            web::text_field(h, state,
                            {.name = "meeting",
                             .label = words("report.approve.meeting"),
                             .description = words("report.approve.meeting_help"),
                             .optional = true});
        } else {
            std::vector<web::Option> options{{"", words("report.approve.no_meeting"), ""}};
            for (const std::string& one : meetings) options.push_back({one, one, ""});
            web::select_field(h, state, {.name = "meeting", .label = words("report.approve.meeting"), .optional = true},
                              options);
        }
        web::submit_button(h, words("report.step.approve"));
    });
}

void committee_form(Html& h, const Call& call, const ReportOfPath& all, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, to(call, all, path_of(Step::to_committee)), [&] {
        web::date_field(h, state,
                        {.name = "day", .label = words("report.committee.day"), .fallback = call.today().iso()});
        web::text_field(h, state, {.name = "committee", .label = words("report.committee.which")});
        web::submit_button(h, words("report.step.to_committee"), web::Variant::secondary);
    });
}

void publish_form(Html& h, const Call& call, const ReportOfPath& all) {
    const auto& words = call.words;
    const bool published = all.report.published;
    web::form(h, call.csrf, to(call, all, "/publish"), [&] {
        web::hidden(h, "published", published ? "no" : "yes");
        web::submit_button(h, words(published ? "report.unpublish" : "report.publish"), web::Variant::secondary);
    });
}

/// One arrow: what it does, and why it is there.
void arrow_part(Html& h, Call& call, const ReportOfPath& all, const Arrow& arrow, const web::FormState& state) {
    const auto& words = call.words;
    const std::string step(word_of(arrow.step));
    web::details(
        h, words("report.step." + step),
        [&] {
            web::paragraph(h, words(arrow.reason));
            if (arrow.step == Step::send_back) send_back_form(h, call, all, state);
            if (arrow.step == Step::approve) approve_form(h, call, all, state);
            if (arrow.step == Step::to_committee) committee_form(h, call, all, state);
            if (arrow.step == Step::correct)
                web::form(h, call.csrf, to(call, all, path_of(Step::correct)),
                          [&] { web::submit_button(h, words("report.step.correct"), web::Variant::secondary); });
        },
        call.request.path.ends_with(path_of(arrow.step)));
}

web::Response decided(Call& call, const ReportOfPath& all, const base::Result<base::Done>& done, const char* flash) {
    if (done) return call.done(to(call, all, ""), flash);
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return shown_report(call, all, done.problems());
}

}  // namespace

void decisions_part(Html& h, Call& call, const ReportOfPath& all, const base::Problems& problems) {
    const auto& words = call.words;
    const bool decides = may_decide(call, all.agreement.head);
    const bool corrects = may_write_part(call) && all.report.approved_on;
    if (!decides && !corrects) return;
    if (all.report.state == State::draft) return;
    const web::FormState state{words, call.request.form, problems};
    web::section(h, words("report.steps"), [&] {
        if (all.report.state != State::draft) web::error_summary(h, state);
        for (const Arrow& one : arrows()) {
            if (one.from != all.report.state) continue;
            if (one.step == Step::correct ? corrects : decides) arrow_part(h, call, all, one, state);
        }
        if (decides && all.report.approved_on) {
            web::paragraph(h, words(all.report.published ? "report.published_why" : "report.unpublished_why"));
            publish_form(h, call, all);
        }
    });
}

web::Response send_back_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const auto& form = call.request.form;
    return decided(call, *all,
                   send_back(call.room(), call.house, call.caller, all->agreement.head.id, all->report.id,
                             form.get("party"), std::string(form.get("why"))),
                   "report.flash.sent_back");
}

web::Response approve_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const auto& form = call.request.form;
    return decided(
        call, *all,
        approve(call.room(), call.house, call.caller, all->agreement.head.id, all->report.id,
                {std::string(form.get("day")), std::string(form.get("by")), std::string(form.get("meeting"))}),
        "report.flash.approved");
}

web::Response committee_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const auto& form = call.request.form;
    return decided(call, *all,
                   to_committee(call.room(), call.house, call.caller, all->agreement.head.id, all->report.id,
                                std::string(form.get("day")), std::string(form.get("committee"))),
                   "report.flash.committee");
}

web::Response publish_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const bool published = call.request.form.get("published") == "yes";
    return decided(call, *all, publish(call.room(), call.caller, all->agreement.head.id, all->report.id, published),
                   published ? "report.flash.published" : "report.flash.unpublished");
}

web::Response correct_action(Call& call) {
    const auto all = report_of_path(call);
    if (!all) return module::not_found(call);
    const auto next = correct(call.room(), call.house, call.caller, all->agreement.head.id, all->report.id);
    if (next) return call.done(report_link(call, all->agreement.head.id, *next), "report.flash.correction");
    if (auto refused = module::refused_page(call, next.problems())) return *std::move(refused);
    return shown_report(call, *all, next.problems());
}

}  // namespace samrum::partnership::reports
