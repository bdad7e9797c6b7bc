// bench_seed: makes the installation that ./dev bench measures. See bench/README.md.
#include "bench/seed.hpp"

#include "bench/files.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace samrum::bench {

const store::Actor& seeder() {
    static const store::Actor actor{"bench", "bench"};
    return actor;
}

base::Date seed_day() {
    return base::Date::of(2020, 1, 31);
}

void tell_progress(std::string_view what, std::int64_t done, std::int64_t of) {
    using Clock = std::chrono::steady_clock;
    static auto last = Clock::time_point{};
    const auto now = Clock::now();
    if (done < of && now - last < std::chrono::seconds(3)) return;
    last = now;
    std::cerr << fmt::format("{}: {} of {}\n", what, done, of);
}

namespace {

/// The rooms of made-up organisations, "kommun-001" or "forening-001".
Rooms make_rooms(store::Store& store, std::string_view type, std::string_view short_name, std::string_view name,
                 int count) {
    Rooms rooms;
    const auto lobby = store.lobby();
    for (int n = 1; n <= count; ++n) {
        const directory::OrganisationInput facts{std::string(type), fmt::format("{} {:03} (påhittad)", name, n), "", "",
                                                 true};
        const auto organisation = lobby->transaction(
            [&](store::Transaction& tx) { return directory::add_organisation(tx, seeder(), facts, std::nullopt); });
        auto room =
            directory::create_room(store, seeder(), {fmt::format("{}-{:03}", short_name, n), organisation.value()});
        rooms.push_back(std::move(room).value());
        tell_progress(fmt::format("{} rooms", type), n, count);
    }
    return rooms;
}

void seed(const store::Location& where, const Sizes& sizes, const std::string& pattern, const std::string& paths) {
    const auto store = store::Store::create(where).value();
    const Rooms municipalities = make_rooms(*store, "municipality", "kommun", "Kommun", sizes.municipalities);
    const Rooms associations = make_rooms(*store, "association", "forening", "Förening", sizes.associations);
    const auto pages = make_agreements(*store, sizes, content_of(pattern), municipalities, associations);
    make_activity(*store, sizes, associations);
    std::ofstream out(paths);
    for (const std::string& page : pages) out << page << "\n";
    if (!out.flush()) throw base::Fault("cannot write " + paths);
}

template <class Number>
void shrink(Number& number, double scale) {
    number = std::max<Number>(1, static_cast<Number>(std::llround(static_cast<double>(number) * scale)));
}

}  // namespace
}  // namespace samrum::bench

int main(int argc, char** argv) {
    using namespace samrum;
    CLI::App app("Fills a new installation with made-up rooms, agreements and activity");
    store::Location where;
    bench::Sizes sizes;
    double scale = 1;
    std::string pattern, paths;
    app.add_option("--data", where.directory, "folder of the databases and the key file")->required();
    app.add_option("--database", where.connection, "postgresql://… (otherwise SQLite)");
    app.add_option("--pattern", pattern, "the agreement file that every agreement varies")->required();
    app.add_option("--paths", paths, "where the paths of the public pages are written")->required();
    app.add_option("--municipalities", sizes.municipalities);
    app.add_option("--associations", sizes.associations);
    app.add_option("--agreements", sizes.agreements);
    app.add_option("--entries", sizes.entries, "lines of activity");
    app.add_option("--scale", scale, "all of these, times this");
    CLI11_PARSE(app, argc, argv);
    if (!where.connection.empty()) where.engine = store::Engine::postgresql;
    for (int* number : {&sizes.municipalities, &sizes.associations, &sizes.agreements}) bench::shrink(*number, scale);
    bench::shrink(sizes.entries, scale);
    try {
        bench::seed(where, sizes, pattern, paths);
    } catch (const std::exception& error) {
        std::cerr << "bench_seed: " << error.what() << "\n";
        return 2;
    }
}
