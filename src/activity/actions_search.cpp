#include "activity/actions_search.hpp"

#include "activity/actions_names.hpp"
#include "activity/actions_permission.hpp"
#include "activity/model_codes.hpp"
#include "activity/repository_entry.hpp"

namespace samrum::activity {
namespace {

constexpr std::int64_t kLinesAtATime = 2'000;

void take_line(const module::SearchCall& call, const Entry& entry, const RoomNames& names,
               const module::TakeEntry& take) {
    const Facts& facts = entry.facts;
    const std::string kind = call.words("activity.kind." + std::string(code_of(facts.kind)));
    const std::string activity = names.name(facts.activity);
    const std::string title = !facts.title.empty() ? facts.title : activity.empty() ? kind : activity;
    take({.link = "/activity/" + entry.id.text(),
          .title = title,
          .text = kind + "\n\n" + names.name(facts.place) + (title == activity ? "" : "\n\n" + activity),
          .day = facts.day,
          .visible_to = {{&kRead, call.head.organisation}}});
}

void each_line(const module::SearchCall& call, const module::TakeEntry& take) {
    const RoomNames names = RoomNames::load(call.room, call.house.clocks.today());
    for (std::int64_t offset = 0;; offset += kLinesAtATime) {
        const auto entries = list_entry_rows(call.room, {}, kLinesAtATime, offset);
        for (const Entry& one : entries) take_line(call, one, names, take);
        if (static_cast<std::int64_t>(entries.size()) < kLinesAtATime) return;
    }
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "activity", .told_by = {"activity.", "place."}, .each = each_line}};
}

}  // namespace samrum::activity
