#include "partnership/drafting/actions_write.hpp"

#include "partnership/agreement/files.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/drafting/actions_draft.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/rules_draft.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::drafting {

namespace {

/// Whoever asked is told what it came to, or that it is taken up again, where the case began with an enquiry.
void tell_enquiry_of(store::Transaction& tx, const module::Caller& caller, const Case& one, const CaseEvent& event) {
    if (!one.enquiry) return;
    const enquiry::EnquiryId asked{*one.enquiry};
    std::string why = event.text;
    for (const CriterionReason& reason : event.reasons) why += "\n\n" + reason.text + "\n" + reason.reason;
    const auto close = [&](enquiry::Outcome outcome) {
        enquiry::close_from_case(tx, caller.actor(), event.on, asked, outcome, why);
    };
    if (event.kind == EventKind::decided) close(enquiry::Outcome::agreement);
    if (event.kind == EventKind::rejected) close(enquiry::Outcome::none);
    if (event.kind == EventKind::withdrawn) close(enquiry::Outcome::withdrawn);
    if (event.kind == EventKind::reopened) enquiry::reopen_from_case(tx, caller.actor(), asked);
}

}  // namespace

base::Result<Held> hold(store::Transaction& tx, const module::Caller& caller, CaseId id) {
    tx.lock("draft/" + id.text());
    auto one = load_case(tx, id);
    const auto acting = one ? acting_in(caller, *one) : std::nullopt;
    if (!acting) return module::refusal();
    return Held{std::move(*one), *acting};
}

base::Result<Held> hold_for(store::Transaction& tx, const module::Caller& caller, CaseId id, EventKind kind) {
    auto held = hold(tx, caller, id);
    if (!held) return held;
    if (auto problems = changes::judge_case(held->one.state, kind, held->acting.side, {}); !problems.empty())
        return problems;
    return held;
}

CaseEvent line_of(const module::Caller& caller, const Acting& acting, base::Date today, EventKind kind,
                  const std::string& text) {
    CaseEvent event;
    event.kind = kind;
    event.on = today;
    event.text = text;
    event.by = caller.label;
    event.side = acting.side;
    event.organisation = acting.organisation;
    return event;
}

void write_line(store::Transaction& tx, const module::Caller& caller, Case& one, const CaseEvent& event) {
    insert_case_event(tx, one.id, event);
    one.state = changes::after(one.state, event.kind);
    if (event.kind == EventKind::part_rejected) one.rejected_in_part = true;
    update_case(tx, one);
    tell_enquiry_of(tx, caller, one, event);
    tx.journal(
        caller.actor(),
        {"partnership.case_" + std::string(word_of(event.kind)), one.id.text(),
         nlohmann::json{{"number", one.number}, {"state", word_of(one.state)}, {"version", one.version}}.dump()});
}

changes::CaseFacts facts_of(const Case& one, const std::vector<CaseEvent>& events, const Agreement& draft,
                            const std::vector<agreement::AssessedSet>& assessments, const base::Problems& problems) {
    changes::CaseFacts facts;
    facts.assessed = !assessments.empty();
    facts.eligible = std::ranges::none_of(assessments, [](const agreement::AssessedSet& set) {
        return set.newest.judged.part.empty() && set.newest.judged.outcome == agreement::Outcome::not_eligible;
    });
    facts.has_parts = parts_left(draft) > 0;
    facts.sound = problems.empty();
    facts.agreed = all_agree(one, events, one.version);
    return facts;
}

std::vector<agreement::AssessedSet> assessed_sets(store::Reader& room, CaseId id, const Agreement& draft) {
    auto sets = agreement::shipped_criteria();
    sets.insert(sets.end(), draft.criteria_sets.begin(), draft.criteria_sets.end());
    std::vector<agreement::JudgedAssessment> all;
    for (agreement::ArchivedAssessment& one : load_assessments(room, id))
        all.push_back(agreement::judged(std::move(one), draft, sets));
    return agreement::by_set(std::move(all));
}

base::Problems problems_of(store::Reader& room, const Agreement& draft) {
    base::Problems problems;
    if (const auto file = agreement::read_agreement(agreement::write_agreement(draft)); !file)
        problems = file.problems();
    for (base::Problem& one : problems) one.line.reset();
    std::vector<Agreement> templates;
    for (const Template& one : every_template(room)) templates.push_back(read_template(one.document));
    for (auto& one : missing_in(draft, templates)) problems.push_back(std::move(one));
    return problems;
}

void write_version(store::Transaction& tx, const module::Caller& caller, const Acting& acting, base::Instant now,
                   Case& one, const Agreement& draft, DraftVersion version) {
    version.number = ++one.version;
    version.document = agreement::write_agreement(draft);
    version.hash = agreement::content_hash(version.document);
    version.made_at = now;
    version.made_by = caller.label;
    version.side = acting.side;
    insert_version(tx, one.id, version);
    one.title = draft.title;
    one.activity = draft.activity;
    update_case(tx, one);
    tx.journal(caller.actor(),
               {"partnership.draft_saved", one.id.text(),
                nlohmann::json{
                    {"number", one.number}, {"version", version.number}, {"part", version.part}, {"hash", version.hash}}
                    .dump()});
}

}  // namespace samrum::partnership::drafting
