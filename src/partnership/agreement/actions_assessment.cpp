#include "partnership/agreement/actions_assessment.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_assessment.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace samrum::partnership::agreement {
namespace {

/// Held by whoever archives, so that numbers follow each other.
constexpr std::string_view kAssessmentLock = "assessments";

AgreementFile file_of_version(store::Reader& room, AgreementId agreement, int number) {
    const auto version = find_version(room, agreement, number);
    base::ensure(version.has_value(), "every version of an agreement is kept");
    auto file = read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    return std::move(file).value();
}

bool same_question(const AnsweredSet& a, const AnsweredSet& b) {
    return a.set == b.set && a.part == b.part;
}

/// The last one of the list that answers the same set and part and, if asked for, came from a file or did not.
const ArchivedAssessment* last_like(const std::vector<ArchivedAssessment>& archived, const AnsweredSet& answered,
                                    bool from_file) {
    const auto found = std::find_if(archived.rbegin(), archived.rend(), [&](const ArchivedAssessment& one) {
        return same_question(one.answered, answered) && (one.place_in_file > 0) == from_file;
    });
    return found == archived.rend() ? nullptr : &*found;
}

/// The version that was assessed. Answers that still stand in the agreement's file hold for its newest version.
int assessed_version(const ArchivedAssessment& one, const ReadAgreement& all) {
    const auto& in_newest = all.file.agreement.assessments;
    const bool stands = one.place_in_file > 0 && std::ranges::find(in_newest, one.answered) != in_newest.end();
    return stands ? all.head.version : one.agreement_version;
}

/// A copy knows only its file; it was assessed before its version was made.
std::vector<ArchivedAssessment> in_file(store::Reader& room, const ReadAgreement& all) {
    const auto version = find_version(room, all.head.id, all.head.version);
    base::ensure(version.has_value(), "an agreement has its version");
    std::vector<ArchivedAssessment> archived;
    int place = 0;
    for (const AnsweredSet& one : all.file.agreement.assessments) {
        ++place;
        archived.push_back({AssessmentId{}, place, all.head.version, place, one,
                            assessed_on(one, base::swedish_day(version->made_at)), version->made_by});
    }
    return archived;
}

}  // namespace

base::Result<MadeAssessment> make_assessment(store::Session& room, const module::Caller& caller, base::Date today,
                                             AgreementId agreement, const AssessmentDraft& draft) {
    if (!module::may_for(caller, kWriteAgreements, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<MadeAssessment> {
        tx.lock(kAssessmentLock);
        const auto head = find_agreement(tx, agreement);
        if (!head || head->home_room != tx.place()->uuid()) return module::refusal();
        const AgreementFile file = file_of_version(tx, agreement, head->version);
        auto answered = answered_by(draft, file.agreement, file.criteria, caller.label, today);
        if (!answered) return answered.problems();
        const CriteriaSet& set = *criteria_set(file.criteria, answered->set, answered->version);
        MadeAssessment made{AssessmentId::ordered(), assess(file.agreement, set, *answered), false};

        const auto archived = assessments_of(tx, agreement);
        const ArchivedAssessment* before = last_like(archived, *answered, false);
        if (before && before->answered == *answered && before->agreement_version == head->version) {
            made.id = before->id;
            made.unchanged = true;
            return made;
        }
        insert_assessment(tx, agreement, {made.id, 0, head->version, 0, *answered, today, caller.label});
        tx.journal(caller.actor(), {"agreement.assessed", head->slug,
                                    nlohmann::json{{"assessment", made.id.text()},
                                                   {"set", answered->set},
                                                   {"set_version", answered->version},
                                                   {"part", answered->part},
                                                   {"version", head->version},
                                                   {"outcome", word_of(made.judged.outcome)}}
                                        .dump()});
        return made;
    });
}

void archive_from_file(store::Transaction& tx, const AgreementHead& head, const std::vector<AnsweredSet>& answered,
                       base::Date today, std::string_view function) {
    tx.lock(kAssessmentLock);
    const auto archived = assessments_of(tx, head.id);
    int place = 0;
    for (const AnsweredSet& one : answered) {
        ++place;
        const ArchivedAssessment* before = last_like(archived, one, true);
        if (before && before->answered == one) continue;
        insert_assessment(
            tx, head.id,
            {AssessmentId::ordered(), 0, head.version, place, one, assessed_on(one, today), std::string(function)});
    }
}

std::vector<AssessedSet> read_assessments(store::Reader& room, const ReadAgreement& all) {
    const bool home = room.place() && room.place()->uuid() == all.head.home_room;
    std::map<int, AgreementFile> earlier;  // versions that an assessment is of and that are not the newest
    std::vector<JudgedAssessment> assessments;
    for (ArchivedAssessment& one : home ? assessments_of(room, all.head.id) : in_file(room, all)) {
        const int number = one.agreement_version = assessed_version(one, all);
        if (number != all.head.version && !earlier.contains(number))
            earlier.emplace(number, file_of_version(room, all.head.id, number));
        const AgreementFile& file = number == all.head.version ? all.file : earlier.at(number);
        assessments.push_back(judged(std::move(one), file.agreement, file.criteria));
    }
    return by_set(std::move(assessments));
}

}  // namespace samrum::partnership::agreement
