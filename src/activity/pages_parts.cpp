#include "activity/pages_parts.hpp"

#include "activity/rules_entry.hpp"

namespace samrum::activity {
namespace {

using namespace web;

struct Part {
    std::string_view name;
    std::string Draft::*part;
};
constexpr Part kParts[] = {{"kind", &Draft::kind},
                           {"day", &Draft::day},
                           {"start", &Draft::start},
                           {"place", &Draft::place},
                           {"activity", &Draft::activity},
                           {"participants", &Draft::participants},
                           {"women", &Draft::women},
                           {"volunteers", &Draft::volunteers},
                           {"hours", &Draft::hours},
                           {"cancelled", &Draft::cancelled},
                           {"title", &Draft::title},
                           {"count", &Draft::count},
                           {"reason", &Draft::reason},
                           {"until", &Draft::until},
                           {"approximate", &Draft::approximate},
                           {"source", &Draft::source}};
/// Up to so many places are shown at once, as large targets for a thumb.
constexpr std::size_t kFewChoices = 5;

std::string field_words(const module::Call& call, std::string_view field) {
    return call.words("activity.page.field." + std::string(field));
}

void choice(Html& h, const FormState& state, const Field& field, std::vector<Option> options) {
    // Where there is only one to choose, nobody is asked.
    if (options.size() == 1 && !field.optional) return hidden(h, field.name, options.front().value);
    if (field.optional) options.insert(options.begin(), Option{"", state.words("activity.page.field.none")});
    if (options.size() <= kFewChoices && !field.optional)
        radio_fields(h, state, field, options);
    else
        select_field(h, state, field, options);
}

void kind_field(module::Call& call, Html& h, const FormState& state, Family family) {
    if (family == Family::session) return hidden(h, "kind", code_of(Kind::session));
    std::vector<Option> options;
    for (const Shape& shape : shapes())
        if (shape.family == family) options.push_back({std::string(shape.code), kind_words(call.words, shape.kind)});
    const Field field{.name = "kind", .label = field_words(call, "kind"), .fallback = options.front().value};
    if (options.size() <= kFewChoices)
        radio_fields(h, state, field, options);
    else
        select_field(h, state, field, options);
}

void where_fields(module::Call& call, Html& h, const FormState& state, Family family, const RoomNames& names) {
    const bool needed = family == Family::session;
    choice(h, state, {.name = "place", .label = field_words(call, "place"), .optional = !needed},
           options_of(names.places(), state.values.get("place")));
    choice(h, state, {.name = "activity", .label = field_words(call, "activity"), .optional = !needed},
           options_of(names.activities(), state.values.get("activity")));
}

/// What is counted each time.
void count_fields(module::Call& call, Html& h, const FormState& state, Family family) {
    number_field(h, state,
                 {.name = "participants",
                  .label = field_words(call, family == Family::session ? "participants" : "participants.event"),
                  .description = field_words(call, "participants.hint"),
                  .optional = true,
                  .width = Width::narrow});
    number_field(
        h, state,
        {.name = "volunteers", .label = field_words(call, "volunteers"), .optional = true, .width = Width::narrow});
    text_field(h, state,
               {.name = "hours",
                .label = field_words(call, "hours"),
                .description = field_words(call, "hours.hint"),
                .optional = true,
                .input_mode = "decimal",
                .suffix = field_words(call, "hours.suffix"),
                .width = Width::narrow});
}

/// What is noted now and then: folded away, so that the rest fits a phone.
void more_fields(module::Call& call, Html& h, const FormState& state) {
    bool open = !state.values.get("women").empty() || !state.values.get("cancelled").empty();
    for (const char* field : {"women", "start", "cancelled"}) open = open || !state.error(field).empty();
    details(
        h, field_words(call, "more"),
        [&] {
            number_field(h, state,
                         {.name = "women",
                          .label = field_words(call, "women"),
                          .description = field_words(call, "women.hint"),
                          .optional = true,
                          .width = Width::narrow});
            time_field(
                h, state,
                {.name = "start", .label = field_words(call, "start"), .optional = true, .width = Width::narrow});
            checkbox(h, state, {.name = "cancelled", .label = field_words(call, "cancelled")});
        },
        open);
}

void headcount_fields(module::Call& call, Html& h, const FormState& state, const RoomNames& names) {
    choice(h, state, {.name = "activity", .label = field_words(call, "activity")},
           options_of(names.activities(), state.values.get("activity")));
    number_field(h, state, {.name = "count", .label = field_words(call, "count"), .width = Width::narrow});
    std::vector<Option> reasons = {{"", field_words(call, "reason.none")}};
    for (LeaveReason reason : kLeaveReasons)
        reasons.push_back(
            {std::string(code_of(reason)), call.words("activity.reason." + std::string(code_of(reason)))});
    select_field(h, state,
                 {.name = "reason",
                  .label = field_words(call, "reason"),
                  .description = field_words(call, "reason.hint"),
                  .optional = true},
                 reasons);
}

}  // namespace

std::string log_topic(const module::Call& call) {
    return "room/" + call.head->id.text() + "/activity";
}

void announce(module::Call& call) {
    if (call.house.events) call.house.events->publish(log_topic(call), "");
}

Fields fields_of(const Draft& draft) {
    Fields fields;
    for (const Part& one : kParts)
        if (!(draft.*one.part).empty()) fields.add(std::string(one.name), draft.*one.part);
    return fields;
}

Draft draft_of(const Fields& fields) {
    Draft draft;
    for (const Part& one : kParts) draft.*one.part = std::string(fields.get(one.name));
    return draft;
}

std::string kind_words(const text::Words& words, Kind kind) {
    return words("activity.kind." + std::string(code_of(kind)));
}

std::vector<Option> options_of(const std::vector<Named>& all, std::string_view chosen) {
    std::vector<Option> options;
    for (const Named& one : all)
        if (one.current || one.id.text() == chosen) options.push_back({one.id.text(), one.name});
    return options;
}

void figure(Html& h, const text::Words& words, const std::optional<int>& value) {
    if (value)
        number(h, words, *value);
    else
        h.text(words("activity.page.list.not_recorded"));
}

void hours(Html& h, const text::Words& words, std::int64_t minutes) {
    decimal(h, words, static_cast<double>(minutes) / 60, minutes % 60 == 0 ? 0 : minutes % 6 == 0 ? 1 : 2);
}

void elsewhere_notice(Html& h, const text::Words& words, std::string_view title,
                      const std::vector<CountedElsewhere>& all, const RoomNames& names) {
    if (all.empty()) return;
    notice(h, Tone::warning, title, [&] {
        for (const CountedElsewhere& one : all) {
            const std::string measure = module::measure_words(words, one.measure);
            paragraph(h, one.activity ? words("activity.page.elsewhere.activity",
                                              {{"activity", names.name(one.activity)}, {"measure", measure}})
                                      : words("activity.page.elsewhere.any", {{"measure", measure}}));
        }
    });
}

void entry_fields(module::Call& call, Html& h, const FormState& state, Family family, const RoomNames& names) {
    kind_field(call, h, state, family);
    date_field(
        h, state,
        {.name = "day", .label = field_words(call, "day"), .fallback = call.today().iso(), .width = Width::medium});
    if (family == Family::headcount) return headcount_fields(call, h, state, names);
    if (family == Family::event)
        text_field(h, state,
                   {.name = "title",
                    .label = field_words(call, "title"),
                    .description = field_words(call, "title.hint"),
                    .max_length = kLongestTitle});
    where_fields(call, h, state, family, names);
    count_fields(call, h, state, family);
    more_fields(call, h, state);
}

}  // namespace samrum::activity
