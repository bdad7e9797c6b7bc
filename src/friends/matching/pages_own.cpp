// A proposal on the phone of one of the two: a first name, what they share, yes or no; and after two times yes, how to
// reach each other.
#include "foundation/base/language.hpp"
#include "friends/matching/actions_proposal.hpp"
#include "friends/matching/pages.hpp"
#include "friends/people/pages_visitor.hpp"

namespace samrum::friends::matching {

using namespace web;
using people::lead;
using people::OwnVisitor;
using people::phrase_of;

namespace {

void shared_part(Html& h, const OwnVisitor& visitor, const Shared& shared) {
    h(tag::section, [&] {
        h(tag::h2, [&] { visitor.say(h, "friend.proposal.share"); });
        h(tag::ul, attr::cls("v-principles"), [&] {
            const auto all = [&](std::string_view question, const std::vector<std::string>& codes) {
                for (const std::string& code : codes) h(tag::li, [&] { visitor.say(h, phrase_of(question, code)); });
            };
            all("interest", shared.interests);
            for (const std::string& code : shared.languages)
                if (const auto* known = base::language_of(code)) h(tag::li, [&] { name(h, known->autonym, code); });
            all("time", shared.times);
            all("situation", shared.situations);
        });
    });
}

void contact_part(Html& h, const OwnVisitor& visitor, const OwnProposal& own) {
    lead(h, visitor, "friend.proposal.both");
    if (!own.contact || !own.other_name || (own.contact->email.empty() && own.contact->phone.empty()))
        return lead(h, visitor, "friend.proposal.by_us");
    h(tag::p, [&] { visitor.say(h, "friend.proposal.reach", {{"name", *own.other_name}}); });
    h(tag::ul, attr::cls("v-principles"), [&] {
        if (!own.contact->phone.empty())
            h(tag::li, [&] { link(h, "tel:" + own.contact->phone, [&] { isolated(h, own.contact->phone); }); });
        if (!own.contact->email.empty())
            h(tag::li, [&] { link(h, "mailto:" + own.contact->email, [&] { isolated(h, own.contact->email); }); });
    });
    h(tag::p, [&] {
        h(tag::a, attr::cls("v-link"), attr::href(visitor.link("/pair")), [&] { visitor.say(h, "friend.see_pair"); });
    });
}

void answer_part(module::Call& call, Html& h, const OwnVisitor& visitor, const OwnProposal& own) {
    const std::string path = call.link("/k/" + std::string(call.part("secret")) + "/proposal");
    h(tag::p, [&] {
        visitor.say_in_each(h, "friend.proposal.by", [&](const text::Words& words) {
            return base::MessageArgs{{"date", words.date(own.proposal.expires_on)}};
        });
    });
    form(h, call.csrf, path, [&] {
        hidden(h, "l", visitor.language());
        hidden(h, "answer", "yes");
        visitor.button(h, "friend.proposal.yes");
    });
    h(tag::p, [&] { visitor.promise(h, "friend.promise.no_cost"); });
    h(tag::details, attr::cls("v-details"), [&] {
        h(tag::summary, [&] { visitor.say(h, "friend.proposal.no"); });
        form(h, call.csrf, path, [&] {
            hidden(h, "l", visitor.language());
            hidden(h, "answer", "no");
            h(tag::fieldset, attr::cls("v-tiles"), [&] {
                h(tag::legend, [&] { visitor.say(h, "friend.proposal.why"); });
                for (const char* code : {"times", "distance", "not_now", "not_right"})
                    h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
                        h(tag::input, attr::type("radio"), attr::name("reason"), attr::value(code));
                        h(tag::span, attr::cls("v-tile__words"),
                          [&] { visitor.say(h, phrase_of("proposal.no", code)); });
                    });
            });
            h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
                h(tag::input, attr::type("checkbox"), attr::name("never"), attr::value("yes"));
                h(tag::span, attr::cls("v-tile__words"), [&] { visitor.say(h, "friend.proposal.never"); });
            });
            visitor.button(h, "friend.proposal.no", false);
        });
    });
}

bool is_over_on(const Proposal& one, base::Date today) {
    return one.state == ProposalState::open && today > one.expires_on;
}

}  // namespace

Response own_proposal_page(module::Call& call) {
    const auto own = own_proposal(call.room(), call.part("secret"));
    if (!own) return people::nobody_here(call);
    const OwnVisitor visitor(call, own->self.language);
    const bool open = own->proposal.state == ProposalState::open && !is_over_on(own->proposal, call.today());
    const bool accepted = own->proposal.state == ProposalState::accepted && own->holds;
    const bool answered = own->proposal.answer_of_side(own->side) == Answer::yes;
    const auto title = [&](Html& h) {
        // Who has been answered is asked no more.
        if (own->other_name)
            return visitor.say(h, accepted ? "friend.pair.with" : "friend.proposal.title",
                               {{"name", *own->other_name}});
        visitor.say(h, accepted ? "friend.pair.with_friend" : "friend.proposal.hidden");
    };
    return module::visitor_document(
        call, visitor, {.title = visitor.text("friend.see_proposal"), .site = own->programme.name}, [&](Html& h) {
            if (!open && !accepted) {
                const bool said_no = own->proposal.answer_of_side(own->side) == Answer::no;
                h(tag::h1, [&] { visitor.say(h, "friend.see_proposal"); });
                lead(h, visitor, said_no ? "friend.proposal.noted" : "friend.proposal.over");
            } else {
                h(tag::h1, [&] { title(h); });
                if (own->other_party != PartyKind::person)
                    h(tag::p, [&] { visitor.say(h, phrase_of("party", code_of(own->other_party))); });
                if (accepted) contact_part(h, visitor, *own);
                if (open && answered) lead(h, visitor, "friend.proposal.waiting");
                shared_part(h, visitor, own->shared);
                if (open && !answered) answer_part(call, h, visitor, *own);
            }
            h(tag::p, [&] {
                h(tag::a, attr::cls("v-link"), attr::href(visitor.link("")), [&] { visitor.say(h, "friend.back"); });
            });
            module::language_choice(h, visitor, "/proposal");
        });
}

Response answer_now(module::Call& call) {
    const Fields& form = call.request.form;
    const std::string_view answer = form.get("answer");
    // What comes of it is on the page, also when the proposal was over before the answer came.
    if (answer == "yes" || answer == "no") {
        const auto answered = answer_own(call.room(), call.today(), call.part("secret"),
                                         {answer == "yes", form.get("reason"), form.get("never") == "yes"});
        if (!answered) return own_proposal_page(call);
    }
    return Response::redirect(OwnVisitor(call).link("/proposal"));
}

}  // namespace samrum::friends::matching
