#include "partnership/enquiry/actions_letter.hpp"

#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "partnership/enquiry/repository.hpp"

#include <nlohmann/json.hpp>
#include <ranges>

namespace samrum::partnership::enquiry {
namespace {

constexpr std::string_view kMailings[] = {"received", "answered", "closed", "reopened"};

/// The last letter of the body, which an answer brings along.
std::string last_answer(const std::vector<Letter>& letters) {
    for (const Letter& one : std::ranges::reverse_view(letters))
        if (one.from_body) return one.text;
    return "";
}

}  // namespace

void write_letter(store::Transaction& tx, const Enquiry& one, Mailing kind, std::string_view secret) {
    if (!one.contact) return;
    const nlohmann::ordered_json job{
        {"enquiry", one.id.text()}, {"kind", kMailings[static_cast<std::size_t>(kind)]}, {"secret", secret}};
    jobs::enqueue(tx, kLetterJob, job.dump(), base::Instant::now());
}

void send_letter(module::JobCall& call) {
    const auto job = nlohmann::json::parse(call.work.arguments());
    const auto id = EnquiryId::parse(job.at("enquiry").get<std::string>()).value();
    const std::string kind = job.at("kind");
    const std::string secret = job.at("secret");
    const auto room = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    const std::string address = call.house.public_address + "/" + (room ? room->short_name : "");
    call.work.open()->transaction([&](store::Transaction& tx) {
        call.work.complete(tx);
        const auto one = load_enquiry(tx, id);
        // Whoever took their address back is written to no more.
        if (!one || !one->contact) return;
        const auto to = directory::mail_address(tx, directory::PersonAliasId{*one->contact});
        if (!to) return;
        const text::Words& words = call.house.catalogues->words(one->language);
        const base::MessageArgs args{
            {"number", one->number()},
            {"body", room ? room->name : ""},
            {"address", secret.empty() ? address + "/guide" : address + "/guide/own/" + secret},
            {"answer", last_answer(load_letters(tx, id))},
            {"outcome",
             one->outcome ? words("partnership.enquiry.outcome." + std::string(code_of(*one->outcome))) : ""},
            {"reason", one->reason}};
        const std::string key = "partnership.enquiry.mail." + kind;
        jobs::queue_mail(tx, {*to, words(key + ".subject", args), words(key + ".text", args)});
    });
}

}  // namespace samrum::partnership::enquiry
