// The letters of the demo, to be read instead of sent.
#include "app/pages.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace web;

/// The text with its addresses of ours as links.
void letter_text(module::Call& call, Html& h, std::string_view text) {
    const std::string& ours = call.house.public_address;
    while (!text.empty()) {
        const std::size_t at = ours.empty() ? std::string_view::npos : text.find(ours);
        h.text(text.substr(0, at));
        if (at == std::string_view::npos) return;
        text.remove_prefix(at);
        const std::string_view address = text.substr(0, text.find_first_of(" \r\n\t"));
        link(h, address.substr(ours.size()), address);
        text.remove_prefix(address.size());
    }
}

void letter(module::Call& call, Html& h, const jobs::MailView& one) {
    const auto& words = call.words;
    section(h, one.mail.subject, [&] {
        definition_list(h, {{words("mail.to"), [&] { isolated(h, one.mail.to); }},
                            {words("mail.when"), [&] { moment(h, words, one.created); }}});
        h(tag::pre, attr::cls("s-letter"), [&] { letter_text(call, h, one.mail.text); });
    });
}

/// Of the lobby and every room, the newest first.
std::vector<jobs::MailView> all_letters(module::Call& call) {
    auto letters = jobs::list_mail(call.lobby());
    for (const auto& room : directory::list_rooms(call.lobby()))
        for (auto& one : jobs::list_mail(*call.house.store->room(room.id))) letters.push_back(std::move(one));
    std::sort(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.created > b.created; });
    return letters;
}

}  // namespace

web::Response mail_page(module::Call& call) {
    if (!call.house.demo) return module::not_found(call);
    const auto letters = all_letters(call);
    return module::page(call, {.title = call.words("mail.title"), .lead = call.words("mail.lead")}, [&](Html& h) {
        if (letters.empty()) empty_state(h, call.words("mail.empty.title"), call.words("mail.empty.text"));
        for (const auto& one : letters) letter(call, h, one);
    });
}

}  // namespace samrum::app
