#pragma once
#include "advice/volunteers/model.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <string>

namespace samrum::advice::volunteers {

/// What a volunteer has done: the held sessions at which they had a shift, and the length of those together. Read from
/// the rota's and the sites' tables, which only their own rooms write.
struct Work {
    std::int64_t sessions = 0;
    std::int64_t minutes = 0;
};
Work work_of(store::Reader& room, VolunteerId volunteer);

/// At how many sites each language is wanted, by the weekly hours in force on or after a day.
std::map<std::string, std::int64_t> languages_wanted(store::Reader& room, base::Date from);

/// How many visitors of these days wished for each language when no adviser there spoke it: counts of closed sessions,
/// written by the case sheets.
std::map<std::string, std::int64_t> languages_missed(store::Reader& room, base::Date first, base::Date last);

/// Is advice given in this room at all: is there a site, or a volunteer?
bool has_advice(store::Reader& room);
std::int64_t waiting_applications(store::Reader& room);

}  // namespace samrum::advice::volunteers
