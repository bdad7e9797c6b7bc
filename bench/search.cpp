// bench_search: an index of so many entries in a room, and searches of two words as an officer and as a party that
// enters by grant. usage: bench_search DIRECTORY POSTGRESQL-ADDRESS|'' ENTRIES. What was filled before is measured
// again. See bench/README.md.
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/ensure.hpp"
#include "search/actions_search.hpp"
#include "search/model_signature.hpp"
#include "search/repository_index.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libpq-fe.h>
#include <random>

namespace {

using namespace samrum;
using Clock = std::chrono::steady_clock;

const store::Actor kBench{"bench", "bench"};
const module::Permission kBenchRead{
    "bench.read", module::Guard::personal, {module::Role::officer, module::Role::partner}};
constexpr int kParties = 40;
constexpr std::size_t kVocabulary = 30'000;
constexpr std::size_t kWordsOfEntry = 9;
constexpr int kSearches = 1'000;
constexpr std::int64_t kAtATime = 5'000;

const store::Statement kBenchEntry{store::Scope::room,
                                   "insert into search_entry (id, kind, link, title, title_terms, body, day, mark)"
                                   " values ($1, $2, $3, $4, $5, $6, $7, '')"};
const store::Statement kBenchTerms{
    store::Scope::room,
    "insert into search_term (reader, term, entry, signature) values "
    "($1, $3, $12, $13), ($1, $4, $12, $13), ($1, $5, $12, $13), ($1, $6, $12, $13), ($1, $7, $12, $13), "
    "($1, $8, $12, $13), ($1, $9, $12, $13), ($1, $10, $12, $13), ($1, $11, $12, $13), "
    "($2, $3, $12, $13), ($2, $4, $12, $13), ($2, $5, $12, $13), ($2, $6, $12, $13), ($2, $7, $12, $13), "
    "($2, $8, $12, $13), ($2, $9, $12, $13), ($2, $10, $12, $13), ($2, $11, $12, $13)"};

/// Made-up words, the first ones common and the last ones rare, as in a language (Zipf).
class Vocabulary {
  public:
    explicit Vocabulary(std::mt19937_64& random) : random_(random) {
        constexpr std::string_view kParts[] = {"ra",  "do",  "sam", "ver", "kan", "lun", "pi", "strand", "mo", "gi",
                                               "fri", "vil", "ko",  "ma",  "ten", "ska", "le", "hus",    "by", "nor"};
        words_.reserve(kVocabulary);
        double sum = 0;
        for (std::size_t i = 0; i < kVocabulary; ++i) {
            std::string word;
            for (std::size_t rest = i + 20; rest > 0; rest /= 20) word += kParts[rest % 20];
            words_.push_back(std::move(word));
            sum += 1.0 / static_cast<double>(i + 10);
            sums_.push_back(sum);
        }
    }
    const std::string& any() {
        const double at = std::uniform_real_distribution<double>(0, sums_.back())(random_);
        const auto found = std::lower_bound(sums_.begin(), sums_.end(), at);
        return words_[static_cast<std::size_t>(found - sums_.begin())];
    }
    std::vector<std::string> some() {
        std::vector<std::string> all;
        while (all.size() < kWordsOfEntry)
            if (const auto& word = any(); std::find(all.begin(), all.end(), word) == all.end()) all.push_back(word);
        return all;
    }

  private:
    std::mt19937_64& random_;
    std::vector<std::string> words_;
    std::vector<double> sums_;
};

constexpr std::string_view kRoom = "kommunen";
constexpr std::string_view kLabel = "bench.read@";

struct Bench {
    module::RoomHead head;
    std::vector<std::int64_t> readers;                  ///< the officers, then the parties
    std::vector<module::OrganisationId> organisations;  ///< whose they are
    std::vector<std::array<std::string, 2>> pairs;      ///< words that stand together somewhere
};

void insert(store::Transaction& tx, std::int64_t id, std::int64_t officers, std::int64_t party,
            const std::vector<std::string>& words) {
    const std::string text = fmt::format("{}", fmt::join(words, " "));
    tx.run(kBenchEntry, id, id % 3 == 0 ? "agreement" : "meeting", "/bench/" + std::to_string(id), text.substr(0, 24),
           " " + words[0] + " " + words[1] + " " + words[2] + " ", text,
           base::Date::of(2019, 1, 1).plus_days(static_cast<int>(id % 700)));
    std::vector<store::Value> arguments{officers, party};
    for (const auto& word : words) arguments.emplace_back(word);
    arguments.emplace_back(id);
    arguments.emplace_back(search::signature_of(words));
    tx.execute(kBenchTerms, arguments);
}

/// A room with its readers: the officers, and a party for each number after theirs.
Bench make_room(store::Store& store) {
    Bench bench;
    const auto organisation = store.lobby()->transaction([&](store::Transaction& tx) {
        return directory::add_organisation(tx, kBench, {"municipality", "Kommunen (påhittad)", "", "", true},
                                           std::nullopt);
    });
    bench.head = directory::create_room(store, kBench, {std::string(kRoom), organisation.value()}).value();
    store.room(bench.head.id)->transaction([&](store::Transaction& tx) {
        const auto add = [&](const module::OrganisationId& one) {
            search::reader_number(tx, std::string(kLabel) + one.text());
        };
        add(bench.head.organisation);
        for (int i = 0; i < kParties; ++i) add(module::OrganisationId::random());
    });
    return bench;
}

/// The room, and pairs of words to search for; the same for each filling.
Bench fill(store::Store& store, std::int64_t entries) {
    Bench bench;
    const auto known = directory::find_room(*store.lobby(), kRoom);
    if (known)
        bench.head = *known;
    else
        bench = make_room(store);
    const auto room = store.room(bench.head.id);
    for (const auto& [number, label] : search::load_readers(*room)) {
        bench.readers.push_back(number);
        bench.organisations.push_back(module::OrganisationId::parse(label.substr(kLabel.size())).value());
    }
    std::mt19937_64 random(20200131);
    Vocabulary vocabulary(random);
    const auto some = [&](std::int64_t from, store::Transaction* tx) {
        for (std::int64_t id = from; id < from + kAtATime && id <= entries; ++id) {
            const auto words = vocabulary.some();
            if (tx != nullptr)
                insert(*tx, id, bench.readers[0], bench.readers[1 + static_cast<std::size_t>(id % kParties)], words);
            if (random() % 200 == 0) bench.pairs.push_back({words[random() % 9], words[random() % 9]});
        }
    };
    for (std::int64_t from = 1; from <= entries; from += kAtATime) {
        if (known)
            some(from, nullptr);
        else
            room->transaction([&](store::Transaction& tx) { some(from, &tx); });
    }
    return bench;
}

/// What PostgreSQL's own vacuum does within minutes of so much filling; SQLite needs none.
void vacuum(const std::string& address) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(address.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(server.get(), "vacuum analyze"), PQclear);
    base::ensure(PQresultStatus(done.get()) == PGRES_COMMAND_OK, "PostgreSQL vacuums");
}

module::Caller caller(const Bench& bench, module::Role role, module::OrganisationId organisation) {
    module::Caller one;
    one.account = module::AccountId::random();
    one.room_organisation = bench.head.organisation;
    one.grants = {{*one.account, bench.head.id, role, organisation, {base::Date::of(2019, 1, 1), std::nullopt}}};
    return one;
}

/// One word whole and the beginning of another, as somebody types.
void measure(store::Session& room, const Bench& bench, const module::Caller& who, const char* name) {
    std::array<module::Module, 1> modules;
    modules[0].permissions = {&kBenchRead};
    std::mt19937_64 random(7);
    std::vector<double> took;
    std::vector<double> worked;  // CPU of this process: on a busy machine what SQLite takes by itself
    std::int64_t hits = 0;
    for (int i = 0; i < kSearches; ++i) {
        const auto& pair = bench.pairs[random() % bench.pairs.size()];
        const std::string typed = pair[0] + " " + pair[1].substr(0, 3 + random() % 3);
        const auto began = Clock::now();
        const auto clock = std::clock();
        const auto found = search::find(room, who, modules, {typed, "", 0, 20});
        took.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
        worked.push_back(1e3 * static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC);
        hits += found.total;
    }
    std::sort(took.begin(), took.end());
    std::sort(worked.begin(), worked.end());
    const auto at = [](const std::vector<double>& all, double share) {
        return all[static_cast<std::size_t>(share * (kSearches - 1))];
    };
    fmt::print(
        "{:<8} p50 {:7.2f} ms  p95 {:7.2f} ms  p99 {:7.2f} ms  worst {:7.2f} ms  CPU p50 {:6.2f} p95 {:6.2f} ms  "
        "{:.1f} hits a search\n",
        name, at(took, 0.5), at(took, 0.95), at(took, 0.99), took.back(), at(worked, 0.5), at(worked, 0.95),
        static_cast<double>(hits) / kSearches);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const bool sqlite = std::string_view(argv[2]).empty();
    const store::Location where{sqlite ? store::Engine::sqlite : store::Engine::postgresql, argv[1], argv[2]};
    const auto store = std::filesystem::exists(std::filesystem::path(argv[1]) / "samrum.key")
                           ? store::Store::open(where)
                           : store::Store::create(where).value();
    const std::int64_t entries = std::atoll(argv[3]);
    const auto began = Clock::now();
    const Bench bench = fill(*store, entries);
    fmt::print("{} entries, {} words each, two readers each, in {:.0f} s\n", entries, kWordsOfEntry,
               std::chrono::duration<double>(Clock::now() - began).count());
    std::fflush(stdout);
    if (!sqlite) vacuum(argv[2]);
    const auto room = store->room(bench.head.id);
    measure(*room, bench, caller(bench, module::Role::officer, bench.organisations[0]), "officer");
    measure(*room, bench, caller(bench, module::Role::partner, bench.organisations[1]), "party");
}
