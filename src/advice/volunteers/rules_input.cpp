#include "advice/volunteers/rules_input.hpp"

#include "advice/sites/model_words.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

constexpr int kMostShifts = 31;
constexpr int kMostGuests = 500;
constexpr int kFarthestLeaving = 366;
constexpr std::size_t kMostBreaks = 50;

/// Characters, not bytes.
std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}
/// On one line: whatever would break it is a space.
std::string one_line(std::string_view typed) {
    std::string text(typed);
    std::ranges::replace_if(
        text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, ' ');
    return base::trim(text);
}

/// A whole number from `least` to `most`, or the problem of that name.
base::Result<int> whole(std::string_view typed, int least, int most, const char* problem) {
    const auto n = base::whole_number(base::trim(typed));
    if (!n || *n < least || *n > most)
        return base::problem("", problem, {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}});
    return static_cast<int>(*n);
}

base::Result<std::string> line(std::string_view typed, std::size_t shortest, std::size_t longest, const char* problem) {
    const std::string text = one_line(typed);
    if (text.size() < shortest || length(text) > longest)
        return base::problem("", problem, {{"longest", static_cast<std::int64_t>(longest)}});
    return text;
}

base::Result<std::string> lines(std::string_view typed, std::size_t longest) {
    std::string text = base::trim(typed);
    std::erase_if(text, [](char c) { return (c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
    if (length(text) > longest)
        return base::problem("", "advice.volunteers.text.long", {{"longest", static_cast<std::int64_t>(longest)}});
    return text;
}

}  // namespace

base::Result<std::vector<std::string>> read_languages(const std::vector<std::string>& codes) {
    for (const std::string& code : codes)
        if (!language_of(code)) return base::problem("languages", "advice.volunteers.language.unknown");
    std::vector<std::string> read;
    for (const Language& one : languages())
        if (std::ranges::find(codes, one.code) != codes.end()) read.emplace_back(one.code);
    return read;
}

base::Result<int> read_most_shifts(std::string_view typed) {
    if (base::trim(typed).empty()) return 0;
    return whole(typed, 0, kMostShifts, "advice.volunteers.number");
}

std::string mark_of(const Availability& one) {
    return std::to_string(one.weekday) + ":" + (one.site ? one.site->text() : "");
}

base::Result<std::vector<Availability>> read_availability(const std::vector<std::string>& marks,
                                                          const std::vector<sites::SiteId>& known) {
    std::vector<Availability> read;
    for (const std::string& mark : marks) {
        const auto unknown = base::problem("at", "advice.volunteers.availability.unknown");
        if (mark.size() < 2 || mark[0] < '1' || mark[0] > '7' || mark[1] != ':') return unknown;
        Availability one{static_cast<unsigned>(mark[0] - '0'), std::nullopt};
        if (mark.size() > 2) {
            const auto site = sites::SiteId::parse(std::string_view(mark).substr(2));
            if (!site || std::ranges::find(known, *site) == known.end()) return unknown;
            one.site = *site;
        }
        if (std::ranges::find(read, one) == read.end()) read.push_back(one);
    }
    return read;
}

base::Result<base::Done> read_facts(const FactsInput& input, base::Date today, Volunteer& into) {
    base::ProblemList problems;
    into.languages = problems.take(read_languages(input.languages), "languages");
    into.trained_on.reset();
    if (!base::trim(input.trained_on).empty()) {
        into.trained_on = problems.take(base::Date::parse(base::trim(input.trained_on)), "trained_on", today);
        if (*into.trained_on > today) problems.add(base::problem("trained_on", "advice.volunteers.trained_on.future"));
    }
    const auto background = input.background.empty() ? Background::unsaid : background_of(input.background);
    if (!background) problems.add(base::problem("background", "advice.volunteers.choice.unknown"));
    into.background = background.value_or(Background::unsaid);
    into.interview_note = problems.take(lines(input.note, kLongestNote), "note");
    into.experienced = input.experienced;
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Result<base::Done> add_break(Volunteer& one, std::string_view first, std::string_view last) {
    base::ProblemList problems;
    const base::Date begins = problems.take(base::Date::parse(base::trim(first)), "first");
    std::optional<base::Date> ends;
    if (!base::trim(last).empty()) ends = problems.take(base::Date::parse(base::trim(last)), "last", begins);
    if (!problems.empty()) return problems.all();
    const auto period = base::Period::of(begins, ends);
    if (!period) return base::problem("last", period.problems().front().message.key);
    if (std::ranges::any_of(one.breaks, [&](const base::Period& known) { return known.overlaps(*period); }))
        return base::problem("first", "advice.volunteers.break.overlaps");
    if (one.breaks.size() >= kMostBreaks) return base::problem("first", "advice.volunteers.break.many");
    one.breaks.push_back(*period);
    return base::Done{};
}

bool end_break(Volunteer& one, base::Date today) {
    const auto now = std::ranges::find_if(one.breaks, [&](const base::Period& known) { return known.contains(today); });
    if (now == one.breaks.end()) return false;
    if (now->first() == today)
        one.breaks.erase(now);
    else
        *now = base::Period(now->first(), today.plus_days(-1));
    return true;
}

base::Result<Leaving> read_leaving(const LeavingInput& input, const Volunteer& one, base::Date today) {
    base::ProblemList problems;
    Leaving read;
    read.last = problems.take(base::Date::parse(base::trim(input.last)), "last_day", today);
    const auto reason = leave_reason_of(input.reason);
    if (!reason) problems.add(base::problem("reason", "advice.volunteers.reason.missing"));
    read.reason = reason.value_or(LeaveReason::other);
    if (one.started_on && read.last < *one.started_on)
        problems.add(base::problem("last_day", "advice.volunteers.leave.before_start"));
    if (read.last > today.plus_days(kFarthestLeaving))
        problems.add(base::problem("last_day", "advice.volunteers.leave.far"));
    if (!problems.empty()) return problems.all();
    return read;
}

base::Result<Volunteer> read_application(const ApplicationInput& input, base::Date today) {
    base::ProblemList problems;
    Volunteer one;
    one.stage = Stage::applied;
    one.applied_on = one.stage_on = today;
    one.languages = problems.take(read_languages(input.languages), "languages");
    if (one.languages.empty() && input.languages.empty())
        problems.add(base::problem("languages", "advice.volunteers.language.missing"));
    one.message = problems.take(line(input.message, 0, kLongestMessage, "advice.volunteers.text.long"), "message");
    if (base::trim(input.email).empty() && base::trim(input.phone).empty())
        problems.add(base::problem("email", "advice.volunteers.contact.missing"));
    if (!problems.empty()) return problems.all();
    return one;
}

base::Result<base::Done> read_course(const CourseInput& input, Course& into) {
    base::ProblemList problems;
    into.title = problems.take(line(input.title, 2, 120, "advice.volunteers.course.title"), "title");
    const auto kind = course_kind_of(input.kind);
    if (!kind) problems.add(base::problem("kind", "advice.volunteers.choice.unknown"));
    into.kind = kind.value_or(CourseKind::basics);
    into.day = problems.take(base::Date::parse(base::trim(input.day)), "day");
    into.starts.reset();
    if (!base::trim(input.starts).empty())
        into.starts = problems.take(base::ClockTime::parse(base::trim(input.starts)), "starts");
    into.place = problems.take(line(input.place, 0, 120, "advice.volunteers.text.long"), "place");
    into.seats = base::trim(input.seats).empty()
                     ? 0
                     : problems.take(whole(input.seats, 0, kMostGuests, "advice.volunteers.number"), "seats");
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Result<Guests> read_guests(const GuestsInput& input) {
    base::ProblemList problems;
    Guests read;
    const auto kind = guest_kind_of(input.kind);
    if (!kind) problems.add(base::problem("guests", "advice.volunteers.choice.unknown"));
    read.kind = kind.value_or(GuestKind::network);
    read.of_whom = problems.take(line(input.of_whom, 2, 120, "advice.volunteers.course.of_whom"), "of_whom");
    read.n = problems.take(whole(input.n, 1, kMostGuests, "advice.volunteers.number"), "n");
    if (!problems.empty()) return problems.all();
    return read;
}

}  // namespace samrum::advice::volunteers
