#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/papers/actions_case.hpp"
#include "partnership/papers/actions_original.hpp"
#include "partnership/papers/repository.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::papers {
namespace {

constexpr int kDaysAgo = 60;
constexpr int kMonthsBefore = 12;
constexpr int kDaysToMakeOriginal = 14;

module::Duty duty(const agreement::AgreementHead& head, const std::string& uid, std::string_view key, base::Date due,
                  const base::MessageArgs& more, const std::string& link) {
    base::MessageArgs args{{"agreement", head.activity.empty() ? head.title : head.activity}};
    args.insert(args.end(), more.begin(), more.end());
    return {"papers/" + head.slug + "/" + uid,
            {"papers.duty." + std::string(key), args},
            due,
            {},
            module::Role::officer,
            link,
            head.id.uuid()};
}

/// An amendment applies once it is made: its original is to be made soon, so that the parties can sign it.
void add_original(store::Reader& room, const agreement::AgreementHead& head, std::vector<module::Duty>& duties) {
    for (const changes::Event& one : changes::events_of(room, head.id))
        if (one.version == head.version)
            duties.push_back(duty(head, "original/" + std::to_string(head.version), "original",
                                  one.written_on.plus_days(kDaysToMakeOriginal),
                                  {{"version", std::to_string(head.version)}},
                                  "/agreements/" + head.id.text() + "/papers"));
}

/// An original that was made here waits for those who have not signed, until the agreement is over.
void add_signatures(store::Reader& room, const agreement::AgreementHead& head, const Agreement& one, base::Date today,
                    std::vector<module::Duty>& duties) {
    if (head.has_ended(today) || (head.last && *head.last < today)) return;
    const auto originals = load_originals(room, head.id);
    if (originals.empty() || originals.front().version != head.version) return add_original(room, head, duties);
    const auto missing = unsigned_of(signatories_of(one), load_signatures(room, head.id, head.version));
    if (missing.empty()) return;
    std::string who;
    std::set<std::string> named;  // several may sign for one organisation
    for (const Signatory& line : missing)
        if (named.insert(line.organisation_name).second) who += (who.empty() ? "" : ", ") + line.organisation_name;
    duties.push_back(duty(head, "signatures/" + std::to_string(head.version), "signatures",
                          head.first.value_or(originals.front().made_on), {{"who", who}},
                          "/agreements/" + head.id.text() + "/papers"));
}

/// An account that a committee was promised: begun or not, until it is sent.
void add_accounts(store::Reader& room, const agreement::AgreementHead& head, const Agreement& one, base::Date today,
                  std::vector<module::Duty>& duties) {
    for (const OpenAccount& account : open_accounts(room, head, one, today, today.plus_months(kMonthsBefore))) {
        const std::string link = "/agreements/" + head.id.text() + "/papers";
        duties.push_back(duty(head, "account/" + account.due.iso(), account.begun ? "account_begun" : "account",
                              account.due, {{"year", std::to_string(account.due.year())}},
                              account.begun ? link + "/memos/" + account.begun->text() : link));
    }
}

}  // namespace

std::vector<module::Duty> papers_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    for (const agreement::AgreementHead& head : agreement::list_agreements(room)) {
        if (!room.place() || head.home_room != room.place()->uuid()) continue;
        if (!head.in_force(today) && !(head.last && head.last->plus_days(kDaysAgo) >= today)) continue;
        const Agreement one = agreement::load_document(room, head);
        add_signatures(room, head, one, today, duties);
        add_accounts(room, head, one, today, duties);
    }
    return duties;
}

}  // namespace samrum::partnership::papers
