// The overview of one room with a country's agreements: 5,000 copies from 290 municipalities in an association's room.
// Reported, not gated: bench/README.md.
// usage: bench_overview DIRECTORY PATTERN [--agreements N] [--municipalities N] [--database postgresql://…]
#include "bench/files.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/module.hpp"
#include "partnership/overview/actions_refresh.hpp"
#include "partnership/overview/pages.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <random>

namespace samrum::bench {
namespace {

using namespace partnership;
using agreement::AgreementId;
using Clock = std::chrono::steady_clock;

const store::Actor kBench{"bench", "bench"};
constexpr int kTimes = 40;

struct Options {
    std::string directory;
    std::string pattern;
    std::string database;
    int agreements = 5'000;
    int municipalities = 290;
};

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

module::RoomHead make_room(store::Store& store) {
    const auto lobby = store.lobby();
    const auto organisation = lobby->transaction([&](store::Transaction& tx) {
        return directory::add_organisation(tx, kBench, {"association", "Riksföreningen (påhittad)", "", "", true},
                                           std::nullopt);
    });
    return directory::create_room(store, kBench, {"riks", organisation.value()}).value();
}

agreement::Agreement varied(agreement::Agreement one, int number, int municipality) {
    one.key = fmt::format("iop-{:05}", number);
    one.title = fmt::format("Idéburet offentligt partnerskap {} (påhittat)", number);
    one.registry_number = fmt::format("BENCH 2019/{:05}", number);
    one.predecessor.clear();
    for (auto& organisation : one.organisations) {
        organisation.number.reset();
        if (organisation.key == "lund") organisation.name = fmt::format("Kommun {:03} (påhittad)", municipality);
        if (organisation.key == "socialforvaltningen")
            organisation.name = fmt::format("Socialförvaltningen {:03}", municipality);
    }
    for (auto& amount : one.amounts)
        for (auto& reading : amount.sums.all)
            reading.value.sum = agreement::Sum::exact(base::Money::kronor(10'000 * (5 + number % 115)));
    return one;
}

void deliver_a_year(store::Transaction& tx, const agreement::AgreementIndex& index, std::mt19937& random) {
    for (const auto& promised : index.commitments) {
        if (promised.measure.empty()) continue;
        for (int month = 0; month < 6; ++month) {
            const auto first = base::Date::of(2019, 7, 1).plus_months(month);
            agreement::Delivery next;
            next.id = agreement::DeliveryId::ordered();
            next.agreement = index.head.id.uuid();
            next.commitment = promised.key;
            next.measure = promised.measure;
            next.unit = "unit.sessions";
            next.scope = promised.scope;
            next.period = base::Period(first, first.plus_months(1).plus_days(-1));
            next.as_of = first.plus_months(1);
            next.value = {agreement::DeliveredValue::Kind::number, 3 + static_cast<std::int64_t>(random() % 10)};
            next.made_at = base::Instant::now();
            next.made_by = "samordnare";
            agreement::insert_delivery(tx, agreement::frozen(std::move(next), std::nullopt),
                                       agreement::Direction::made);
        }
    }
}

void fill(store::Session& room, const Options& options) {
    const auto file = agreement::read_agreement(content_of(options.pattern));
    base::ensure(static_cast<bool>(file), "the pattern is an agreement file that reads");
    std::mt19937 random(20200131);
    std::vector<base::Uuid> homes;
    for (int n = 0; n < options.municipalities; ++n) homes.push_back(base::Uuid::ordered());
    constexpr int kInOne = 250;
    for (int from = 0; from < options.agreements; from += kInOne)
        room.transaction([&](store::Transaction& tx) {
            for (int number = from; number < std::min(from + kInOne, options.agreements); ++number) {
                const int municipality = number % options.municipalities;
                const auto one = varied(file->agreement, number, municipality);
                auto index = agreement::index_of(one);
                index.head.id = AgreementId::ordered();
                index.head.home_room = homes[static_cast<std::size_t>(municipality)];
                agreement::save_index(tx, index);
                const std::string document = agreement::write_agreement(one);
                agreement::insert_version(
                    tx, {index.head.id, 1, document, agreement::content_hash(document), base::Instant::now(), "bench"});
                if (number % 3 != 0) deliver_a_year(tx, index, random);
            }
            tx.journal(kBench, {"agreement.imported", "bench", "{}"});
        });
}

struct Figures {
    double median = 0;
    double p95 = 0;
    double cpu = 0;  ///< of this process a page: what a busy machine does not blur; PostgreSQL's own is beside it
    std::size_t bytes = 0;
};

Figures time_page(const module::House& house, const module::RoomHead& head, const module::Caller& caller,
                  const std::string& query) {
    std::vector<double> times;
    const std::clock_t cpu_start = std::clock();
    std::size_t bytes = 0;
    for (int n = 0; n < kTimes; ++n) {
        web::Request request;
        request.path = "/riks/overview";
        request.query = web::Fields::parse(query).value();
        const auto start = Clock::now();
        module::Call call(house, request, house.catalogues->words("sv"));
        call.caller = caller;
        call.head = head;
        const auto answer = overview::overview_page(call);
        base::ensure(answer.status == 200, "the page is there");
        times.push_back(milliseconds_since(start));
        bytes = answer.body.size();
    }
    const double cpu = 1000.0 * static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC / kTimes;
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 95 / 100], cpu, bytes};
}

void run(const Options& options) {
    const store::Location where{options.database.empty() ? store::Engine::sqlite : store::Engine::postgresql,
                                options.directory, options.database};
    auto made = store::Store::create(where);
    base::ensure(static_cast<bool>(made), "the installation is new");
    const auto store = std::move(made).value();
    const auto head = make_room(*store);
    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    const std::vector<module::Module> modules{partnership::partnership_module()};
    module::House house;
    house.store = store.get();
    house.clocks = base::Clocks(base::Date::of(2020, 1, 31));
    house.catalogues = catalogues.get();
    house.modules = modules;
    module::Caller coordinator;
    coordinator.account = module::AccountId::ordered();
    coordinator.label = "samordnare";
    coordinator.room_organisation = head.organisation;
    coordinator.grants = {{*coordinator.account, head.id, module::Role::coordinator, head.organisation,
                           base::Period{base::Date::of(2016, 1, 1), std::nullopt}}};

    const auto room = store->room(head.id);
    auto start = Clock::now();
    fill(*room, options);
    std::cout << fmt::format("filled: {} agreements of {} municipalities in {:.1f} s\n", options.agreements,
                             options.municipalities, milliseconds_since(start) / 1000);
    start = Clock::now();
    overview::refresh(*room, house, static_cast<std::size_t>(options.agreements));
    std::cout << fmt::format("every row computed (the night's job): {:.1f} s\n", milliseconds_since(start) / 1000);
    start = Clock::now();
    room->transaction([&](store::Transaction& tx) { tx.journal(kBench, {"bench.changed", "", "{}"}); });
    overview::refresh(*room, house, 100);
    std::cout << fmt::format("after a change anywhere in the room: {:.1f} ms more, once\n", milliseconds_since(start));
    for (const char* query : {"", "sort=party", "sort=-next&page=40", "search=kommun+117", "show=all&year=2020"}) {
        const Figures one = time_page(house, head, coordinator, query);
        std::cout << fmt::format("overview?{:<24} median {:6.1f} ms, p95 {:6.1f} ms, processor {:6.1f} ms, {} KiB\n",
                                 query, one.median, one.p95, one.cpu, one.bytes / 1024);
    }
    std::cout << "aim: under 100 ms. Reported, not a gate.\n";
}

}  // namespace
}  // namespace samrum::bench

int main(int count, char** arguments) {
    samrum::bench::Options options;
    std::vector<std::string> words(arguments + 1, arguments + count);
    std::vector<std::string> plain;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == "--agreements" && at + 1 < words.size())
            options.agreements = std::stoi(words[++at]);
        else if (words[at] == "--municipalities" && at + 1 < words.size())
            options.municipalities = std::stoi(words[++at]);
        else if (words[at] == "--database" && at + 1 < words.size())
            options.database = words[++at];
        else
            plain.push_back(words[at]);
    }
    if (plain.size() != 2) {
        std::cerr << "usage: bench_overview DIRECTORY PATTERN [--agreements N] [--municipalities N] [--database URL]\n";
        return 2;
    }
    options.directory = plain[0];
    options.pattern = plain[1];
    samrum::bench::run(options);
}
