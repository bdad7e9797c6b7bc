// An attacker who has everything that left the association's room: every delivery, every needs signal and every
// spreadsheet, and who knows how figures hang together. No cell of one to four people may follow from it.
#include "advice/figures/actions_figures.hpp"
#include "advice/figures/module_measures.hpp"
#include "advice/figures/pages_spreadsheet.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_place.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/envelopes.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/optimise/milp.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/repository_for_tests.hpp"
#include "partnership/agreement/rules_signal.hpp"
#include "partnership/reports/actions_case.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace samrum {
namespace {

using advice::sheets::Count;
using advice::sheets::Dimension;
using base::Date;
using base::Period;

constexpr int kHalves = 4;
const Date kStart = Date::of(2019, 7, 1);
Period halves(int from, int count) {
    return {kStart.plus_months(6 * from), kStart.plus_months(6 * (from + count)).plus_days(-1)};
}

/// A linear combination of what the attacker does not know, by the name of each unknown: "visits@2", "gap:ar@0".
using Combination = std::map<std::string, double>;
struct Equation {
    Combination left;
    double right = 0;
};

/// Gaussian elimination: do the equations determine the wanted combination?
class Attacker {
  public:
    void knows(Equation one) { equations_.push_back(std::move(one)); }
    const std::vector<Equation>& equations() const { return equations_; }

    bool determines(const Combination& wanted) {
        if (rows_.empty()) solve();
        std::vector<double> target(columns_.size(), 0.0);
        for (const auto& [name, factor] : wanted) {
            const auto found = columns_.find(name);
            if (found == columns_.end()) return false;
            target[found->second] += factor;
        }
        for (const auto& [pivot, row] : rows_) {
            const double factor = target[pivot];
            for (std::size_t i = 0; i < row.size(); ++i) target[i] -= factor * row[i];
        }
        return std::all_of(target.begin(), target.end(), [](double rest) { return std::abs(rest) < 1e-7; });
    }

  private:
    void solve() {
        for (const Equation& one : equations_)
            for (const auto& [name, factor] : one.left) columns_.emplace(name, columns_.size());
        std::vector<std::vector<double>> open;
        for (const Equation& one : equations_) {
            std::vector<double> row(columns_.size(), 0.0);
            for (const auto& [name, factor] : one.left) row[columns_.at(name)] += factor;
            open.push_back(std::move(row));
        }
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const auto pivot =
                std::find_if(open.begin(), open.end(), [&](const auto& row) { return std::abs(row[column]) > 1e-9; });
            if (pivot == open.end()) continue;
            std::vector<double> row = *pivot;
            open.erase(pivot);
            const double head = row[column];
            for (double& cell : row) cell /= head;
            const auto reduce = [&](std::vector<double>& other) {
                const double factor = other[column];
                for (std::size_t i = 0; i < row.size(); ++i) other[i] -= factor * row[i];
            };
            for (auto& other : open) reduce(other);
            for (auto& [at, other] : rows_) reduce(other);
            rows_.emplace_back(column, std::move(row));
        }
    }

    std::vector<Equation> equations_;
    std::map<std::string, std::size_t> columns_;
    std::vector<std::pair<std::size_t, std::vector<double>>> rows_;
};

/// Between which whole numbers a combination must lie, by a linear program over all that the attacker has, and over
/// what anybody knows besides: nothing is negative, and a part is no larger than its whole.
struct Range {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
class Bounds {
  public:
    explicit Bounds(const std::vector<Equation>& equations) : equations_(equations) {}
    void is_part_of(const std::string& part, const std::string& whole) { parts_.emplace_back(part, whole); }

    Range of(const Combination& wanted) const { return {solved(wanted, 1), -solved(wanted, -1)}; }

  private:
    static constexpr int kMost = 5000;
    std::int64_t solved(const Combination& wanted, std::int64_t sign) const {
        optimise::Milp program;
        std::map<std::string, int> columns;
        const auto column = [&](const std::string& name) {
            const auto found = columns.find(name);
            if (found != columns.end()) return found->second;
            const auto factor = wanted.find(name);
            const std::int64_t cost =
                factor == wanted.end() ? 0 : sign * static_cast<std::int64_t>(std::lround(factor->second));
            return columns.emplace(name, program.add_column(cost, kMost)).first->second;
        };
        for (const auto& [name, factor] : wanted) column(name);
        for (const Equation& one : equations_) {
            std::vector<optimise::Milp::Entry> row;
            for (const auto& [name, factor] : one.left) row.push_back({column(name), factor});
            program.add_row(one.right, row, one.right);
        }
        for (const auto& [part, whole] : parts_)
            program.add_row(0, {{column(whole), 1}, {column(part), -1}}, optimise::Milp::kUnbounded);
        const auto answer = optimise::solve(program, 10);
        EXPECT_TRUE(answer.proven) << "what happened is an answer, so there is one";
        return answer.objective;
    }
    const std::vector<Equation>& equations_;
    std::vector<std::pair<std::string, std::string>> parts_;
};
/// So many whole numbers stay possible for a cell that is not shown: nobody can tell 0 from 4.
constexpr std::int64_t kAmbiguous = 4;

std::string unknown(std::string_view what, int half) {
    return std::string(what) + "@" + std::to_string(half);
}
Combination over(std::string_view what, int from, int count) {
    Combination sum;
    for (int half = from; half < from + count; ++half) sum[unknown(what, half)] += 1;
    return sum;
}

/// What happened, which only the association knows.
struct World {
    std::map<std::string, std::array<std::int64_t, kHalves>> truth;  ///< by unknown without its half
    std::int64_t value(std::string_view what, int from, int count) const {
        std::int64_t sum = 0;
        for (int half = from; half < from + count; ++half)
            sum += truth.at(std::string(what))[static_cast<std::size_t>(half)];
        return sum;
    }
};

constexpr std::string_view kLanguages[] = {"ar", "so", "ti", "uk", "sq", "other"};
constexpr std::string_view kTopics[] = {"letter", "form", "work", "health"};
/// The measures, the commitments they are bound to, and what each counts.
struct Bound {
    const char* measure;
    const char* commitment;
};
constexpr Bound kBound[] = {{"advice.people", "sessions"},   {"advice.visits", "coordination"},
                            {"advice.women", "training"},    {"advice.language_gap", "project-lead"},
                            {"advice.referrals", "methods"}, {"advice.bookings", "take-part"}};

class DisclosureAttack : public ::testing::Test {
  protected:
    DisclosureAttack() {
        module::Module slice;
        slice.name = "advice";
        slice.measures = advice::figures::measures();
        modules_.push_back(std::move(slice));
        house_.store = &test_.store();
        house_.clocks = base::Clocks(Date::of(2021, 7, 31));
        house_.modules = modules_;
    }
    module::RoomHead room(const std::string& type, const std::string& name, const std::string& short_name) {
        const store::Actor who{"test", "test"};
        const auto organisation = test_.store().lobby()->transaction([&](store::Transaction& tx) {
            return directory::add_organisation(tx, who, {type, name, "", "", false}, std::nullopt);
        });
        return directory::create_room(test_.store(), who, {short_name, organisation.value()}).value();
    }
    static module::Caller caller(module::Role role, const module::RoomHead& in) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.room_organisation = in.organisation;
        one.grants = {{*one.account, in.id, role, in.organisation, Period{Date::of(2016, 1, 1), std::nullopt}}};
        return one;
    }
    /// A town and an association with the agreement of 2019, each promise counted by another measure.
    void begin() {
        lund_ = room("municipality", "Lunds kommun", "lund");
        im_ = room("association", "Individuell Människohjälp (IM)", "im");
        agreement_ = partnership::agreement::import_agreement(
                         *test_.store().room(lund_.id), *test_.store().lobby(), lund_,
                         caller(module::Role::officer, lund_), Date::of(2020, 1, 31), base::Instant::now(),
                         partnership::agreement::example("examples/lund/radrum-2019.toml"))
                         .value()
                         .id;
        std::vector<jobs::Receiver> receivers{
            {std::string(partnership::agreement::kAgreementEnvelope), partnership::agreement::receive_agreement}};
        jobs::Runner(test_.store(), {jobs::envelope_handler(std::move(receivers))}, {}).run_due();
        home_ = test_.store().room(im_.id);
        coordinator_ = caller(module::Role::coordinator, im_);
        for (const Bound& one : kBound)
            partnership::agreement::count_by(*home_, agreement_, one.commitment, one.measure, kStart);
        make_site();
    }
    void make_site() {
        static const store::Statement insert{
            store::Scope::room,
            "insert into advice_site (id, place, activity, slug, municipality, desks, takes_bookings, phone_tickets, "
            "kiosk, wall, asks_gender, note_days, opened_on, closed_on) values ($1, $2, $3, 'b', 'Lund', 2, $4, $4, "
            "$4, "
            "$4, $4, 0, '2019-01-01', null)"};
        home_->transaction([&](store::Transaction& tx) {
            const store::Actor who{"test", "test"};
            for (auto& session : sessions_) session = {};
            const auto site = advice::sites::SiteId::ordered();
            tx.run(insert, site, directory::place_named(tx, who, "Biblioteket"),
                   directory::activity_named(tx, who, "RådRum", kStart), true);
            for (int half = 0; half < kHalves; ++half) {
                auto& one = sessions_[static_cast<std::size_t>(half)];
                one.id = advice::sites::SessionId::ordered();
                one.site = site;
                one.day = kStart.plus_months(6 * half).plus_days(20);
                one.starts.minutes = 960, one.ends.minutes = 1080;
                one.state = advice::sites::SessionState::held;
                advice::sites::insert_session(tx, one);
            }
        });
    }
    /// A half-year's counts, mostly small, put into the room.
    World happen(std::mt19937& random) {
        World world;
        const auto small = [&](std::int64_t most) {
            return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1));
        };
        home_->transaction([&](store::Transaction& tx) {
            for (std::size_t half = 0; half < kHalves; ++half) {
                std::vector<Count> counts;
                const auto keep = [&](const std::string& what, Dimension dimension, std::string value, std::int64_t n) {
                    world.truth[what][half] = n;
                    counts.push_back({dimension, std::move(value), n});
                };
                const std::int64_t visits = 4 + small(36);
                keep("visits", Dimension::visits, "", visits);
                keep("people", Dimension::people, "", visits + small(9));
                const std::int64_t women = small(visits);
                keep("women", Dimension::gender, "woman", women);
                keep("men", Dimension::gender, "man", visits - women);
                keep("referrals", Dimension::referral, "municipal", small(visits));
                keep("bookings", Dimension::booked, "", small(std::min<std::int64_t>(visits, 8)));
                std::int64_t left = small(visits), gap = 0, cases = 0;
                for (const auto language : kLanguages) {
                    const std::int64_t n = std::min(left, small(9));
                    left -= n, gap += n;
                    keep("gap:" + std::string(language), Dimension::language_gap, std::string(language), n);
                }
                world.truth["gap"][half] = gap;
                for (const auto topic : kTopics) {
                    const std::int64_t n = small(9);
                    cases += n;
                    keep("topic:" + std::string(topic), Dimension::topic, std::string(topic), n);
                }
                keep("cases", Dimension::cases, "", cases);
                const std::int64_t quick = small(visits);
                keep("length:short", Dimension::length, "short", quick);
                keep("length:long", Dimension::length, "long", visits - quick);
                advice::sheets::add_counts(tx, sessions_[half], counts);
            }
        });
        return world;
    }

    static std::string word_of(std::string_view measure) {
        const std::string word(measure.substr(measure.find('.') + 1));
        return word == "language_gap" ? "gap" : word;
    }
    /// The first half-year and how many of them a period is.
    static std::pair<int, int> place_of(const Period& days) {
        int from = 0, count = 1;
        while (halves(from, 1).first() != days.first()) ++from;
        while (halves(from, count) != days) ++count;
        return {from, count};
    }
    void hears(Attacker& attacker, const partnership::agreement::Delivery& one, const std::vector<std::string>& named) {
        if (one.value.kind != partnership::agreement::DeliveredValue::Kind::number) return;
        const auto [from, count] = place_of(one.period);
        const auto right = static_cast<double>(one.value.number);
        const auto row = partnership::agreement::row_of(one.scope);
        if (!row) return attacker.knows({over(word_of(one.measure), from, count), right});
        // "other" is all the languages that are not named.
        Combination sum;
        for (const auto language : kLanguages) {
            const bool is_named = std::find(named.begin(), named.end(), language) != named.end();
            if (row->second == "other" ? !is_named : language == row->second)
                sum[unknown("gap:" + std::string(language), from)] += 1;
        }
        attacker.knows({sum, right});
    }
    void deliver(Attacker& attacker, std::mt19937& random) {
        const Bound& one = kBound[random() % std::size(kBound)];
        const int from = static_cast<int>(random() % kHalves);
        const int count = 1 + static_cast<int>(random() % static_cast<unsigned>(kHalves - from));
        const auto made = partnership::agreement::make_delivery(
            *home_, house_, coordinator_,
            {agreement_, one.commitment, halves(from, count), "no. " + std::to_string(++asked_), true});
        if (made) hears(attacker, *made, {}), ++numbers_;
    }
    void signal(Attacker& attacker, std::mt19937& random) {
        partnership::agreement::SignalRequest request;
        request.agreement = agreement_;
        request.half_year = kStart.plus_months(6 * static_cast<int>(random() % kHalves));
        const auto made = partnership::agreement::make_signal(*home_, house_, coordinator_, request);
        if (!made) return;
        std::vector<std::string> named;
        for (const auto& one : *made)
            if (const auto row = partnership::agreement::row_of(one.scope); row->second != "other")
                named.push_back(row->second);
        for (const auto& one : *made) hears(attacker, one, named);
    }
    void spreadsheet(Attacker& attacker, int half) {
        const auto view = advice::figures::see_figures(*home_, coordinator_, {halves(half, 1), {}, {}}, 0);
        ASSERT_TRUE(view);
        const auto& words = catalogues_->words("sv");
        const auto file = advice::figures::spreadsheet_of(
            *view, words, "", [](Dimension, std::string_view value) { return std::string(value); });
        EXPECT_EQ(file.pages.back().rows.size(), view->sites.size()) << "the sessions of every site";
        const auto number = [](const document::Cell& cell) { return std::get_if<std::int64_t>(&cell); };
        for (const auto& row : file.pages.at(0).rows)
            for (const auto& measure : modules_[0].measures)
                if (std::get<std::string>(row[0]) == words("measure." + std::string(measure.name)) &&
                    measure.about_people)
                    // The period, and the same half of the year before.
                    for (const auto& [cell, of] : {std::pair(1U, half), std::pair(2U, half - 2)})
                        if (const auto* n = number(row.at(cell)); n && of >= 0)
                            attacker.knows({over(word_of(measure.name), of, 1), static_cast<double>(*n)}), ++cells_;
        for (std::size_t i = 2; i < file.pages.size(); ++i) {
            // Sessions of each site: nobody's.
            if (file.pages[i].title == words("advice.figures.sites")) continue;
            const bool topics = file.pages[i].title == words("advice.dimension.topic");
            const std::string family = topics ? "topic:" : "length:";
            std::vector<std::string> all;
            if (topics)
                all.assign(std::begin(kTopics), std::end(kTopics));
            else
                all = {"short", "long"};
            std::set<std::string> named;
            for (const auto& row : file.pages[i].rows) named.insert(std::get<std::string>(row[0]));
            for (const auto& row : file.pages[i].rows) {
                const auto* n = number(row[1]);
                if (!n) continue;
                Combination sum;
                const std::string& label = std::get<std::string>(row[0]);
                for (const auto& value : all)
                    if (label == words("advice.figures.sheet.folded") ? !named.contains(value) : value == label)
                        sum[unknown(family + value, half)] += 1;
                attacker.knows({sum, static_cast<double>(*n)});
                ++cells_;
            }
        }
    }
    /// What anybody knows: how the figures hang together.
    static void knows_the_rules(Attacker& attacker) {
        const auto adds_up = [&](std::string_view whole, std::vector<std::string> parts, int half) {
            Combination sum{{unknown(whole, half), -1}};
            for (const auto& part : parts) sum[unknown(part, half)] += 1;
            attacker.knows({sum, 0});
        };
        std::vector<std::string> languages, topics;
        for (const auto one : kLanguages) languages.push_back("gap:" + std::string(one));
        for (const auto one : kTopics) topics.push_back("topic:" + std::string(one));
        for (int half = 0; half < kHalves; ++half) {
            adds_up("gap", languages, half);
            adds_up("cases", topics, half);
            adds_up("visits", {"women", "men"}, half);
            adds_up("visits", {"length:short", "length:long"}, half);
        }
    }
    static void finds_nothing_small(Attacker& attacker, const World& world, int round) {
        const auto is_small = [](std::int64_t n) { return n != 0 && std::abs(n) < 5; };
        for (int from = 0; from < kHalves; ++from)
            for (int count = 1; from + count <= kHalves; ++count) {
                for (const auto& [what, values] : world.truth)
                    if (is_small(world.value(what, from, count))) {
                        EXPECT_FALSE(attacker.determines(over(what, from, count)))
                            << "round " << round << " " << what << " " << halves(from, count).iso();
                    }
                for (const auto& [whole, part] : {std::pair{"people", "visits"},
                                                  {"visits", "women"},
                                                  {"visits", "gap"},
                                                  {"visits", "referrals"},
                                                  {"visits", "bookings"}}) {
                    if (!is_small(world.value(whole, from, count) - world.value(part, from, count))) continue;
                    Combination rest = over(whole, from, count);
                    for (const auto& [name, factor] : over(part, from, count)) rest[name] -= factor;
                    EXPECT_FALSE(attacker.determines(rest))
                        << "round " << round << " " << whole << " without " << part << " " << halves(from, count).iso();
                }
            }
    }

    /// What the tables of every report that the agreement asks for print: half-years and years, beside the period
    /// before. Without suppression a hidden figure is what was counted.
    void reports(Attacker& attacker, const World& world, bool suppressed) {
        const auto about = partnership::reports::load_case(*home_, agreement_);
        for (const auto& planned : partnership::reports::planned_reports(about->agreement, Date::of(2021, 7, 1)))
            for (const auto& row : partnership::reports::figures_of(*home_, house_, *about, planned.period))
                for (const auto& value : {row.now, row.before})
                    if (value) hears_figure(attacker, world, row, *value, suppressed);
    }
    void hears_figure(Attacker& attacker, const World& world, const partnership::reports::StatisticsRow& row,
                      const partnership::reports::StatedValue& value, bool suppressed) {
        using Kind = partnership::agreement::DeliveredValue::Kind;
        if (!row.row.empty() || !world.truth.contains(word_of(row.measure))) return;
        const auto [from, count] = place_of(value.period);
        const std::string word = word_of(row.measure);
        if (value.value.kind == Kind::number)
            attacker.knows({over(word, from, count), static_cast<double>(value.value.number)}), ++printed_;
        else if (!suppressed)
            attacker.knows({over(word, from, count), static_cast<double>(world.value(word, from, count))});
    }
    /// How many small cells the linear program pins down to fewer than five whole numbers.
    static int pinned(const Attacker& attacker, const World& world) {
        Bounds bounds(attacker.equations());
        for (int half = 0; half < kHalves; ++half)
            for (const auto& [whole, part] : {std::pair{"people", "visits"},
                                              {"visits", "women"},
                                              {"visits", "gap"},
                                              {"visits", "referrals"},
                                              {"visits", "bookings"}})
                bounds.is_part_of(unknown(part, half), unknown(whole, half));
        int found = 0;
        for (int half = 0; half < kHalves; ++half)
            for (const char* what : {"people", "visits", "women", "gap", "referrals", "bookings", "gap:ar", "gap:so"}) {
                const std::int64_t truth = world.value(what, half, 1);
                if (truth < 1 || truth >= 5) continue;
                const Range range = bounds.of(over(what, half, 1));
                EXPECT_LE(range.low, truth);
                EXPECT_GE(range.high, truth);
                if (range.high - range.low < kAmbiguous) ++found;
            }
        return found;
    }

    jobs::TestHouse test_;
    std::unique_ptr<text::Catalogues> catalogues_ = text::Catalogues::load(text::embedded_messages());
    std::vector<module::Module> modules_;
    module::House house_;
    module::RoomHead lund_, im_;
    partnership::agreement::AgreementId agreement_;
    std::unique_ptr<store::Session> home_;
    module::Caller coordinator_;
    std::array<advice::sites::Session, kHalves> sessions_;
    int asked_ = 0;  ///< each with a comment of its own: the same once more would not leave
    int numbers_ = 0, cells_ = 0, printed_ = 0;
};

TEST_F(DisclosureAttack, NothingSmallFollowsFromAllThatLeftTheRoom) {
    static const store::Statement forget_deliveries{store::Scope::room, "delete from delivery"};
    static const store::Statement forget_counts{store::Scope::room, "delete from advice_count"};
    begin();
    std::mt19937 random(17);
    for (int round = 0; round < 12; ++round) {
        home_->transaction([&](store::Transaction& tx) { tx.run(forget_deliveries), tx.run(forget_counts); });
        const World world = happen(random);
        Attacker attacker;
        knows_the_rules(attacker);
        for (int move = 0; move < 14; ++move) random() % 4 == 0 ? signal(attacker, random) : deliver(attacker, random);
        for (int half = 0; half < kHalves; ++half) spreadsheet(attacker, half);
        finds_nothing_small(attacker, world, round);
    }
    EXPECT_GT(numbers_, 40) << "the attacker had something to work with";
    EXPECT_GT(cells_, 40);
}

TEST_F(DisclosureAttack, NoTableOfAnyReportPinsASmallCellDown) {
    static const store::Statement forget_deliveries{store::Scope::room, "delete from delivery"};
    static const store::Statement forget_counts{store::Scope::room, "delete from advice_count"};
    begin();
    std::mt19937 random(29);
    int without_suppression = 0;
    for (int round = 0; round < 2; ++round) {
        home_->transaction([&](store::Transaction& tx) { tx.run(forget_deliveries), tx.run(forget_counts); });
        const World world = happen(random);
        Attacker attacker, naked;
        knows_the_rules(attacker);
        knows_the_rules(naked);
        // Reports are written again and again while more is handed over: every version stays readable.
        for (int version = 0; version < 3; ++version) {
            for (int move = 0; move < 6; ++move)
                random() % 4 == 0 ? signal(attacker, random) : deliver(attacker, random);
            reports(attacker, world, true);
            reports(naked, world, false);
        }
        EXPECT_EQ(pinned(attacker, world), 0) << "round " << round;
        without_suppression += pinned(naked, world);
    }
    EXPECT_GT(printed_, 20) << "the tables had something in them";
    EXPECT_GT(without_suppression, 0) << "the same attack finds small cells where nothing is hidden";
}

TEST(Attack, TheLinearProgramFindsWhatEquationsDoNot) {
    Attacker attacker;
    attacker.knows({over("visits", 0, 2), 9});
    attacker.knows({over("women", 0, 1), 7});
    EXPECT_FALSE(attacker.determines(over("visits", 1, 1)));
    Bounds bounds(attacker.equations());
    bounds.is_part_of("women@0", "visits@0");
    const Range range = bounds.of(over("visits", 1, 1));
    EXPECT_EQ(range.low, 0);
    EXPECT_EQ(range.high, 2) << "seven of the nine visits were women's, in the first half-year";
}

TEST(Attack, TheAttackerFindsWhatCanBeFound) {
    Attacker attacker;
    attacker.knows({over("visits", 0, 2), 23});
    attacker.knows({over("visits", 0, 1), 20});
    EXPECT_TRUE(attacker.determines(over("visits", 1, 1)));
    EXPECT_FALSE(attacker.determines(over("visits", 2, 1)));
}

}  // namespace
}  // namespace samrum
