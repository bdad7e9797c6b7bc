#include "partnership/papers/rules_signing.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

constexpr std::size_t kLongest = 200;  ///< bytes

const RecordedSignature* signature_at(const std::vector<RecordedSignature>& recorded, int position) {
    const auto found = std::find_if(recorded.begin(), recorded.end(),
                                    [&](const RecordedSignature& one) { return one.position == position; });
    return found == recorded.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Signatory> signatories_of(const Agreement& agreement) {
    std::vector<Signatory> all;
    const auto add = [&](const std::string& organisation, const std::string& function, const std::string& place,
                         const std::string& stated) {
        all.push_back(
            {static_cast<int>(all.size()) + 1, organisation, agreement.name_of(organisation), function, place, stated});
    };
    for (const agreement::Signature& one : agreement.signatures)
        add(one.organisation, one.function, one.place, one.stated);
    if (all.empty())
        for (const agreement::Party& one : agreement.parties)
            if (one.standing == agreement::Standing::party && !one.joined) add(one.organisation, "", "", "");
    return all;
}

std::vector<Signatory> unsigned_of(const std::vector<Signatory>& all, const std::vector<RecordedSignature>& recorded) {
    std::vector<Signatory> missing;
    for (const Signatory& one : all)
        if (!signature_at(recorded, one.position)) missing.push_back(one);
    return missing;
}

SigningState signing_state(const std::vector<Signatory>& all, const std::vector<RecordedSignature>& recorded) {
    SigningState state;
    state.complete = !all.empty() && unsigned_of(all, recorded).empty();
    if (!state.complete) return state;
    for (const Signatory& one : all) {
        const auto day = signature_at(recorded, one.position)->signed_on;
        if (!day) return {true, std::nullopt};
        state.last_day = std::max(state.last_day.value_or(*day), *day);
    }
    return state;
}

base::Problems judge_signature(const RecordedSignature& one, base::Date today) {
    base::ProblemList problems;
    const auto needed = [&](const std::string& value, const std::string& field) {
        if (base::trim(value).empty()) problems.add(base::problem(field, "papers.signature." + field));
        if (value.size() > kLongest) problems.add(base::problem(field, "papers.signature." + field + "_long"));
    };
    needed(one.place, "place");
    needed(one.function, "function");
    if (one.name.size() > kLongest) problems.add(base::problem("name", "papers.signature.name_long"));
    if (one.stated.size() > kLongest) problems.add(base::problem("stated", "papers.signature.stated_long"));
    if (!one.signed_on && base::trim(one.stated).empty())
        problems.add(base::problem("signed_on", "papers.signature.day_or_words"));
    if (one.signed_on && *one.signed_on > today) problems.add(base::problem("signed_on", "papers.signature.future"));
    return problems.all();
}

base::Problems notes_on_signatures(const Agreement& agreement, const std::vector<RecordedSignature>& recorded,
                                   base::Date made_on) {
    std::optional<base::Date> decided;
    for (const agreement::Decision& one : agreement.decisions)
        if (one.verdict == agreement::Verdict::approved && one.decided_on)
            decided = std::max(decided.value_or(*one.decided_on), *one.decided_on);
    base::ProblemList notes;
    for (const RecordedSignature& one : recorded) {
        const bool undecided = decided && one.signed_on < decided;
        if (!one.signed_on || (!undecided && *one.signed_on >= made_on)) continue;
        notes.add(base::problem(
            "", undecided ? "papers.signature.note.before_decision" : "papers.signature.note.before_original",
            {{"party", agreement.name_of(one.organisation)},
             {"day", one.signed_on->iso()},
             {"other", (undecided ? *decided : made_on).iso()}}));
    }
    return notes.all();
}

}  // namespace samrum::partnership::papers
