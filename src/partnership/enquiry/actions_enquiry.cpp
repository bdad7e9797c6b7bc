#include "partnership/enquiry/actions_enquiry.hpp"

#include "directory/actions_slices.hpp"
#include "directory/rules_token.hpp"
#include "foundation/base/text.hpp"
#include "partnership/enquiry/actions_letter.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/model_permissions.hpp"
#include "partnership/enquiry/repository.hpp"

namespace samrum::partnership::enquiry {
namespace {

const store::Actor kAsker{"nobody", "den som frågar"};
/// What a contact is in the room, among its persons.
constexpr const char* kContactFunction = "Kontakt i en förfrågan";

base::Problem unknown() {
    return base::problem("", "partnership.enquiry.unknown");
}

/// The person of the room whom answers go to; nothing when no contact was given.
base::Result<std::optional<base::Uuid>> enter_contact(store::Transaction& tx, base::Date today,
                                                      const EnquiryInput& input) {
    if (!input.has_contact()) return std::optional<base::Uuid>();
    // Whoever leaves an address and no name is called by what they speak for.
    const std::string& name = input.name.empty() ? input.organisation : input.name;
    const auto person =
        directory::enter_person(tx, kAsker, today, {name, input.email, input.phone, false, input.synthetic},
                                {kContactFunction, today.iso(), ""});
    if (!person) return person.problems();
    return std::optional(person->uuid());
}

/// Nothing more is asked of the contact: from this day on the directory counts how long they are kept.
void end_contact(store::Transaction& tx, const store::Actor& who, const Enquiry& one, base::Date last) {
    if (one.contact) directory::end_functions(tx, who, directory::PersonAliasId{*one.contact}, kContactFunction, last);
}

int next_letter(store::Reader& room, EnquiryId id) {
    return static_cast<int>(load_letters(room, id).size()) + 1;
}

base::Problem changed_meanwhile() {
    return base::problem("", "partnership.enquiry.changed_meanwhile");
}

void close_now(store::Transaction& tx, const store::Actor& who, base::Date today, Enquiry& one, Outcome outcome,
               std::string_view reason) {
    one.state = State::closed;
    one.closed_on = today;
    one.outcome = outcome;
    one.reason = reason;
    end_contact(tx, who, one, today);
    tx.journal(who, {"enquiry.closed", one.id.text(), R"({"outcome":")" + std::string(code_of(outcome)) + "\"}"});
}

/// Runs `change` on the one that the secret leads to.
template <class Change>
base::Result<base::Done> change_own(store::Session& room, std::string_view secret, const Change& change) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto one = load_enquiry_of_secret(tx, directory::token_hash(secret));
        if (!one) return unknown();
        tx.lock("enquiry/" + one->id.text());
        one = load_enquiry(tx, one->id);
        if (const auto done = change(tx, *one); !done) return done.problems();
        if (!update_enquiry(tx, *one)) return changed_meanwhile();
        return base::Done{};
    });
}

/// Runs `change` on one that an officer has before them in this revision.
template <class Change>
base::Result<base::Done> change_as_officer(store::Session& room, const module::Caller& caller, EnquiryId id,
                                           std::int64_t revision, const Change& change) {
    if (!may_handle(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("enquiry/" + id.text());
        auto one = load_enquiry(tx, id);
        if (!one) return module::refusal();
        if (one->revision != revision) return changed_meanwhile();
        if (const auto done = change(tx, *one); !done) return done.problems();
        if (!update_enquiry(tx, *one)) return changed_meanwhile();
        return base::Done{};
    });
}

}  // namespace

base::Result<Sent> send_enquiry(store::Session& room, base::Date today, const EnquiryInput& typed,
                                std::string_view language) {
    const auto input = judge_enquiry(typed);
    return room.transaction([&](store::Transaction& tx) -> base::Result<Sent> {
        tx.lock("enquiry");
        base::ProblemList problems;
        problems.add(input.problems());
        EnquiryInput contact = typed;
        if (input) contact = *input;
        // A name is entered only with the rest, but what is wrong with it is told at once.
        if (contact.organisation.empty()) contact.organisation = kContactFunction;
        const auto person = enter_contact(tx, today, contact);
        problems.add(person.problems());
        if (!problems.empty()) return problems.all();
        if (count_received_on(tx, today) >= kMostADay) return base::problem("", "partnership.enquiry.too_many");
        Enquiry one;
        one.id = EnquiryId::ordered();
        one.year = today.year();
        one.serial = last_serial(tx, one.year) + 1;
        one.organisation = input->organisation;
        one.contact = *person;
        one.what = input->what;
        one.answers = input->answers;
        one.guide_version = input->guide_version;
        one.advice = input->advice;
        one.language = language;
        one.received = today;
        const std::string secret = directory::new_token();
        insert_enquiry(tx, one, directory::token_hash(secret));
        write_letter(tx, one, Mailing::received, secret);
        tx.journal(kAsker, {"enquiry.received", one.id.text(), "{}"});
        return Sent{one.id, secret};
    });
}

base::Result<base::Done> answer_enquiry(store::Session& room, const module::Caller& caller, base::Date today,
                                        EnquiryId id, std::int64_t revision, std::string_view typed) {
    return change_as_officer(room, caller, id, revision,
                             [&](store::Transaction& tx, Enquiry& one) -> base::Result<base::Done> {
                                 const auto to = judge_deed(one.state, Deed::answer);
                                 if (!to) return to.problems();
                                 const auto text = judge_letter(typed, "answer");
                                 if (!text) return text.problems();
                                 one.state = *to;
                                 if (!one.answered_on) one.answered_on = today;
                                 insert_letter(tx, id, {next_letter(tx, id), true, caller.label, today, *text});
                                 write_letter(tx, one, Mailing::answered);
                                 tx.journal(caller.actor(), {"enquiry.answered", id.text(), "{}"});
                                 return base::Done{};
                             });
}

base::Result<base::Done> close_enquiry(store::Session& room, const module::Caller& caller, base::Date today,
                                       EnquiryId id, std::int64_t revision, const ClosingInput& input) {
    return change_as_officer(room, caller, id, revision,
                             [&](store::Transaction& tx, Enquiry& one) -> base::Result<base::Done> {
                                 const auto to = judge_deed(one.state, Deed::close);
                                 if (!to) return to.problems();
                                 base::ProblemList problems;
                                 const auto outcome = outcome_of(input.outcome);
                                 if (!outcome || *outcome == Outcome::withdrawn)
                                     problems.add(base::problem("outcome", "partnership.enquiry.outcome_missing"));
                                 const auto reason = judge_letter(input.reason, "reason");
                                 problems.add(reason.problems());
                                 if (!problems.empty()) return problems.all();
                                 close_now(tx, caller.actor(), today, one, *outcome, *reason);
                                 write_letter(tx, one, Mailing::closed);
                                 return base::Done{};
                             });
}

base::Result<base::Done> take_to_assessment(store::Transaction& tx, const store::Actor& who, base::Date /*today*/,
                                            EnquiryId id) {
    tx.lock("enquiry/" + id.text());
    auto one = load_enquiry(tx, id);
    if (!one) return unknown();
    const auto to = judge_deed(one->state, Deed::assess);
    if (!to) return to.problems();
    if (one->state == *to) return base::Done{};
    one->state = *to;
    base::ensure(update_enquiry(tx, *one), "nobody changes an enquiry that is locked");
    tx.journal(who, {"enquiry.taken_to_assessment", id.text(), "{}"});
    return base::Done{};
}
base::Result<base::Done> take_to_assessment(store::Session& room, const module::Caller& caller, base::Date today,
                                            EnquiryId id) {
    if (!may_handle(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!load_enquiry(tx, id)) return module::refusal();
        return take_to_assessment(tx, caller.actor(), today, id);
    });
}

void close_from_case(store::Transaction& tx, const store::Actor& who, base::Date today, EnquiryId id, Outcome outcome,
                     std::string_view reason) {
    tx.lock("enquiry/" + id.text());
    auto one = load_enquiry(tx, id);
    if (!one || !one->is_open()) return;
    close_now(tx, who, today, *one, outcome, reason);
    write_letter(tx, *one, Mailing::closed);
    base::ensure(update_enquiry(tx, *one), "nobody changes an enquiry that is locked");
}

void reopen_from_case(store::Transaction& tx, const store::Actor& who, EnquiryId id) {
    tx.lock("enquiry/" + id.text());
    auto one = load_enquiry(tx, id);
    // Only whoever asked takes an enquiry back without a reason, and then nobody opens it over their head.
    if (!one || (one->outcome == Outcome::withdrawn && one->reason.empty())) return;
    const auto to = after(one->state, Deed::reopen);
    if (!to) return;
    if (one->contact && one->closed_on)
        directory::reopen_functions(tx, who, directory::PersonAliasId{*one->contact}, kContactFunction,
                                    *one->closed_on);
    one->state = *to;
    one->closed_on.reset();
    one->outcome.reset();
    one->reason.clear();
    write_letter(tx, *one, Mailing::reopened);
    base::ensure(update_enquiry(tx, *one), "nobody changes an enquiry that is locked");
    tx.journal(who, {"enquiry.reopened", id.text(), "{}"});
}

base::Result<base::Done> set_guide(store::Session& room, const module::Caller& caller, std::int64_t revision,
                                   const SettingInput& input) {
    if (!may_handle(caller)) return module::refusal();
    if (input.about.size() > kLongestText)
        return base::problem("about", "partnership.enquiry.too_long",
                             {{"most", static_cast<std::int64_t>(kLongestText)}});
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("enquiry/guide");
        if (!save_setting(tx, {input.is_open, base::trim(input.about), revision})) return changed_meanwhile();
        if (input.is_open)
            tx.journal(caller.actor(), {"enquiry.guide_opened", "", "{}"});
        else
            tx.journal(caller.actor(), {"enquiry.guide_shut", "", "{}"});
        return base::Done{};
    });
}
std::optional<SeenSetting> see_guide_setting(store::Reader& room, const module::Caller& caller) {
    if (!may_handle(caller)) return std::nullopt;
    const auto setting = load_setting(room);
    return SeenSetting{setting.is_open, setting.about, setting.revision};
}

base::Result<base::Done> write_more(store::Session& room, base::Date today, std::string_view secret,
                                    std::string_view typed) {
    return change_own(room, secret, [&](store::Transaction& tx, Enquiry& one) -> base::Result<base::Done> {
        constexpr int kMostLetters = 100;
        const auto to = judge_deed(one.state, Deed::write);
        if (!to) return to.problems();
        const auto text = judge_letter(typed, "more");
        if (!text) return text.problems();
        const int number = next_letter(tx, one.id);
        if (number > kMostLetters) return base::problem("", "partnership.enquiry.too_many");
        one.state = *to;
        insert_letter(tx, one.id, {number, false, "", today, *text});
        tx.journal(kAsker, {"enquiry.more_written", one.id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> withdraw_enquiry(store::Session& room, base::Date today, std::string_view secret) {
    return change_own(room, secret, [&](store::Transaction& tx, Enquiry& one) -> base::Result<base::Done> {
        const auto to = judge_deed(one.state, Deed::withdraw);
        if (!to) return to.problems();
        close_now(tx, kAsker, today, one, Outcome::withdrawn, "");
        if (one.contact) directory::remove_person(tx, kAsker, directory::PersonAliasId{*one.contact}, "withdrawn");
        one.contact.reset();
        return base::Done{};
    });
}

}  // namespace samrum::partnership::enquiry
