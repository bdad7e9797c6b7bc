#include "partnership/agreement/actions_read.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace samrum::partnership::agreement {
namespace {

std::vector<ListedAgreement> with_parties(store::Reader& room, std::vector<AgreementHead> heads) {
    std::vector<ListedAgreement> all;
    for (AgreementHead& head : heads) {
        auto parties = parties_of(room, head.id);
        all.push_back({std::move(head), std::move(parties)});
    }
    return all;
}

/// What was in force before the day and is not any more.
std::vector<AgreementHead> heads_over(store::Reader& room, base::Date day) {
    auto heads = list_agreements(room);
    std::erase_if(heads, [day](const AgreementHead& one) {
        const auto days = one.period();
        return !days || days->first() > day || one.in_force(day);
    });
    return heads;
}

/// Who enters from outside reads the agreements that their own organisation is a party of, and no others.
bool may_read(const module::Caller& caller, const std::vector<PartyRow>& parties) {
    if (module::may_for(caller, kReadAgreements, caller.room_organisation)) return true;
    return std::any_of(parties.begin(), parties.end(), [&](const PartyRow& one) {
        return one.organisation && module::may_for(caller, kReadAgreements, module::OrganisationId{*one.organisation});
    });
}

/// The choice by which the reading that stands was chosen, if a person chose in the rooms.
std::optional<ReadingChoice> standing_choice(store::Reader& room, AgreementId id, const CommitmentRow& commitment) {
    const ReadingRow* reading = commitment.settled();
    if (!reading || !reading->chosen) return std::nullopt;
    auto choices = choices_of(room, id, commitment.key);
    if (choices.empty() || choices.back().reading != reading->key) return std::nullopt;
    return std::move(choices.back());
}

}  // namespace

std::vector<ListedAgreement> public_agreements(store::Reader& room, base::Date day) {
    return with_parties(room, agreements_in_force(room, day));
}

std::int64_t count_agreements_over(store::Reader& room, base::Date day) {
    return std::ssize(heads_over(room, day));
}

std::vector<ListedAgreement> public_agreements_over(store::Reader& room, base::Date day) {
    auto heads = heads_over(room, day);
    std::ranges::stable_sort(heads, std::greater{}, &AgreementHead::last_day);
    return with_parties(room, heads);
}

std::optional<PublicAgreement> public_agreement(store::Session& session, store::RoomId room_id, std::string_view slug,
                                                base::Date day) {
    return session.snapshot([&](store::Reader& room) -> std::optional<PublicAgreement> {
        const auto head = find_agreement_by_slug(room, room_id, slug);
        const auto period = head ? head->period() : std::nullopt;
        if (!period || period->first() > day) return std::nullopt;
        PublicAgreement all{
            *head, parties_of(room, head->id), amounts_of(room, head->id), commitments_of(room, head->id), {}};
        for (Delivery& one : newest_only(deliveries_of(room, head->id.uuid())))
            if (one.published) all.published.push_back(std::move(one));
        return all;
    });
}

std::vector<ListedAgreement> read_agreements(store::Reader& room, const module::Caller& caller) {
    if (!module::may_anywhere(caller, kReadAgreements)) return {};
    auto all = with_parties(room, list_agreements(room));
    std::erase_if(all, [&](const ListedAgreement& one) { return !may_read(caller, one.parties); });
    return all;
}

std::optional<ReadAgreement> read_agreement_of(store::Reader& room, const module::Caller& caller, AgreementId id) {
    auto parties = parties_of(room, id);
    if (!may_read(caller, parties)) return std::nullopt;
    const auto head = find_agreement(room, id);
    const auto version = head ? find_version(room, id, head->version) : std::nullopt;
    if (!version) return std::nullopt;
    auto file = read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    ReadAgreement all{*head, std::move(file).value(), std::move(parties), commitments_of(room, id)};
    for (const CommitmentRow& one : all.commitments)
        if (auto choice = standing_choice(room, id, one)) all.choices.push_back(*std::move(choice));
    return all;
}

std::vector<CommitmentRow> read_commitments(store::Reader& room, const module::Caller& caller, AgreementId id) {
    if (!may_read(caller, parties_of(room, id))) return {};
    return commitments_of(room, id);
}

std::vector<Delivery> read_deliveries(store::Reader& room, const module::Caller& caller, AgreementId id) {
    if (!may_read(caller, parties_of(room, id))) return {};
    return deliveries_of(room, id.uuid());
}

std::vector<StandingDelivery> read_standing(store::Reader& room, const module::Caller& caller) {
    if (!module::may_anywhere(caller, kSeeProgress)) return {};
    return standing_rules(room);
}

std::vector<Delivery> newest_only(const std::vector<Delivery>& deliveries) {
    std::set<std::string> seen;
    std::vector<Delivery> newest;
    for (const Delivery& one : deliveries) {
        const std::string figure =
            one.commitment + "|" + one.measure + "|" + scope_text(one.scope) + "|" + one.period.iso();
        if (seen.insert(figure).second) newest.push_back(one);
    }
    return newest;
}

std::vector<Delivery> deliveries_for(const std::vector<Delivery>& deliveries, std::string_view commitment) {
    std::vector<Delivery> of_it;
    for (const Delivery& one : deliveries)
        if (one.commitment == commitment) of_it.push_back(one);
    return of_it;
}

}  // namespace samrum::partnership::agreement
