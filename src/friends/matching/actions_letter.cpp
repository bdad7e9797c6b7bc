// Letters about proposals, in the language of whoever gets them with Swedish below; the address in them is a new secret
// of their own, made when the letter is written.
#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "friends/matching/actions_proposal.hpp"
#include "friends/people/actions_participant.hpp"

#include <nlohmann/json.hpp>

namespace samrum::friends::matching {
namespace {

struct Said {
    std::string subject;
    std::string text;
};
Said said_in(std::string_view language, std::string_view kind, const std::string& room, const std::string& address) {
    const auto& words = module::visitor_catalogues().words(language);
    return {words("friend.letter.subject", {{"room", room}}),
            words(kind == "both" ? "friend.letter.both" : "friend.letter.text") + "\n" + address + "\n"};
}

}  // namespace

void send_letter(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    const auto kind = arguments.at("kind").get<std::string>();
    const auto to = ParticipantId::parse(arguments.at("to").get<std::string>()).value();
    const auto room = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    call.work.open()->transaction([&](store::Transaction& tx) {
        call.work.complete(tx);
        const auto one = people::find_participant(tx, to);
        const auto address = directory::mail_address(tx, to);
        // Who has no address is rung; who has left is not written to.
        const bool due = one && (one->stage == Stage::proposed || (kind == "both" && one->stage == Stage::paired));
        if (!due || !address || !room) return;
        const std::string link =
            people::link_address(call.house, room->short_name, people::new_link(tx, to, call.house.clocks.today())) +
            "/proposal";
        Said said = said_in(one->language, kind, room->name, link);
        if (one->language != "sv") said.text += "\n" + said_in("sv", kind, room->name, link).text;
        jobs::queue_mail(tx, {*address, said.subject, said.text});
    });
}

void expire_over_night(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    call.work.open()->transaction([&](store::Transaction& tx) {
        expire_proposals(tx, today);
        call.work.complete(tx);
    });
}

}  // namespace samrum::friends::matching
