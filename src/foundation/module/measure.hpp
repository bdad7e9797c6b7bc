#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace samrum::text {
class Words;
}

namespace samrum::module {

/// May figures of a measure be added? Sessions over time; volunteers active are as of a day; an average never.
enum class Adds { over_time, as_of_day, never };

/// What part of the work is meant: dimension → id ("activity", "place", "programme"). Empty: all of the room's.
using Dimensions = std::map<std::string, std::string, std::less<>>;

/// A count as it stands in the rows: nobody may print it before disclose() has looked at it.
class Raw {
  public:
    static Raw of(std::int64_t value) { return Raw{value}; }
    static Raw unknown() { return Raw{std::nullopt}; }
    /// For arithmetic on the association's own side (the trace's sum, a trend); never for a door.
    std::optional<std::int64_t> inside() const { return value_; }

  private:
    explicit Raw(std::optional<std::int64_t> value) : value_(value) {}
    std::optional<std::int64_t> value_;
};

struct Hidden {  ///< a cell under 5, or one that would give such a cell away
    bool operator==(const Hidden&) const = default;
};
struct Unknown {  ///< nobody recorded it: never zero
    bool operator==(const Unknown&) const = default;
};

/// What doors may print.
class Figure {
  public:
    using Value = std::variant<std::int64_t, Hidden, Unknown>;
    const Value& value() const { return value_; }
    bool is_number() const { return std::holds_alternative<std::int64_t>(value_); }
    std::int64_t number() const { return std::get<std::int64_t>(value_); }
    bool operator==(const Figure&) const = default;

  private:
    friend Figure disclose(const Raw&, const struct Disclosure&);
    friend Figure frozen_figure(Value);
    explicit Figure(Value value) : value_(value) {}
    Value value_;
};

/// Who is to see it: the room's own people see their own work exactly; outside the room figures about people under 5
/// hide.
struct Disclosure {
    bool outside_room = true;
    bool about_people = true;
};
inline constexpr std::int64_t kSmallestShownCell = 5;
/// The only way from a Raw to something printable (L-GDPR-02).
Figure disclose(const Raw& raw, const Disclosure& rule);
/// A figure read back from a delivery, which was disclosed when it was frozen.
Figure frozen_figure(Figure::Value value);

/// One row that a figure was counted from. Only the room's own people see traces.
struct TraceRow {
    base::Date date;
    std::string label;  ///< what it was, in the room's own words
    std::int64_t amount = 0;
    std::string link;  ///< path of the row's page below the room, may be empty
};

/// What is counted, from the records of the work itself. A test holds sum(trace) == count for every measure.
struct Measure {
    std::string_view name;  ///< "activity.sessions"
    int version;            ///< of its rule: stands in every delivery
    std::string_view unit;  ///< message key of the unit's word, which agrees with {count}: "unit.sessions"
    Adds adds;
    bool about_people;  ///< cells under 5 are hidden outside the room, half-years only
    std::vector<std::string_view> dimensions;
    const Permission* see_rows;
    Raw (*count)(store::Reader&, const Dimensions&, const base::Period&);
    std::vector<TraceRow> (*trace)(store::Reader&, const Dimensions&, const base::Period&);
    std::string_view part_of =
        {};  ///< the measure whose part it counts (women among visits): the rest can be told from both
    std::string_view flow_of = {};  ///< the level that it moves (joined and left of active): two of them tell the third
    /// The planned open days that a figure of this measure comes from, sorted, one entry a session; null or none: the
    /// expected figure runs over calendar days.
    std::vector<base::Date> (*planned)(store::Reader&, const Dimensions&, const base::Period&) = nullptr;
    /// The values of one of its dimensions and what each counts, for a one-way table that is handed over; null: none.
    std::vector<std::pair<std::string, std::int64_t>> (*by_value)(store::Reader&, std::string_view dimension,
                                                                  const Dimensions&, const base::Period&) = nullptr;
    /// Single half-years may leave the room in other ways too (a spreadsheet), where they are not few: what is
    /// delivered counts them as told.
    bool told_by_half_year = false;
    /// What began within an agreement may be counted so long after it has ended: a pair lasts six months only then.
    int follows_months = 0;
    /// Has the room this value of one of the dimensions, by id or as it stands in files? Null: any value goes.
    bool (*knows)(store::Reader&, std::string_view dimension, std::string_view value) = nullptr;
};

/// What a measure counts, in words where its slice says it.
std::string measure_words(const text::Words& words, std::string_view name);

/// What one of the room's promises is counted by on a day: a measure by name, and the part of the work that is meant.
struct CountedPromise {
    std::string measure;
    Dimensions scope;
};

}  // namespace samrum::module
