#pragma once
#include "directory/actions_slices.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "friends/people/actions_participant.hpp"
#include "friends/people/rules_input.hpp"

#include <optional>
#include <string>
#include <string_view>

// Enrolment without an account: a draft that lives behind a secret address, and what the person does there afterwards.
namespace samrum::friends::people {

/// The programme that takes people on a day: the one of that id, or the newest; nothing when none does.
std::optional<Programme> open_programme(store::Reader& room, base::Date today, std::string_view id);

/// Begins a form and answers its secret. Problem `friends.people.full` when more drafts lie about than people write.
/// A channel that is not there is left out.
base::Result<std::string> begin_draft(store::Session& room, base::Date today, ProgrammeId programme,
                                      std::string_view channel, std::string_view language);
struct OwnDraft {
    Draft draft;
    Programme programme;
};
std::optional<OwnDraft> draft_of_link(store::Reader& room, std::string_view secret);
/// What was typed so far, in form encoding. Problem `friends.people.unknown` when there is no such draft.
base::Result<base::Done> save_draft(store::Session& room, base::Date today, std::string_view secret,
                                    std::string_view fields, std::string_view language);
base::Result<base::Done> drop_draft(store::Session& room, std::string_view secret);
/// Judges all of the form at once and enrols. The secret leads to the participant from then on.
base::Result<ParticipantId> send_form(store::Session& room, base::Date today, std::string_view secret,
                                      const FormInput& input, std::string_view language);

// The participant's own page, by its secret. Problem `friends.people.unknown` when nobody has it.

/// Name and contact as the room has them; nothing of a protected person, whose the coordinator keeps.
std::optional<directory::PersonInput> own_contact(store::Reader& room, ParticipantId id);
/// Answers, name and contact, judged together. A protected person's form has no contact, and what is held stays.
base::Result<base::Done> change_own_answers(store::Session& room, std::string_view secret, const FormInput& input);
base::Result<base::Done> set_own_language(store::Session& room, std::string_view secret, std::string_view language);
/// Pauses or comes back; nothing happens where that is not possible.
base::Result<base::Done> pause_own(store::Session& room, base::Date today, std::string_view secret);
base::Result<base::Done> resume_own(store::Session& room, base::Date today, std::string_view secret);
/// Takes the consent back: the person is gone from every slice at once.
base::Result<base::Done> withdraw_own(store::Session& room, const module::House& house, std::string_view secret);
/// All that is held, as JSON.
base::Result<std::string> extract_own(store::Session& room, const module::House& house, std::string_view secret);

/// Somebody whom the coordinator, the demo or an import enters, judged as the form is. `day`: of enrolment.
struct Enrolment {
    ProgrammeId programme;
    std::string channel = {};
    base::Date day;
    FormInput input;
    std::string language = "sv";
    bool is_protected = false;
    bool synthetic = false;
};
base::Result<ParticipantId> enrol(store::Session& room, const module::Caller& caller, const Enrolment& input);

}  // namespace samrum::friends::people
