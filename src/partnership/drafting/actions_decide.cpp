#include "foundation/base/text.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/drafting/actions_case.hpp"
#include "partnership/drafting/actions_write.hpp"
#include "partnership/drafting/model_part.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// What a case comes to: a decision that makes the draft an agreement, or a no with its reasons.
namespace samrum::partnership::drafting {
namespace {

using agreement::Judgement;

base::Problem outcome_problem(std::string field, std::string_view key, base::MessageArgs args = {}) {
    return base::problem(std::move(field), "partnership.drafting." + std::string(key), std::move(args));
}

/// The day that was typed, not after today.
std::optional<base::Date> past_day(const std::string& typed, const std::string& field, base::Date today,
                                   base::ProblemList& problems) {
    if (base::trim(typed).empty()) {
        problems.add(outcome_problem(field, "day_missing"));
        return std::nullopt;
    }
    const auto day = base::Date::parse(base::trim(typed));
    if (!day) {
        problems.take(day, field);
        return std::nullopt;
    }
    if (today < *day) problems.add(outcome_problem(field, "day_ahead"));
    return *day;
}

void need(const std::string& value, const std::string& field, std::string_view key, base::ProblemList& problems) {
    if (base::trim(value).empty()) problems.add(outcome_problem(field, key));
    if (value.size() > kLongestTitle) problems.add(outcome_problem(field, "too_long"));
}

/// Said beside the box that asks whether it is meant, with all else that is wrong.
void need_sure(bool sure, base::ProblemList& problems) {
    if (!sure) problems.add(outcome_problem("sure", "not_sure"));
}

const agreement::AnsweredSet* own_answers(const OpenCase& one, std::string_view part) {
    for (const agreement::AssessedSet& set : one.assessments)
        if (set.newest.judged.part == part) return &set.newest.archived.answered;
    return nullptr;
}

bool same_criterion(const CriterionReason& a, const CriterionReason& b) {
    return a.set == b.set && a.set_version == b.set_version && a.criterion == b.criterion;
}

/// The reasons that were written, for criteria that speak against it; every one that is not met needs its own.
std::vector<CriterionReason> judge_reasons(const OpenCase& one, const RejectInput& input, base::ProblemList& problems) {
    std::vector<CriterionReason> kept;
    std::int64_t number = 0;
    const auto against = reasons_against(one, input.part);
    for (const CriterionReason& criterion : against) {
        ++number;
        const auto typed = std::ranges::find_if(
            input.reasons, [&](const CriterionReason& given) { return same_criterion(given, criterion); });
        const std::string reason = typed == input.reasons.end() ? std::string() : base::trim(typed->reason);
        const std::string field = "reasons[" + std::to_string(number) + "]";
        if (reason.empty()) problems.add(outcome_problem(field, "reason_missing", {{"number", number}}));
        if (reason.size() > kLongestComment) problems.add(outcome_problem(field, "too_long"));
        kept.push_back(criterion);
        kept.back().reason = reason;
    }
    if (against.empty()) problems.add(outcome_problem("", "nothing_speaks_against"));
    return kept;
}

/// The draft says itself that the part was turned down, by whom and why.
void turn_down(Agreement& draft, const RejectInput& input, base::Date day,
               const std::vector<CriterionReason>& reasons) {
    for (agreement::Part& part : draft.parts) {
        if (part.key != input.part) continue;
        part.verdict = agreement::Verdict::rejected;
        part.decided_by = base::trim(input.body);
        part.decided_on = day;
        part.motivation.clear();
        for (const CriterionReason& reason : reasons)
            part.motivation += (part.motivation.empty() ? "" : "\n") + reason.text + ": " + reason.reason;
    }
}

base::Problems judge_part(const OpenCase& one, const RejectInput& input) {
    if (input.part.empty()) return {};
    const agreement::Part* part = one.draft.part(input.part);
    if (!part || part->verdict == agreement::Verdict::rejected) return {outcome_problem("part", "no_such_part")};
    if (parts_left(one.draft) < 2) return {outcome_problem("part", "last_part")};
    return {};
}

/// The document of the agreement: the draft with the decision, its number and its assessments.
std::string decided_document(const OpenCase& one, const DecideInput& input, base::Date day) {
    Agreement agreement = one.draft;
    agreement.registry_number = base::trim(input.registry_number);
    agreement.dated = day;
    agreement::Decision decision;
    decision.verdict = agreement::Verdict::approved;
    decision.body = base::trim(input.body);
    decision.decided_on = day;
    decision.reference = base::trim(input.reference);
    agreement.decisions.push_back(std::move(decision));
    agreement.assessments.clear();
    for (const agreement::AssessedSet& set : one.assessments)
        agreement.assessments.push_back(set.newest.archived.answered);
    return agreement::write_agreement(agreement);
}

}  // namespace

std::vector<CriterionReason> reasons_against(const OpenCase& one, std::string_view part) {
    const std::string_view of = own_answers(one, part) ? part : std::string_view();
    std::vector<CriterionReason> reasons;
    for (const agreement::AssessedSet& set : one.assessments) {
        const agreement::Assessment& judged = set.newest.judged;
        if (judged.part != of) continue;
        for (const agreement::CriterionVerdict& verdict : judged.verdicts)
            if (verdict.judgement == Judgement::not_met)
                reasons.push_back({judged.set.key, judged.set.version, verdict.criterion.key, verdict.criterion.text,
                                   verdict.answer ? verdict.answer->motivation : ""});
    }
    return reasons;
}

base::Result<base::Done> reject(store::Session& room, const module::Caller& caller, base::Date today, base::Instant now,
                                CaseId id, const RejectInput& input) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        const auto one = open_case(tx, caller, today, id);
        const EventKind kind = input.part.empty() ? EventKind::rejected : EventKind::part_rejected;
        base::ProblemList problems;
        problems.add(changes::judge_case(one->head.state, kind, one->acting.side, one->facts));
        if (!problems.empty()) return problems.all();
        problems.add(judge_part(*one, input));
        need(input.body, "body", "body_missing", problems);
        const auto day = past_day(input.decided_on, "decided_on", today, problems);
        const auto reasons = judge_reasons(*one, input, problems);
        need_sure(input.sure, problems);
        if (!problems.empty()) return problems.all();

        CaseEvent line =
            line_of(caller, held.acting, *day, kind,
                    base::trim(input.body) + (input.reference.empty() ? "" : ", ") + base::trim(input.reference));
        line.reasons = reasons;
        if (!input.part.empty()) {
            line.part = one->draft.part(input.part)->title;
            Agreement draft = one->draft;
            turn_down(draft, input, *day, reasons);
            DraftVersion version;
            version.part = DraftPart::facts(Facts::parts).name();
            version.based_on = held.one.version;
            write_version(tx, caller, held.acting, now, held.one, draft, version);
        }
        line.version = held.one.version;
        write_line(tx, caller, held.one, line);
        return base::Done{};
    });
}

base::Result<AgreementId> decide(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                 const module::Caller& caller, base::Date today, base::Instant now, CaseId id,
                                 const DecideInput& input) {
    const auto one = open_case(room, caller, today, id);
    if (!one) return module::refusal();
    base::ProblemList problems;
    problems.add(changes::judge_case(one->head.state, EventKind::decided, one->acting.side, one->facts));
    if (!problems.empty()) return problems.all();
    need(input.body, "body", "body_missing", problems);
    need(input.registry_number, "registry_number", "number_missing", problems);
    const auto day = past_day(input.decided_on, "decided_on", today, problems);
    if (input.version != one->head.version) problems.add(outcome_problem("", "newer_version"));
    need_sure(input.sure, problems);
    if (!problems.empty()) return problems.all();

    const auto key_taken = [&] { return outcome_problem("", "key_taken", {{"key", one->draft.key}}); };
    const agreement::AlsoDone follow = [&](store::Transaction& tx,
                                           const agreement::Imported& made) -> base::Result<base::Done> {
        if (made.version != 1) return key_taken();
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        if (held.one.version != input.version || held.one.state != one->head.state)
            return outcome_problem("", "newer_version");
        held.one.agreement = made.id;
        CaseEvent line =
            line_of(caller, held.acting, *day, EventKind::decided,
                    base::trim(input.body) + (input.reference.empty() ? "" : ", ") + base::trim(input.reference));
        line.version = input.version;
        write_line(tx, caller, held.one, line);
        return base::Done{};
    };
    const auto made =
        agreement::import_agreement(room, lobby, head, caller, today, now, decided_document(*one, input, *day), follow);
    if (!made) return made.problems();
    if (made->unchanged) return key_taken();
    return made->id;
}

}  // namespace samrum::partnership::drafting
