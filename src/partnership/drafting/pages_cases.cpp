#include "directory/actions_organisation.hpp"
#include "foundation/text/words.hpp"
#include "partnership/drafting/pages_parts.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_read.hpp"

#include <algorithm>

/// The room's cases, and opening one.
namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

std::string associations_of(const Case& one) {
    std::string names;
    for (const CaseParty& party : one.associations) names += (names.empty() ? "" : ", ") + party.name;
    return names;
}

/// A case as the list shows it, with where it stands today.
struct Listed {
    Case one;
    State state;
};

std::vector<Listed> found_cases(Call& call) {
    std::vector<Listed> found;
    const std::string wanted = text::folded(std::string(call.request.query.get("search")));
    const auto state = agreement::value_of<State>(call.request.query.get("state"));
    for (Case& one : list_cases(call.room(), call.caller)) {
        const State now = standing(call.room(), one, call.today());
        if (state && now != *state) continue;
        const std::string text = text::folded(one.title + " " + one.activity + " " + associations_of(one) + " " +
                                              std::to_string(one.number));
        if (text.find(wanted) != std::string::npos) found.push_back({std::move(one), now});
    }
    return found;
}

void sort_cases(std::vector<Listed>& all, const ListView& view) {
    const auto key = [&](const Listed& one) -> std::string {
        if (view.sort == "title") return text::folded(one.one.title);
        if (view.sort == "state") return {static_cast<char>('a' + static_cast<int>(one.state))};
        return one.one.opened_on.iso();
    };
    std::ranges::stable_sort(
        all, [&](const Listed& a, const Listed& b) { return view.descending ? key(b) < key(a) : key(a) < key(b); });
}

void cases_table(Html& h, Call& call) {
    auto all = found_cases(call);
    Table shown{.caption = told(call, "cases"),
                .hide_caption = true,
                .columns = {{.label = told(call, "column.case"), .key = "title"},
                            {.label = told(call, "column.associations")},
                            {.label = told(call, "column.state"), .key = "state"},
                            {.label = told(call, "column.opened"), .key = "opened"},
                            {.label = told(call, "column.officer")}},
                .total = static_cast<std::int64_t>(all.size()),
                .path = call.link("/cases"),
                .query = call.request.query,
                .empty = told(call, "cases.none_found")};
    const ListView view =
        list_view(call.request.query, shown.columns, {.sort = "opened", .descending = true, .page_size = 25});
    shown.view = view;
    sort_cases(all, view);
    table(h, call.words, shown, [&](Rows& rows) {
        const auto from = static_cast<std::size_t>(std::min<std::int64_t>(view.offset(), shown.total));
        const std::size_t to = std::min(all.size(), from + static_cast<std::size_t>(view.page_size));
        for (std::size_t i = from; i < to; ++i) {
            const Listed& one = all[i];
            rows.row({[&] { link(h, case_link(call, one.one.id), one.one.title); },
                      [&] { name(h, associations_of(one.one)); }, [&] { state_badge(h, call, one.state); },
                      [&] { date(h, call.words, one.one.opened_on); }, one.one.officer});
        }
    });
}

void filter_form(Html& h, Call& call) {
    query_form(h, call.link("/cases"), [&] {
        const FormState state{call.words, call.request.query, {}};
        search_field(h, state, {.name = "search", .label = told(call, "search"), .optional = true, .unmarked = true});
        std::vector<Option> options{{"", told(call, "search.every_state"), ""}};
        for (const auto& one : changes::kStates)
            options.push_back({std::string(one.word), state_told(call, one.value), ""});
        select_field(h, state, {.name = "state", .label = told(call, "column.state"), .width = Width::medium}, options);
        submit_button(h, told(call, "search.show"), Variant::secondary);
    });
}

/// The enquiry that a new case begins with: named in the address, then in the form.
std::optional<enquiry::Enquiry> enquiry_of_form(Call& call) {
    const auto& form = call.request.form;
    const auto id =
        enquiry::EnquiryId::parse(form.has("enquiry") ? form.get("enquiry") : call.request.query.get("enquiry"));
    return id ? enquiry::find_enquiry(call.room(), call.caller, *id) : std::nullopt;
}

/// Enquiries that were taken to assessment and have no case yet.
void waiting_enquiries(Html& h, Call& call) {
    std::vector<Content> waiting;
    for (const enquiry::Enquiry& one : enquiry::list_enquiries(call.room(), call.caller))
        if (one.state == enquiry::State::assessment && !case_of_enquiry(call.room(), call.caller, one.id.uuid()))
            waiting.emplace_back([&h, to = call.link("/cases/new?enquiry=" + one.id.text()),
                                  label = one.number() + ", " + one.organisation] { link(h, to, label); });
    if (!waiting.empty()) section(h, told(call, "enquiries"), [&] { bullets(h, waiting); });
}

CaseInput typed_case(const Call& call) {
    const auto& form = call.request.form;
    CaseInput input{std::string(form.get("title")), std::string(form.get("activity")), {}};
    for (const std::string_view one : form.every("associations"))
        if (!one.empty()) input.associations.emplace_back(one);
    return input;
}

Response show_new_case(Call& call, const base::Problems& problems) {
    const module::PageHead head{.title = told(call, "new"),
                                .crumbs = {{told(call, "cases"), call.link("/cases")}},
                                .lead = told(call, "new.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            const FormState state{call.words, call.request.form, problems};
            error_summary(h, state);
            std::vector<Option> organisations;
            for (const auto& one : directory::list_organisations(call.lobby()))
                if (!directory::is_public(one.type)) organisations.push_back({one.id.text(), one.name, ""});
            if (organisations.empty())
                return empty_state(h, told(call, "new.no_associations"), told(call, "new.no_associations.why"),
                                   [&] { link_button(h, call.link("/organisations"), told(call, "new.to_register")); });
            const auto asked = enquiry_of_form(call);
            if (asked)
                notice(h, Tone::info,
                       told(call, "enquiry", {{"number", asked->number()}, {"who", asked->organisation}}), asked->what);
            form(h, call.csrf, call.link("/cases/new"), [&] {
                if (asked) hidden(h, "enquiry", asked->id.text());
                text_field(h, state,
                           {.name = "title", .label = told(call, "title"), .description = told(call, "title.hint")});
                text_field(h, state,
                           {.name = "activity",
                            .label = told(call, "activity"),
                            .description = told(call, "activity.hint"),
                            .width = Width::medium});
                checkbox_fields(h, state, {.name = "associations", .label = told(call, "associations")}, organisations);
                actions(h, [&] {
                    submit_button(h, told(call, "new.do"));
                    link_button(h, call.link("/cases"), told(call, "cancel"), Variant::tertiary);
                });
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response cases_page(Call& call) {
    const bool keeps = call.head->is_public_party && module::may_anywhere(call.caller, kKeepCases);
    const bool any = !list_cases(call.room(), call.caller).empty();
    return module::page(call, {.title = told(call, "cases"), .own_heading = true, .wide = true}, [&](Html& h) {
        page_heading(h, {.title = told(call, "cases"), .lead = told(call, "cases.lead"), .actions = [&] {
                             if (!keeps) return;
                             link_button(h, call.link("/cases/new"), told(call, "new"));
                             link_button(h, call.link("/cases/template"), told(call, "template"), Variant::secondary);
                         }});
        if (!any) {
            empty_state(h, told(call, "cases.none"), told(call, keeps ? "cases.none.officer" : "cases.none.partner"));
        } else {
            filter_form(h, call);
            cases_table(h, call);
        }
        if (keeps) waiting_enquiries(h, call);
        paragraph(h, [&] { link(h, call.link("/cases/states"), told(call, "states.link")); });
    });
}

Response new_case_page(Call& call) {
    if (!call.head->is_public_party) return module::not_found(call);
    return show_new_case(call, {});
}

Response new_case_now(Call& call) {
    CaseInput input = typed_case(call);
    const auto asked = enquiry_of_form(call);
    AlsoOpened also;
    if (asked) {
        input.enquiry = asked->id.uuid();
        also = [&](store::Transaction& tx, CaseId) {
            return enquiry::take_to_assessment(tx, call.caller.actor(), call.today(), asked->id);
        };
    }
    const auto done =
        begin_case(call.room(), call.lobby(), *call.head, call.caller, call.today(), call.now(), input, also);
    if (done) return call.done(case_link(call, *done), "partnership.drafting.flash.opened");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return show_new_case(call, done.problems());
}

}  // namespace samrum::partnership::drafting
