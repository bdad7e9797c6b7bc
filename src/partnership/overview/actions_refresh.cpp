#include "partnership/overview/actions_refresh.hpp"

#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/agreement/rules_money.hpp"
#include "partnership/agreement/rules_next_date.hpp"
#include "partnership/money/actions.hpp"
#include "partnership/overview/actions_dates_now.hpp"
#include "partnership/overview/repository.hpp"
#include "partnership/overview/rules.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <span>

namespace samrum::partnership::overview {
namespace {

using agreement::Agreement;

constexpr int kMonthsAhead = 24;
/// A row whose agreement has no end is computed anew before its horizon comes near; by the night, so that no page
/// waits.
constexpr int kKeptDays = 60;
constexpr int kKeptDaysAtNight = 30;
constexpr std::size_t kRowsOfATransaction = 50;

/// The last journal line by which a room was found fresh, and the day: nothing has changed while both stand. Only a
/// shortcut; each server of an installation has its own.
class Known {
  public:
    bool is_fresh(store::RoomId room, std::int64_t line, base::Date day) {
        const std::lock_guard lock(mutex_);
        const auto known = rooms_.find(room);
        return known != rooms_.end() && known->second == std::pair(line, day);
    }
    void note(store::RoomId room, std::int64_t line, base::Date day) {
        const std::lock_guard lock(mutex_);
        rooms_[room] = {line, day};
    }

  private:
    std::mutex mutex_;
    std::map<store::RoomId, std::pair<std::int64_t, base::Date>> rooms_;
};
Known& known_rooms() {
    static Known known;
    return known;
}

bool is_stale(const Freshness& one, base::Date today, int kept_days) {
    if (one.stamp != one.stamp_now || !one.computed_on) return true;
    if (*one.computed_on > today || one.computed_on->plus_days(kept_days) < today) return true;
    // What is late is looked at again each day, and not at each look.
    return one.next_day && *one.next_day < today && *one.computed_on < today;
}

Figure figure_of(const module::House& house, const agreement::CommitmentRow& commitment,
                 const std::vector<agreement::Delivery>& newest) {
    Figure one;
    one.commitment = commitment.key;
    one.title = commitment.title;
    if (const auto* reading = commitment.settled()) one.target = reading->target;
    if (newest.empty()) return one;
    const agreement::Delivery& latest = newest.front();
    one.value = latest.value;
    one.unit = latest.unit;
    one.period = latest.period;
    one.as_of = latest.as_of;
    // Stretches that lie end to end are added up, as the agreement's own page does; levels are not.
    const module::Measure* measure = house.measure(latest.measure);
    const bool adds = measure != nullptr && measure->adds == module::Adds::over_time;
    if (const auto sum = adds ? agreement::added_up(newest) : std::nullopt) {
        one.value = agreement::DeliveredValue{agreement::DeliveredValue::Kind::number, sum->number};
        one.period = sum->period;
        one.as_of = sum->as_of;
    }
    return one;
}

std::vector<Figure> figures_of(store::Reader& room, const module::House& house, AgreementId id) {
    const auto deliveries = agreement::newest_only(agreement::deliveries_of(room, id.uuid()));
    std::vector<Figure> all;
    for (const auto& commitment : agreement::commitments_of(room, id)) {
        const auto of_it = agreement::deliveries_for(deliveries, commitment.key);
        if (!commitment.measure.empty() || !of_it.empty()) all.push_back(figure_of(house, commitment, of_it));
    }
    return all;
}

/// The year in which money comes, as far as it is known.
int year_of(const std::optional<base::Date>& day, const base::Period& window) {
    if (day) return day->year();
    return window.last() && window.last()->year() == window.first().year() ? window.first().year() : kYearNotKnown;
}

/// In the home room: what persons decided and paid counts.
std::vector<YearMoney> live_money(const money::Case& all) {
    std::vector<YearMoney> each;
    for (const money::LiveInstalment& one : all.plan.instalments) {
        if (one.status == money::Status::stopped) continue;
        const bool paid = one.status == money::Status::paid;
        const int year = paid ? one.listed().year() : year_of(one.day, one.window);
        each.push_back({one.payer_name, year, one.sum.value_or(base::Money{}),
                        paid ? one.sum.value_or(base::Money{}) : base::Money{}, one.sum ? 0 : 1});
    }
    return added(each);
}

std::string name_of_party(const Agreement& one, const std::string& key) {
    const auto found = std::ranges::find(one.organisations, key, &agreement::Organisation::key);
    return found == one.organisations.end() ? key : found->name;
}

/// In a copy: what the agreement promises; what was paid stands in the payer's own room.
std::vector<YearMoney> planned_money(const Agreement& agreement, base::Date horizon) {
    std::vector<YearMoney> each;
    for (const auto& amount : agreement::payment_plan(agreement, horizon)) {
        if (amount.refused) continue;
        for (const auto& reading : amount.readings) {
            if (!reading.chosen) continue;
            for (const auto& sum : reading.sums)
                for (const auto& one : sum.instalments) {
                    each.push_back({name_of_party(agreement, one.payer), year_of(one.day, one.window),
                                    one.amount.value_or(base::Money{}), std::nullopt, one.amount ? 0 : 1});
                }
        }
    }
    return added(each);
}

}  // namespace

Computed compute(store::Reader& room, const module::House& house, AgreementId id, std::string stamp, base::Date today) {
    const auto head = agreement::find_agreement(room, id);
    base::ensure(head.has_value(), "an agreement that the list has is there");
    const auto version = agreement::find_version(room, id, head->version);
    auto file = agreement::read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    const auto parties = agreement::parties_of(room, id);
    const base::Date horizon = today.plus_months(kMonthsAhead);

    Computed one;
    one.id = id;
    one.stamp = std::move(stamp);
    const auto live = money::load_case(room, id, today);
    const DatesNow dates = dates_now(room, *head, *file, live, today, horizon);
    if (const auto next = agreement::next_date(dates.stated, *head, today, dates.open))
        one.next = Next{next->day, std::string(agreement::word_of(next->kind)),
                        agreement::date_subject(file->agreement, *next), next->times,
                        agreement::owed_by_names(file->agreement, *next)};
    one.public_names = agreement::party_names(parties, agreement::Side::public_side);
    one.civil_names = agreement::party_names(parties, agreement::Side::civil);
    one.found = text::folded(head->title + " " + head->activity + " " + head->registry_number + " " + one.public_names +
                             " " + one.civil_names);
    one.figures = figures_of(room, house, id);
    one.money = live ? live_money(*live) : planned_money(file->agreement, horizon);
    return one;
}

namespace {

struct Stale {
    std::int64_t line = 0;
    std::vector<Freshness> rows;
};

Stale stale_rows(store::Session& room, base::Date today, int kept_days) {
    return room.snapshot([&](store::Reader& reader) {
        Stale stale{last_change(reader), load_freshness(reader)};
        std::erase_if(stale.rows, [&](const Freshness& one) { return !is_stale(one, today, kept_days); });
        return stale;
    });
}

/// Rows are derived, so they make no line in the journal; two that compute the same row write the same.
void compute_some(store::Session& room, const module::House& house, std::span<const Freshness> rows) {
    if (rows.empty()) return;
    const base::Date today = house.clocks.today();
    const auto computed = room.snapshot([&](store::Reader& reader) {
        std::vector<Computed> all;
        all.reserve(rows.size());
        for (const Freshness& one : rows) all.push_back(compute(reader, house, one.id, one.stamp_now, today));
        return all;
    });
    room.transaction([&](store::Transaction& tx) {
        tx.lock("partnership.overview");
        for (const Computed& one : computed) save_computed(tx, one, today);
    });
}

}  // namespace

std::size_t refresh(store::Session& room, const module::House& house, std::size_t most) {
    const base::Date today = house.clocks.today();
    const store::RoomId place = room.place().value();
    if (known_rooms().is_fresh(place, last_change(room), today)) return 0;
    const Stale stale = stale_rows(room, today, kKeptDays);
    const std::size_t now = std::min(most, stale.rows.size());
    compute_some(room, house, std::span(stale.rows).first(now));
    const std::size_t left = stale.rows.size() - now;
    if (left == 0) known_rooms().note(place, stale.line, today);
    if (left > 0)
        room.transaction(
            [&](store::Transaction& tx) { jobs::enqueue_once(tx, kRefreshJob, "{}", base::Instant::now()); });
    return left;
}

void refresh_all(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    const auto room = call.work.open();
    const Stale stale = stale_rows(*room, today, kKeptDaysAtNight);
    const std::span<const Freshness> all(stale.rows);
    for (std::size_t from = 0; from < all.size(); from += kRowsOfATransaction) {
        compute_some(*room, call.house, all.subspan(from, std::min(kRowsOfATransaction, all.size() - from)));
        call.work.progress(static_cast<std::int64_t>(from), static_cast<std::int64_t>(all.size()));
    }
}

}  // namespace samrum::partnership::overview
