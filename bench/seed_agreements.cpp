#include "bench/seed.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <fmt/format.h>

namespace samrum::bench {
namespace {

using namespace partnership::agreement;

/// A municipality, an association and the number of their agreement.
struct Pair {
    const module::RoomHead& municipality;
    const module::RoomHead& association;
    int number;
};

/// The pattern with names, sums and numbers of its own.
Agreement varied(Agreement one, const Pair& pair, std::mt19937& random) {
    one.key = fmt::format("iop-{:05}", pair.number);
    one.title = fmt::format("Idéburet offentligt partnerskap {} (påhittat)", pair.number);
    one.registry_number = fmt::format("BENCH 2019/{:05}", pair.number);
    one.predecessor.clear();
    for (auto& organisation : one.organisations) {
        organisation.number.reset();
        if (organisation.key == "lund") organisation.name = pair.municipality.name;
        if (organisation.key == "socialforvaltningen")
            organisation.name = "Socialförvaltningen i " + pair.municipality.name;
        if (organisation.key == "im") organisation.name = pair.association.name;
    }
    for (Amount& amount : one.amounts) {
        amount.instalments.clear();
        amount.budget_years.clear();
        for (auto& reading : amount.sums.all)
            reading.value.sum = Sum::exact(base::Money::kronor(10'000 * between(random, 5, 120)));
    }
    return one;
}

AgreementIndex indexed(const Agreement& agreement, const Pair& pair) {
    AgreementIndex index = index_of(agreement);
    index.head.id = AgreementId::ordered();
    index.head.home_room = pair.municipality.id.uuid();
    for (PartyRow& party : index.parties) {
        const auto& room = party.side == Side::public_side ? pair.municipality : pair.association;
        party.room = room.id.uuid();
        party.organisation = room.organisation.uuid();
    }
    return index;
}

/// Three months of sessions, each delivered and published when it was over; the first was corrected once.
void deliver(store::Transaction& tx, const AgreementIndex& index, std::mt19937& random) {
    for (const CommitmentRow& promised : index.commitments) {
        if (promised.measure.empty()) continue;
        for (unsigned month = 10; month <= 12; ++month) {
            const auto first = base::Date::of(2019, month, 1);
            std::optional<Delivery> before;
            for (int version = 1; version <= (month == 10 ? 2 : 1); ++version) {
                Delivery next;
                next.id = DeliveryId::ordered();
                next.agreement = index.head.id.uuid();
                next.commitment = promised.key;
                next.measure = promised.measure;
                next.unit = "unit.sessions";
                next.scope = promised.scope;
                next.period = base::Period(first, first.plus_months(1).plus_days(-1));
                next.as_of = first.plus_months(1).plus_days(version);
                next.value = {DeliveredValue::Kind::number, between(random, 3, 12)};
                next.published = true;
                next.made_at = base::Instant::now();
                next.made_by = "samordnare";
                before = frozen(std::move(next), before);
                insert_delivery(tx, *before, Direction::received);
            }
        }
    }
}

}  // namespace

std::vector<std::string> make_agreements(store::Store& store, const Sizes& sizes, std::string_view pattern,
                                         const Rooms& municipalities, const Rooms& associations) {
    const auto file = read_agreement(pattern);
    base::ensure(static_cast<bool>(file), "the pattern is an agreement file that reads");
    std::vector<std::string> pages;
    const int rooms = static_cast<int>(municipalities.size());
    for (int room = 0; room < rooms; ++room) {
        const auto& home = municipalities[static_cast<std::size_t>(room)];
        store.room(home.id)->transaction([&](store::Transaction& tx) {
            std::mt19937 random = random_of(static_cast<std::uint32_t>(room));
            for (int number = room + 1; number <= sizes.agreements; number += rooms) {
                const Pair pair{home, associations[random() % associations.size()], number};
                const Agreement agreement = varied(file->agreement, pair, random);
                const AgreementIndex index = indexed(agreement, pair);
                save_index(tx, index);
                const std::string document = write_agreement(agreement);
                insert_version(tx, {index.head.id, 1, document, content_hash(document), base::Instant::now(), "bench"});
                if (number % 3 != 0) deliver(tx, index, random);
                tx.journal(seeder(), {"agreement.imported", index.head.slug, "{}"});
            }
        });
        for (int number = room + 1; number <= sizes.agreements; number += rooms)
            pages.push_back(fmt::format("/{}/iop/iop-{:05}", home.short_name, number));
        tell_progress("agreements", static_cast<std::int64_t>(pages.size()), sizes.agreements);
    }
    return pages;
}

}  // namespace samrum::bench
