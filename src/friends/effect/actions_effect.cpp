#include "friends/effect/actions_effect.hpp"

#include "friends/effect/repository_effect.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/actions_enrolment.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace samrum::friends::effect {
namespace {

const store::Actor kParticipant{"nobody", "deltagare"};

/// The days of the first pair that somebody had: what they are measured by.
std::optional<PairDays> first_pair_of(store::Reader& room, ParticipantId participant) {
    const auto all = pairs::pairs_of(room, participant);
    if (all.empty()) return std::nullopt;
    return PairDays{all.back().started_on, all.back().planned_until};
}

std::map<ParticipantId, PairDays> first_pairs(store::Reader& room) {
    std::map<ParticipantId, PairDays> first;
    for (const pairs::Pair& pair : pairs::load_pairs(room))
        for (const auto& who : {pair.newcomer, pair.established})
            if (who) first.try_emplace(*who, PairDays{pair.started_on, pair.planned_until});
    return first;
}

QuestionSet set_of_version(const std::vector<QuestionSet>& sets, int version) {
    const auto found = std::ranges::find(sets, version, &QuestionSet::version);
    return found == sets.end() ? sets.back() : *found;
}

std::optional<OwnAssessment> assessment_for(store::Reader& room, std::string_view secret, base::Date today) {
    auto self = people::participant_of_link(room, secret);
    if (!self) return std::nullopt;
    OwnAssessment own{std::move(*self), {}, {}, {}, {}, {}};
    const auto sets = question_sets(room, own.self.programme, own.self.answers.side);
    own.set = sets.front();
    for (const Assessment& one : assessments_of(room, own.self.id)) {
        if (one.occasion == Occasion::second) {
            own.second_on = one.day;
            continue;
        }
        own.first_on = one.day;
        own.set = set_of_version(sets, one.version);
    }
    const auto pair = first_pair_of(room, own.self.id);
    if (pair) own.second_from = pair->planned_until.plus_days(-kSecondDaysBefore);
    if (own.self.stage != Stage::left || own.first_on)
        own.occasion = occasion_on(today, own.first_on, own.second_on.has_value(), pair);
    return own;
}

}  // namespace

std::vector<QuestionSet> question_sets(store::Reader& room, ProgrammeId programme, Side side) {
    auto sets = load_sets(room, programme, side);
    sets.push_back(standard_set(side));
    return sets;
}

base::Result<base::Done> save_questions(store::Session& room, const module::Caller& caller, base::Date today,
                                        ProgrammeId programme, Side side, int version,
                                        const std::vector<QuestionInput>& inputs,
                                        const std::function<Worded(const Question&)>& words) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.questions");
        if (!people::find_programme(tx, programme)) return base::problem("", "friends.effect.unknown");
        const auto now = question_sets(tx, programme, side).front();
        if (now.version != version) return base::problem("", "friends.effect.questions.changed");
        const auto next = next_version(now, inputs, words);
        if (!next) return next.problems();
        insert_set(tx, programme, *next, today);
        tx.journal(caller.actor(), {"assessment.questions_changed", programme.text(), "{}"});
        return base::Done{};
    });
}

std::optional<OwnAssessment> own_assessment(store::Reader& room, std::string_view secret, base::Date today) {
    return assessment_for(room, secret, today);
}

base::Result<Occasion> answer_own(store::Session& room, std::string_view secret, base::Date today,
                                  const std::vector<std::pair<std::string, std::string>>& ticked) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<Occasion> {
        tx.lock("friends.assessment");
        const auto own = assessment_for(tx, secret, today);
        if (!own) return base::problem("", "friends.effect.unknown");
        if (!own->occasion) return base::problem("", "friends.effect.answer.closed");
        auto answers = read_answers(own->set, ticked);
        if (!answers) return answers.problems();
        insert_assessment(tx, {AssessmentId::random(), own->self.programme, own->self.answers.side, own->set.version,
                               own->self.id, *own->occasion, today, *std::move(answers), false});
        tx.journal(kParticipant, {"assessment.answered", own->self.id.text(), "{}"});
        return *own->occasion;
    });
}

std::vector<people::Participant> to_ask_again(store::Reader& room, base::Date today) {
    const auto pairs = first_pairs(room);
    const auto asked = asked_again(room);
    std::vector<people::Participant> due;
    for (people::Participant& one : people::list_participants(room)) {
        const auto pair = pairs.find(one.id);
        if (pair == pairs.end() || one.stage == Stage::left || asked.contains(one.id)) continue;
        const auto answered = assessments_of(room, one.id);  // the first occasion first
        const bool is_open = !answered.empty() && occasion_on(today, answered.front().day, answered.size() > 1,
                                                              pair->second) == Occasion::second;
        if (!is_open) continue;
        const auto contact = people::own_contact(room, one.id);
        if (contact && !contact->email.empty()) due.push_back(std::move(one));
    }
    return due;
}

std::vector<Respondent> respondents_of(store::Reader& room, Side side, const EffectFilter& filter) {
    const auto pairs = first_pairs(room);
    std::vector<Respondent> all;
    // By person, the first occasion before the second.
    for (Assessment& one : load_assessments(room, filter.programme)) {
        if (one.side != side) continue;
        if (one.occasion == Occasion::second) {
            if (!all.empty() && all.back().first.participant == one.participant) all.back().second = std::move(one);
            continue;
        }
        const auto pair = pairs.find(one.participant);
        std::optional<PairDays> days;
        if (pair != pairs.end()) days = pair->second;
        if (one.had_pair) days = PairDays{one.day, one.day};
        all.push_back({std::move(one), {}, days});
    }
    std::erase_if(all, [&](const Respondent& one) { return !filter.days.contains(one.first.day); });
    return all;
}

base::Result<EffectView> see_effect(store::Session& room, const module::Caller& caller, base::Date today,
                                    const EffectFilter& filter) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<EffectView> {
        const auto programme = people::find_programme(reader, filter.programme);
        if (!programme) return base::problem("", "friends.effect.unknown");
        const auto table = [&](Side side) {
            return effect_of(side, respondents_of(reader, side, filter), question_sets(reader, programme->id, side),
                             today);
        };
        return EffectView{programme->name, table(Side::newcomer), table(Side::established)};
    });
}

std::string extract_answers(store::Reader& room, const base::Uuid& person) {
    nlohmann::json all = nlohmann::json::array();
    for (const Assessment& one : assessments_of(room, ParticipantId{person}))
        all.push_back({{"occasion", static_cast<int>(one.occasion)},
                       {"day", one.day.iso()},
                       {"answers", std::map<std::string, int>(one.answers.begin(), one.answers.end())}});
    return all.dump();
}

std::int64_t erase_answers(store::Transaction& room, const base::Uuid& person) {
    return delete_assessments(room, ParticipantId{person});
}

std::int64_t detach_the_gone(store::Transaction& room, base::Date) {
    std::int64_t detached = 0;
    for (const ParticipantId id : answered_and_gone(room)) {
        detach_assessments(room, id);
        pairs::forget_participant(room, id);
        room.journal({"system", "Samrum"}, {"assessment.detached", "", R"({"by":"retention"})"});
        ++detached;
    }
    if (const auto removed = delete_unmatched(room); removed > 0) {
        room.journal({"system", "Samrum"}, {"assessment.removed", "", R"({"by":"retention"})"});
        detached += removed;
    }
    return detached;
}

}  // namespace samrum::friends::effect
