#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace samrum::text {
namespace {

constexpr std::array<std::string_view, 12> kSwedishMonths{"januari",   "februari", "mars",     "april",
                                                          "maj",       "juni",     "juli",     "augusti",
                                                          "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> kEnglishMonths{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kSwedishWeekdays{"måndag", "tisdag", "onsdag", "torsdag",
                                                           "fredag", "lördag", "söndag"};
constexpr std::array<std::string_view, 7> kEnglishWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};

/// Words and figures between what people put between them.
std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts(1);
    for (char c : text) {
        if (c == ' ' || c == '/' || c == '.' || c == '-' || c == ',')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    std::erase(parts, "");
    return parts;
}

std::optional<int> figure(const std::string& text, std::size_t most) {
    int value = 0;
    const auto end = text.data() + text.size();
    if (text.empty() || text.size() > most || std::from_chars(text.data(), end, value).ptr != end || value < 0)
        return {};
    return value;
}

/// The place (from 1) of a name in `names`, whole or by its first three letters.
template <std::size_t N>
unsigned place(const std::array<std::string_view, N>& names, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (word == names[i] || (word.size() == 3 && names[i].starts_with(word))) return static_cast<unsigned>(i + 1);
    return 0;
}

template <std::size_t N>
unsigned place_in_either(const std::array<std::string_view, N>& swedish, const std::array<std::string_view, N>& english,
                         std::string_view word) {
    const unsigned found = place(swedish, word);
    return found ? found : place(english, word);
}

/// Takes "måndagen den" and its like off the front; the weekday from 1 Monday, or 0.
unsigned take_weekday(std::vector<std::string>& parts) {
    unsigned weekday = 0;
    if (parts.size() > 3) {
        std::string_view word = parts.front();
        weekday = place_in_either(kSwedishWeekdays, kEnglishWeekdays, word);
        if (!weekday && word.ends_with("en")) weekday = place(kSwedishWeekdays, word.substr(0, word.size() - 2));
        if (weekday) parts.erase(parts.begin());
    }
    if (parts.size() > 3 && (parts.front() == "den" || parts.front() == "the")) parts.erase(parts.begin());
    return weekday;
}

struct Figures {
    int year;
    int month;
    int day;
};

std::optional<Figures> figures_of(const std::vector<std::string>& parts) {
    if (parts.size() == 1 && parts[0].size() == 8) {
        const auto all = figure(parts[0], 8);
        return all ? std::optional(Figures{*all / 10000, *all / 100 % 100, *all % 100}) : std::nullopt;
    }
    if (parts.size() != 3) return {};
    const bool year_first = parts[0].size() == 4;
    const std::string& year = parts[year_first ? 0 : 2];
    const std::string& day = parts[year_first ? 2 : 0];
    const unsigned named = place_in_either(kSwedishMonths, kEnglishMonths, parts[1]);
    const auto y = year.size() == 4 ? figure(year, 4) : std::nullopt;
    const auto m = named ? std::optional(static_cast<int>(named)) : figure(parts[1], 2);
    const auto d = figure(day, 2);
    return y && m && d ? std::optional(Figures{*y, *m, *d}) : std::nullopt;
}

std::string two(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

base::Result<base::Date> parse_date_input(std::string_view text) {
    if (base::trim(text).empty()) return base::problem("", "base.date.missing");
    const auto unreadable =
        base::problem("", "base.date.unreadable", {{"text", base::trim(base::readable_text(text, 60))}});
    if (base::trim(text).empty()) return base::problem("", "base.date.missing");
    if (text.size() > 60 || !base::is_utf8(text)) return unreadable;
    auto parts = split(folded(text));
    const unsigned weekday = take_weekday(parts);
    const auto figures = figures_of(parts);
    if (!figures || figures->year < 1000) return unreadable;
    auto day = base::Date::parse(std::to_string(figures->year) + "-" + two(figures->month) + "-" + two(figures->day));
    if (!day) return base::problem("", "base.date.no_such_day", {{"text", base::trim(text)}});
    if (weekday && weekday != day->weekday())
        return base::problem("", "text.date.wrong_weekday", {{"date", day->iso()}, {"text", base::trim(text)}});
    return day;
}

}  // namespace samrum::text
