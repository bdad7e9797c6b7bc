#include "friends/people/actions_letter.hpp"

#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/module/visitor_catalogue.hpp"

namespace samrum::friends::people {
namespace {

struct Said {
    std::string subject;
    std::string text;
};
Said said_in(std::string_view language, const Letterhead& from, const LetterPhrases& says, const std::string& address) {
    const auto& words = module::visitor_catalogues().words(language);
    return {words(says.subject, {{"room", from.room}}), words(says.text) + "\n" + address + "\n"};
}

}  // namespace

std::optional<Letterhead> letterhead(const module::JobCall& call) {
    const auto room = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    return room ? std::optional(Letterhead{room->name, room->short_name}) : std::nullopt;
}

bool write_letter(store::Transaction& tx, const module::House& house, const Letterhead& from, const Participant& to,
                  const LetterPhrases& says) {
    const auto email = directory::mail_address(tx, to.id);
    if (!email) return false;
    const std::string address =
        link_address(house, from.short_name, new_link(tx, to.id, house.clocks.today())) + std::string(says.page);
    Said said = said_in(to.language, from, says, address);
    if (to.language != "sv") said.text += "\n" + said_in("sv", from, says, address).text;
    jobs::queue_mail(tx, {*email, said.subject, said.text});
    return true;
}

}  // namespace samrum::friends::people
