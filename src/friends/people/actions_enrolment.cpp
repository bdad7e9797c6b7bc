#include "friends/people/actions_enrolment.hpp"

#include "directory/rules_token.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/repository_participant.hpp"
#include "friends/people/repository_programme.hpp"
#include "friends/people/rules_stage.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

/// So many forms that nobody sends are no forms any more but somebody's joke.
constexpr std::int64_t kMostDrafts = 2000;
constexpr std::size_t kLongestForm = 16 * 1024;
const store::Actor kOneself{"nobody", "deltagare"};

module::Caller oneself() {
    module::Caller caller;
    caller.label = kOneself.label;
    return caller;
}

base::Problem unknown() {
    return base::problem("", "friends.people.unknown");
}

std::string page_language(std::string_view language) {
    return module::has_visitor_pages(language) ? std::string(language) : "sv";
}

std::string known_channel(store::Reader& room, ProgrammeId programme, std::string_view code) {
    const auto all = load_channels(room, programme);
    const bool there = std::ranges::any_of(all, [&](const Channel& one) { return one.code == code; });
    return there ? std::string(code) : std::string();
}

bool is_same_contact(const directory::PersonInput& a, const directory::PersonInput& b) {
    return a.name == b.name && a.email == b.email && a.phone == b.phone;
}

/// What was judged of a form: ready to be written down.
struct Judged {
    Answers answers;
    directory::PersonInput person;
};
base::Result<Judged> judge_form(const FormInput& input, const Programme& programme) {
    base::ProblemList problems;
    Judged judged;
    if (auto answers = read_answers(input, programme))
        judged.answers = *std::move(answers);
    else
        problems.add(answers.problems());
    judged.person = {input.name, input.email, input.phone, false, false};
    const auto contact = directory::judge_person(judged.person);
    if (const auto wrong = contact_problems(input, contact.problems()); !wrong.empty()) problems.add(wrong);
    if (const auto agreed = read_agreement(input); !agreed) problems.add(agreed.problems());
    if (!problems.empty()) return problems.all();
    return judged;
}

base::Result<ParticipantId> write_down(store::Transaction& tx, const store::Actor& who, const Programme& programme,
                                       const Judged& judged, std::string_view channel, std::string_view language,
                                       base::Date day) {
    const auto id = directory::enter_person(tx, who, day, judged.person, {std::string(kFunction), day.iso(), ""});
    if (!id) return id.problems();
    Participant one;
    one.id = *id;
    one.programme = programme.id;
    one.stage_on = one.enrolled_on = one.waiting_since = one.values_agreed_on = one.consent_on = day;
    one.answers = judged.answers;
    one.language = page_language(language);
    insert_participant(tx, one);
    count_channel(tx, programme.id, channel, day);
    add_move(tx, {programme.id, day, "enrolled", one.answers.side, "", one.answers.adults});
    tx.journal(who, {"participant.enrolled", id->text(), "{}"});
    return one.id;
}

std::optional<DraftId> draft_id(store::Reader& room, std::string_view secret) {
    const auto owner = owner_of_link(room, directory::token_hash(secret));
    return owner ? std::optional(DraftId{*owner}) : std::nullopt;
}

/// Runs `change` on the one who has the secret, in a transaction.
template <class Change>
base::Result<base::Done> change_own(store::Session& room, std::string_view secret, Change change) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.participant");
        auto one = participant_of_link(tx, secret);
        if (!one) return unknown();
        return change(tx, *one);
    });
}

}  // namespace

std::optional<Programme> open_programme(store::Reader& room, base::Date today, std::string_view id) {
    for (Programme& one : load_programmes(room))
        if (one.is_open_on(today) && (id.empty() || one.id.text() == id)) return std::move(one);
    return std::nullopt;
}

base::Result<std::string> begin_draft(store::Session& room, base::Date today, ProgrammeId programme,
                                      std::string_view channel, std::string_view language) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        const auto known = load_programme(tx, programme);
        if (!known || !known->is_open_on(today)) return unknown();
        if (count_drafts(tx) >= kMostDrafts) return base::problem("", "friends.people.full");
        Draft draft;
        draft.id = DraftId::random();
        draft.programme = programme;
        draft.channel = known_channel(tx, programme, channel);
        draft.language = page_language(language);
        draft.saved_on = today;
        insert_draft(tx, draft);
        const std::string secret = directory::new_token();
        save_link(tx, directory::token_hash(secret), draft.id.uuid(), today);
        tx.journal(kOneself, {"friends.draft_begun", "", "{}"});
        return secret;
    });
}

std::optional<OwnDraft> draft_of_link(store::Reader& room, std::string_view secret) {
    const auto id = draft_id(room, secret);
    auto draft = id ? load_draft(room, *id) : std::nullopt;
    auto programme = draft ? load_programme(room, draft->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    return OwnDraft{*std::move(draft), *std::move(programme)};
}

base::Result<base::Done> save_draft(store::Session& room, base::Date today, std::string_view secret,
                                    std::string_view fields, std::string_view language) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.draft");
        const auto id = draft_id(tx, secret);
        auto draft = id ? load_draft(tx, *id) : std::nullopt;
        if (!draft || fields.size() > kLongestForm) return unknown();
        draft->fields = fields;
        draft->language = page_language(language);
        draft->saved_on = today;
        base::ensure(update_draft(tx, *draft), "a locked row has the revision it was loaded with");
        tx.journal(kOneself, {"friends.draft_saved", "", "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> drop_draft(store::Session& room, std::string_view secret) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto id = draft_id(tx, secret);
        if (!id || !load_draft(tx, *id)) return unknown();
        delete_draft(tx, *id);
        tx.journal(kOneself, {"friends.draft_dropped", "", "{}"});
        return base::Done{};
    });
}

base::Result<ParticipantId> send_form(store::Session& room, base::Date today, std::string_view secret,
                                      const FormInput& input, std::string_view language) {
    const auto own = draft_of_link(room, secret);
    if (!own) return unknown();
    const auto judged = judge_form(input, own->programme);
    if (!judged) return judged.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ParticipantId> {
        tx.lock("friends.draft");
        const auto draft = load_draft(tx, own->draft.id);
        if (!draft) return unknown();
        if (!own->programme.is_open_on(today)) return base::problem("", "friends.people.closed");
        const auto id = write_down(tx, kOneself, own->programme, *judged, draft->channel, language, today);
        if (!id) return id.problems();
        move_links(tx, draft->id.uuid(), id->uuid());
        delete_draft(tx, draft->id);
        return *id;
    });
}

std::optional<directory::PersonInput> own_contact(store::Reader& room, ParticipantId id) {
    const auto view = directory::view_for_oneself(room, id);
    if (!view || !view->name) return std::nullopt;
    return directory::PersonInput{*view->name, view->email, view->phone, false, view->synthetic};
}

base::Result<base::Done> change_own_answers(store::Session& room, std::string_view secret, const FormInput& input) {
    return change_own(room, secret, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
        const auto programme = load_programme(tx, one.programme);
        if (!programme) return unknown();
        base::ProblemList problems;
        FormInput bound = input;
        if (!may_change_side(one)) bound.side = code_of(one.answers.side);
        auto answers = read_answers(bound, *programme);
        if (!answers) problems.add(answers.problems());
        if (const auto held = own_contact(tx, one.id)) {
            const directory::PersonInput typed{input.name, input.email, input.phone, false, held->synthetic};
            const auto wrong = contact_problems(input, directory::judge_person(typed).problems());
            if (!wrong.empty())
                problems.add(wrong);
            else if (problems.empty() && !is_same_contact(typed, *held))
                problems.take(directory::change_for_oneself(tx, kOneself, one.id, typed), "name");
        }
        if (!problems.empty()) return problems.all();
        if (*answers == one.answers) return base::Done{};
        one.answers = *std::move(answers);
        base::ensure(update_participant(tx, one), "a locked row has the revision it was loaded with");
        tx.journal(kOneself, {"participant.changed", one.id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> set_own_language(store::Session& room, std::string_view secret, std::string_view language) {
    return change_own(room, secret, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
        one.language = page_language(language);
        base::ensure(update_participant(tx, one), "a locked row has the revision it was loaded with");
        tx.journal(kOneself, {"participant.changed", one.id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> pause_own(store::Session& room, base::Date today, std::string_view secret) {
    return change_own(room, secret, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
        if (may_pause(one)) set_stage(tx, kOneself, one.id, Stage::paused, today);
        return base::Done{};
    });
}
base::Result<base::Done> resume_own(store::Session& room, base::Date today, std::string_view secret) {
    return change_own(room, secret, [&](store::Transaction& tx, Participant& one) -> base::Result<base::Done> {
        if (may_resume(one)) set_stage(tx, kOneself, one.id, stage_after_pause(one), today);
        return base::Done{};
    });
}

base::Result<base::Done> withdraw_own(store::Session& room, const module::House& house, std::string_view secret) {
    return change_own(room, secret, [&](store::Transaction& tx, const Participant& one) {
        if (one.stage != Stage::left)
            add_move(tx, {one.programme, house.clocks.today(), "withdrawn", one.answers.side, "", one.answers.adults});
        return directory::erase_for_oneself(tx, oneself(), house, one.id);
    });
}

base::Result<std::string> extract_own(store::Session& room, const module::House& house, std::string_view secret) {
    const auto one = participant_of_link(room, secret);
    if (!one) return unknown();
    return directory::extract_for_oneself(room, oneself(), house, one->id);
}

base::Result<ParticipantId> enrol(store::Session& room, const module::Caller& caller, const Enrolment& input) {
    if (!may(caller, kRunFriends)) return module::refusal();
    const auto programme = load_programme(room, input.programme);
    if (!programme) return unknown();
    auto judged = judge_form(input.input, *programme);
    if (!judged) return judged.problems();
    judged.value().person.is_protected = input.is_protected;
    judged.value().person.synthetic = input.synthetic;
    return room.transaction([&](store::Transaction& tx) {
        return write_down(tx, caller.actor(), *programme, *judged, known_channel(tx, input.programme, input.channel),
                          input.language, input.day);
    });
}

}  // namespace samrum::friends::people
