#include "activity/rules_entry.hpp"

#include "activity/rules_words.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <cstdlib>

namespace samrum::activity {
namespace {

using enum Family;

constexpr std::size_t kShown = 60;  ///< of what was typed, in a sentence about it
constexpr std::int64_t kLargestFigure = 10'000'000;
const base::Date kEarliest = base::Date::of(1990, 1, 1);

base::Problem not_of_kind(std::string_view field) {
    return base::problem(std::string(field), "activity.problem.not_of_kind");
}

std::optional<int> read_count(base::ProblemList& problems, std::string_view field, std::string_view text, int most) {
    if (base::trim(text).empty()) return std::nullopt;
    const auto number = whole_number(text, most);
    if (!number) {
        problems.add(base::problem(std::string(field), "activity.problem.count", {{"most", std::int64_t{most}}}));
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

base::Date read_day(base::ProblemList& problems, std::string_view text, base::Date today) {
    if (base::trim(text).empty()) {
        problems.add(base::problem("day", "activity.problem.day_missing"));
        return today;
    }
    auto day = base::Date::parse(base::trim(text));
    if (!day) return problems.take(std::move(day), "day", today);
    if (*day > today) problems.add(base::problem("day", "activity.problem.day_ahead", {{"today", today.iso()}}));
    if (*day < kEarliest) problems.add(base::problem("day", "activity.problem.day_too_early"));
    return *day;
}

template <class IdType, class Find>
std::optional<IdType> read_named(base::ProblemList& problems, const std::string& field, std::string_view text,
                                 bool needed, const Find& find) {
    const std::string name = base::trim(text);
    if (name.empty()) {
        if (needed) problems.add(base::problem(field, "activity.problem." + field + "_missing"));
        return std::nullopt;
    }
    std::optional<IdType> found = find(name);
    if (!found)
        problems.add(base::problem(field, "activity.problem." + field + "_unknown",
                                   {{"name", base::readable_text(name, kShown)}}));
    return found;
}

void read_people(base::ProblemList& problems, const Draft& draft, const Shape& shape, Facts& facts) {
    if (shape.participants) {
        facts.participants = read_count(problems, "participants", draft.participants, kMostParticipants);
        facts.women = read_count(problems, "women", draft.women, kMostParticipants);
        if (facts.women && !facts.participants && base::trim(draft.participants).empty())
            problems.add(base::problem("women", "activity.problem.women_without_participants"));
        if (facts.women && facts.participants && *facts.women > *facts.participants)
            problems.add(base::problem("women", "activity.problem.women_too_many",
                                       {{"participants", std::int64_t{*facts.participants}}}));
    } else if (!draft.participants.empty() || !draft.women.empty()) {
        problems.add(not_of_kind(draft.participants.empty() ? "women" : "participants"));
    }
}

void read_volunteers(base::ProblemList& problems, const Draft& draft, const Shape& shape, Facts& facts) {
    if (!shape.hours) {
        if (!draft.volunteers.empty()) problems.add(not_of_kind("volunteers"));
        if (!draft.hours.empty()) problems.add(not_of_kind("hours"));
        return;
    }
    facts.volunteers = read_count(problems, "volunteers", draft.volunteers, kMostVolunteers);
    if (base::trim(draft.hours).empty()) return;
    const int minutes = problems.take(read_hours(draft.hours), "hours");
    facts.volunteer_minutes = minutes;
    const int heads = facts.volunteers.value_or(kMostVolunteers);
    if (minutes > heads * 24 * 60)
        problems.add(base::problem("hours", "activity.problem.hours_too_many", {{"volunteers", std::int64_t{heads}}}));
}

void read_cancelled(base::ProblemList& problems, const Draft& draft, const Shape& shape, Facts& facts) {
    const auto cancelled = yes_or_no(draft.cancelled);
    if (!cancelled) problems.add(base::problem("cancelled", "activity.problem.yes_or_no"));
    facts.cancelled = cancelled.value_or(false);
    if (!facts.cancelled) return;
    if (shape.family == headcount) problems.add(not_of_kind("cancelled"));
    if (facts.participants.value_or(0) > 0)
        problems.add(base::problem("participants", "activity.problem.cancelled_with_people"));
}

void read_title(base::ProblemList& problems, const Draft& draft, const Shape& shape, Facts& facts) {
    facts.title = base::trim(draft.title);
    if (!shape.title && !facts.title.empty()) problems.add(not_of_kind("title"));
    if (shape.title && facts.title.empty()) problems.add(base::problem("title", "activity.problem.title_missing"));
    if (length_in_characters(facts.title) > kLongestTitle)
        problems.add(base::problem("title", "activity.problem.title_long", {{"most", std::int64_t{kLongestTitle}}}));
}

void read_headcount(base::ProblemList& problems, const Draft& draft, const Shape& shape, Facts& facts) {
    if (shape.count) {
        facts.count = read_count(problems, "count", draft.count, kMostVolunteers);
        if (base::trim(draft.count).empty()) problems.add(base::problem("count", "activity.problem.count_missing"));
        if (shape.kind != Kind::volunteers_active && facts.count == 0)
            problems.add(base::problem("count", "activity.problem.count_zero"));
    } else if (!draft.count.empty()) {
        problems.add(not_of_kind("count"));
    }
    if (base::trim(draft.reason).empty()) return;
    facts.reason = reason_written(draft.reason);
    if (!shape.reason)
        problems.add(not_of_kind("reason"));
    else if (!facts.reason)
        problems.add(base::problem("reason", "activity.problem.reason_unknown"));
}

std::optional<base::Period> figure_period(base::ProblemList& problems, const Draft& draft, base::Date today) {
    const std::string first = base::trim(draft.day), last = base::trim(draft.until);
    if (first.empty() && last.empty()) return std::nullopt;
    if (first.empty() || last.empty()) {
        problems.add(base::problem(first.empty() ? "day" : "until", "activity.problem.period_half"));
        return std::nullopt;
    }
    auto from = base::Date::parse(first), to = base::Date::parse(last);
    if (!from || !to) {
        problems.take(std::move(from), "day");
        problems.take(std::move(to), "until");
        return std::nullopt;
    }
    auto period = base::Period::of(*from, *to);
    if (period && *to > today)
        problems.add(base::problem("until", "activity.problem.period_ahead", {{"today", today.iso()}}));
    if (period) return *period;
    problems.take(std::move(period), "until");
    return std::nullopt;
}

/// "-32", "−32" or "+32": a growth may be less than nothing, yet nobody loses more than all.
std::optional<std::int64_t> growth_written(std::string_view text) {
    const std::string word = base::trim(text);
    for (const std::string_view minus : {"-", "−"})
        if (word.starts_with(minus)) {
            const auto loss = whole_number(std::string_view(word).substr(minus.size()), 100);
            return loss ? std::optional(-*loss) : std::nullopt;
        }
    return whole_number(std::string_view(word).substr(word.starts_with('+') ? 1 : 0), kLargestFigure);
}

std::int64_t figure_value(base::ProblemList& problems, const Draft& draft, FigureOf of) {
    if (base::trim(draft.count).empty()) {
        problems.add(base::problem("count", "activity.problem.count_missing"));
        return 0;
    }
    const bool growth = of == FigureOf::visits_growth;
    const auto value = growth ? growth_written(draft.count) : whole_number(draft.count, kLargestFigure);
    if (!value && growth)
        problems.add(base::problem("count", "activity.problem.growth"));
    else if (!value)
        problems.add(base::problem("count", "activity.problem.count", {{"most", kLargestFigure}}));
    else if (of == FigureOf::women_percent && *value > 100)
        problems.add(base::problem("count", "activity.problem.percent"));
    return value.value_or(0);
}

}  // namespace

base::Result<Facts> read_facts(const Draft& draft, const Names& names, base::Date today) {
    const auto kind = kind_written(draft.kind);
    if (!kind)
        return base::problem("kind", "activity.problem.kind_unknown",
                             {{"text", base::readable_text(base::trim(draft.kind), kShown)}});
    const Shape& shape = shape_of(*kind);
    base::ProblemList problems;
    Facts facts;
    facts.kind = *kind;
    facts.day = read_day(problems, draft.day, today);
    if (const std::string start = base::trim(draft.start); !start.empty()) {
        if (shape.start)
            facts.start = problems.take(base::ClockTime::parse(start), "start");
        else
            problems.add(not_of_kind("start"));
    }
    if (shape.place)
        facts.place = read_named<PlaceId>(problems, "place", draft.place, shape.place_needed, names.place);
    else if (!base::trim(draft.place).empty())
        problems.add(not_of_kind("place"));
    facts.activity =
        read_named<ActivityId>(problems, "activity", draft.activity, shape.activity_needed, names.activity);
    read_people(problems, draft, shape, facts);
    read_volunteers(problems, draft, shape, facts);
    read_cancelled(problems, draft, shape, facts);
    read_title(problems, draft, shape, facts);
    read_headcount(problems, draft, shape, facts);
    for (const std::string* only_figures : {&draft.until, &draft.approximate, &draft.source})
        if (!base::trim(*only_figures).empty()) {
            problems.add(not_of_kind(only_figures == &draft.until    ? "until"
                                     : only_figures == &draft.source ? "source"
                                                                     : "approximate"));
        }
    if (!problems.empty()) return problems.all();
    return facts;
}

base::Result<StatedFigure> read_figure(const Draft& draft, const Names& names, base::Date today) {
    base::ProblemList problems;
    StatedFigure figure;
    const auto of = figure_written(draft.kind);
    if (!of) problems.add(base::problem("kind", "activity.problem.figure_missing"));
    figure.of = of.value_or(figure.of);
    figure.period = figure_period(problems, draft, today);
    figure.activity = read_named<ActivityId>(problems, "activity", draft.activity, false, names.activity);
    figure.value = figure_value(problems, draft, figure.of);
    const auto approximate = yes_or_no(draft.approximate);
    if (!approximate) problems.add(base::problem("approximate", "activity.problem.yes_or_no"));
    figure.approximate = approximate.value_or(false);
    figure.source = base::trim(draft.source);
    if (figure.source.empty()) problems.add(base::problem("source", "activity.problem.source_missing"));
    if (length_in_characters(figure.source) > kLongestTitle)
        problems.add(base::problem("source", "activity.problem.title_long", {{"most", std::int64_t{kLongestTitle}}}));
    if (!problems.empty()) return problems.all();
    return figure;
}

Draft draft_of(const Facts& facts) {
    const auto number = [](const std::optional<int>& n) { return n ? std::to_string(*n) : std::string(); };
    Draft draft;
    draft.kind = code_of(facts.kind);
    draft.day = facts.day.iso();
    if (facts.start) draft.start = facts.start->iso();
    if (facts.place) draft.place = facts.place->text();
    if (facts.activity) draft.activity = facts.activity->text();
    draft.participants = number(facts.participants);
    draft.women = number(facts.women);
    draft.volunteers = number(facts.volunteers);
    if (facts.volunteer_minutes) draft.hours = hours_text(*facts.volunteer_minutes, ',');
    if (facts.cancelled) draft.cancelled = "yes";
    draft.title = facts.title;
    draft.count = number(facts.count);
    if (facts.reason) draft.reason = code_of(*facts.reason);
    return draft;
}

base::Result<base::Period> read_period(std::string_view text) {
    const auto mark = text.find('/');
    const auto first = base::Date::parse(text.substr(0, mark));
    const auto last = base::Date::parse(mark == std::string_view::npos ? "" : text.substr(mark + 1));
    if (!first || !last)
        return base::problem("", "activity.command.period", {{"text", base::readable_text(text, kShown)}});
    return base::Period::of(*first, *last);
}

std::string identity(const Facts& facts) {
    std::string key = std::string(code_of(facts.kind)) + "|" + facts.day.iso() + "|";
    if (facts.start) key += facts.start->iso();
    key += "|";
    if (facts.place) key += facts.place->text();
    key += "|";
    if (facts.activity) key += facts.activity->text();
    key += "|";
    if (facts.reason) key += code_of(*facts.reason);
    return key + "|" + facts.title;
}

std::string identity(const StatedFigure& figure) {
    return std::string(code_of(figure.of)) + "|" + (figure.period ? figure.period->iso() : "") + "|" +
           (figure.activity ? figure.activity->text() : "") + "|" + figure.source;
}

bool may_be_same(const Facts& one, const Facts& other) {
    const bool same_start = !one.start || !other.start || *one.start == *other.start;
    return one.kind == other.kind && one.day == other.day && one.place == other.place &&
           one.activity == other.activity && one.reason == other.reason && one.title == other.title && same_start;
}

bool is_fresh(const Entry& entry, base::Date today) {
    return entry.logged_on == today;
}

}  // namespace samrum::activity
