#include "activity/repository_row.hpp"

#include "activity/model_codes.hpp"

namespace samrum::activity {
namespace {

using store::Row;

std::optional<int> number(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

}  // namespace

Entry entry_of(const Row& row) {
    Entry entry;
    entry.id = row.id<EntryId>(0);
    Facts& facts = entry.facts;
    const auto kind = kind_coded(row.view(1));
    base::ensure(kind.has_value(), "the log holds only kinds that exist");
    facts.kind = *kind;
    facts.day = row.date(2);
    if (!row.is_null(3)) facts.start = base::ClockTime{static_cast<int>(row.integer(3))};
    facts.place = row.maybe_id<PlaceId>(4);
    facts.activity = row.maybe_id<ActivityId>(5);
    facts.participants = number(row, 6);
    facts.women = number(row, 7);
    facts.volunteers = number(row, 8);
    facts.volunteer_minutes = number(row, 9);
    facts.cancelled = row.flag(10);
    facts.title = row.text(11);
    facts.count = number(row, 12);
    if (!row.is_null(13)) facts.reason = reason_coded(row.view(13));
    entry.logged_on = row.date(14);
    entry.revision = row.integer(15);
    return entry;
}

std::vector<store::Value> selection_arguments(const Filter& filter) {
    const auto id = [](const auto& one) { return one ? one->text() : std::string(); };
    return {filter.kinds,
            id(filter.place),
            id(filter.activity),
            filter.first ? filter.first->iso() : std::string("0001-01-01"),
            filter.last ? filter.last->iso() : std::string("9999-12-31"),
            filter.text,
            filter.named_places};
}

}  // namespace samrum::activity
