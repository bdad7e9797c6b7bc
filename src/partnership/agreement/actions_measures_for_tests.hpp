#pragma once
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/agreement/rules_progress.hpp"

#include <cstdint>
#include <vector>

namespace samrum::partnership::agreement {

/// The work that the fake measures count: day and amount. Everything else is real.
inline std::vector<Counted> work;

inline module::Raw count_work(store::Reader&, const module::Dimensions&, const base::Period& period) {
    std::int64_t sum = 0;
    bool any = false;
    for (const Counted& one : work)
        if (period.contains(one.day)) sum += one.amount, any = true;
    return any ? module::Raw::of(sum) : module::Raw::unknown();
}
inline std::vector<module::TraceRow> trace_work(store::Reader&, const module::Dimensions&, const base::Period& period) {
    std::vector<module::TraceRow> rows;
    for (const Counted& one : work)
        if (period.contains(one.day)) rows.push_back({one.day, "row", one.amount, ""});
    return rows;
}

template <std::int64_t kPeople>
module::Raw count_always(store::Reader&, const module::Dimensions&, const base::Period&) {
    return module::Raw::of(kPeople);
}

inline module::Module measures() {
    module::Module all;
    all.name = "work";
    const auto sessions = [](const char* name) {
        return module::Measure{name,    1,          "unit.sessions", module::Adds::over_time, false, {"place"},
                               nullptr, count_work, trace_work};
    };
    all.measures = {
        sessions("activity.sessions"),
        sessions("advice.sessions"),
        {"activity.visits",
         1,
         "unit.visits",
         module::Adds::over_time,
         true,
         {"place"},
         nullptr,
         count_work,
         trace_work},
        {"activity.women",
         1,
         "unit.women",
         module::Adds::over_time,
         true,
         {},
         nullptr,
         count_always<17>,
         trace_work,
         "activity.visits"},
        {"activity.active",
         1,
         "unit.volunteers",
         module::Adds::as_of_day,
         true,
         {},
         nullptr,
         count_always<23>,
         trace_work},
        {"activity.joined",
         1,
         "unit.volunteers",
         module::Adds::over_time,
         true,
         {},
         nullptr,
         count_always<3>,
         trace_work,
         {},
         "activity.active"},
        {"activity.left",
         1,
         "unit.volunteers",
         module::Adds::over_time,
         true,
         {},
         nullptr,
         count_always<7>,
         trace_work,
         {},
         "activity.active"},
        {"friends.pairs_lasted", 1, "unit.pairs", module::Adds::over_time, false, {}, nullptr, count_work, trace_work}};
    all.measures.back().follows_months = 6;
    for (module::Measure& one : all.measures)
        one.knows = [](store::Reader&, std::string_view, std::string_view value) { return value == "linero"; };
    return all;
}

/// Two rooms in which the fake measures count.
class CountedRooms : public TwoRooms {
  protected:
    CountedRooms() {
        work.clear();
        house_.modules = modules_;
    }
    base::Result<Delivery> deliver(std::string_view commitment, base::Period period, bool published = false) {
        return make_delivery(*open(im_), house_, coordinator(),
                             {agreement_, std::string(commitment), period, "", published});
    }
    static void log_sessions(int count) {
        for (int week = 0; week < count; ++week) work.push_back({base::Date::of(2019, 7, 2).plus_days(5 * week), 1});
    }

    static inline const base::Period kAutumn{base::Date::of(2019, 7, 1), base::Date::of(2019, 12, 31)};
    std::vector<module::Module> modules_{measures()};
};

}  // namespace samrum::partnership::agreement
