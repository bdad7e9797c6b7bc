#pragma once
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"
#include "friends/effect/rules_effect.hpp"
#include "friends/people/actions_letter.hpp"
#include "friends/people/actions_participant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::friends::effect {

/// Every version of what a side is asked, the newest first; the last one is the house's own.
std::vector<QuestionSet> question_sets(store::Reader& room, ProgrammeId programme, Side side);
/// A new version, from today on; those who have begun by an older one answer it again. Problems of next_version,
/// `friends.effect.questions.changed` (somebody was first), or a refusal.
base::Result<base::Done> save_questions(store::Session& room, const module::Caller& caller, base::Date today,
                                        ProgrammeId programme, Side side, int version,
                                        const std::vector<QuestionInput>& inputs,
                                        const std::function<Worded(const Question&)>& words);

/// What the one whose link it is may answer today.
struct OwnAssessment {
    people::Participant self;
    std::optional<Occasion> occasion;  ///< nothing: not now
    QuestionSet set;                   ///< of this occasion: the second asks what the first asked
    std::optional<base::Date> first_on;
    std::optional<base::Date> second_on;
    std::optional<base::Date> second_from;  ///< when they are asked again
};
std::optional<OwnAssessment> own_assessment(store::Reader& room, std::string_view secret, base::Date today);
/// Problems of read_answers, `friends.effect.answer.closed`, `friends.effect.unknown`.
base::Result<Occasion> answer_own(store::Session& room, std::string_view secret, base::Date today,
                                  const std::vector<std::pair<std::string, std::string>>& ticked);

/// Those whom the second self-assessment is open for and who have not been told: by e-mail, so neither those without an
/// address nor those with a protected identity, and nobody who has left.
std::vector<people::Participant> to_ask_again(store::Reader& room, base::Date today);
/// Writes to each of them, once.
void ask_again(store::Transaction& tx, const module::House& house, const people::Letterhead& from, base::Date today);
/// The job that does so each night.
inline constexpr std::string_view kAskAgainJob = "friends.ask_again";
void ask_again_over_night(module::JobCall& call);

/// Those who first answered in a period, with what came after.
struct EffectFilter {
    ProgrammeId programme;
    base::Period days;
};
std::vector<Respondent> respondents_of(store::Reader& room, Side side, const EffectFilter& filter);
struct EffectView {
    std::string programme;
    EffectTable newcomers;
    EffectTable established;
};
/// Exact, for the coordinator alone; nothing of it leaves the room but by friends.effect. A refusal for others.
base::Result<EffectView> see_effect(store::Session& room, const module::Caller& caller, base::Date today,
                                    const EffectFilter& filter);

std::string extract_answers(store::Reader& room, const base::Uuid& person);
std::int64_t erase_answers(store::Transaction& room, const base::Uuid& person);
/// When the time of keeping a person is over, their answers stay as nobody's, and their pairs as counts; answers of
/// whom.
std::int64_t detach_the_gone(store::Transaction& room, base::Date today);

}  // namespace samrum::friends::effect
