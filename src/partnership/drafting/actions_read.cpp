#include "partnership/drafting/actions_read.hpp"

#include "partnership/agreement/files.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/drafting/actions_write.hpp"
#include "partnership/drafting/files_draft.hpp"

#include <algorithm>

namespace samrum::partnership::drafting {

std::optional<Acting> acting_in(const module::Caller& caller, const Case& one) {
    if (module::may_for(caller, kDraft, caller.room_organisation))
        return Acting{Side::public_side, caller.room_organisation};
    for (const CaseParty& party : one.associations)
        if (module::may_for(caller, kDraft, party.organisation)) return Acting{Side::civil, party.organisation};
    return std::nullopt;
}

std::vector<Case> list_cases(store::Reader& room, const module::Caller& caller) {
    auto cases = load_cases(room);
    std::erase_if(cases, [&](const Case& one) { return !acting_in(caller, one); });
    return cases;
}

namespace {

std::optional<Case> seen_by(const module::Caller& caller, std::optional<Case> one) {
    return one && acting_in(caller, *one) ? std::move(one) : std::nullopt;
}

}  // namespace

std::optional<Case> find_case(store::Reader& room, const module::Caller& caller, CaseId id) {
    return seen_by(caller, load_case(room, id));
}
std::optional<Case> case_of_enquiry(store::Reader& room, const module::Caller& caller, const base::Uuid& enquiry) {
    return seen_by(caller, load_case_of_enquiry(room, enquiry));
}
std::optional<Case> case_of_agreement(store::Reader& room, const module::Caller& caller, AgreementId agreement) {
    return seen_by(caller, load_case_of_agreement(room, agreement));
}

State standing(store::Reader& room, const Case& one, base::Date today) {
    if (one.state != State::decided || !one.agreement) return one.state;
    const auto lines = changes::events_of(room, *one.agreement);
    const bool is_signed = std::ranges::any_of(
        lines, [](const changes::Event& line) { return line.kind == EventKind::signed_ && !line.corrected; });
    return is_signed ? changes::state_of(room, *one.agreement, today) : State::decided;
}

std::optional<OpenCase> open_case(store::Reader& room, const module::Caller& caller, base::Date today, CaseId id) {
    auto head = find_case(room, caller, id);
    if (!head) return std::nullopt;
    OpenCase open;
    open.acting = *acting_in(caller, *head);
    open.state = standing(room, *head, today);
    open.events = load_case_events(room, id);
    auto newest = load_version(room, id, head->version);
    base::ensure(newest.has_value(), "a case has its draft");
    open.newest = std::move(*newest);
    open.draft = saved_draft(open.newest.document);
    open.assessments = assessed_sets(room, id, open.draft);
    open.comments = load_comments(room, id);
    open.problems = problems_of(room, open.draft);
    // A draft's file has no assessments of its own: the case keeps them until it is decided.
    open.notes = agreement::notes_of(open.draft, agreement::newest_of(open.assessments));
    open.head = std::move(*head);
    open.facts = facts_of(open.head, open.events, open.draft, open.assessments, open.problems);
    return open;
}

std::vector<DraftVersion> list_versions(store::Reader& room, const module::Caller& caller, CaseId id) {
    return find_case(room, caller, id) ? load_versions(room, id) : std::vector<DraftVersion>{};
}
std::optional<DraftVersion> find_version(store::Reader& room, const module::Caller& caller, CaseId id, int number) {
    return find_case(room, caller, id) ? load_version(room, id, number) : std::nullopt;
}

}  // namespace samrum::partnership::drafting
