#include "partnership/steering/rules.hpp"

#include "foundation/base/email_address.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::steering {
namespace {

struct DeedRow {
    Deed deed;
    const char* word;
    bool in[5];
};
// clang-format off
constexpr DeedRow kDeeds[] = {
    //                          planned called held   settled cancelled
    {Deed::change, "change",   {true,   true,  false, false,  false}},
    {Deed::call,   "call",     {true,   true,  false, false,  false}},
    {Deed::cancel, "cancel",   {true,   true,  false, false,  false}},
    {Deed::draw,   "draw",     {true,   true,  false, false,  false}},
    {Deed::hold,   "hold",     {true,   true,  true,  false,  false}},
    {Deed::note,   "note",     {true,   true,  true,  false,  false}},
    {Deed::settle, "settle",   {false,  false, true,  false,  false}},
    {Deed::add,    "add",      {false,  false, false, true,   false}},
};
// clang-format on
const DeedRow& row_of_deed(Deed deed) {
    return *std::ranges::find(kDeeds, deed, &DeedRow::deed);
}

std::string line_of(const std::string& typed, std::string_view field, base::ProblemList& problems) {
    std::string line = base::trim(typed);
    if (line.empty() || line.size() > kLongestLine)
        problems.add(base::problem(std::string(field), "partnership.steering.line",
                                   {{"most", static_cast<std::int64_t>(kLongestLine)}}));
    return line;
}
std::optional<AgreementId> agreement_among(const std::string& typed, const std::vector<AgreementId>& known) {
    const auto id = AgreementId::parse(typed);
    return id && std::ranges::find(known, *id) != known.end() ? std::optional(*id) : std::nullopt;
}

/// The meetings that a day asks for and that its stretch lacks.
std::optional<DueMeeting> lacking(const agreement::KeyDate& one, const std::vector<base::Date>& meetings) {
    if (one.kind != agreement::DateKind::meeting) return std::nullopt;
    const base::Period within = one.covers.value_or(base::Period{one.day, one.day});
    const auto held = std::ranges::count_if(meetings, [&](base::Date day) { return within.contains(day); });
    const int missing = one.times - static_cast<int>(held);
    return missing > 0 ? std::optional(DueMeeting{within, one.day, missing}) : std::nullopt;
}

}  // namespace

bool may(MeetingState state, Deed deed) {
    return row_of_deed(deed).in[static_cast<std::size_t>(state)];
}
base::Result<base::Done> judge(MeetingState state, Deed deed) {
    if (may(state, deed)) return base::Done{};
    return base::problem("", std::string("partnership.steering.not_now.") + row_of_deed(deed).word);
}

base::Result<base::Done> read_meeting(const MeetingInput& input, const std::vector<AgreementId>& known,
                                      Meeting& meeting) {
    base::ProblemList problems;
    meeting.day = problems.take(base::Date::parse(base::trim(input.day)), "day");
    const auto starts = base::ClockTime::parse(base::trim(input.starts));
    const auto ends = base::ClockTime::parse(base::trim(input.ends));
    meeting.starts = problems.take(starts, "starts");
    meeting.ends = problems.take(ends, "ends");
    if (starts && ends && *ends <= *starts) problems.add(base::problem("ends", "partnership.steering.times"));
    meeting.place = line_of(input.place, "place", problems);
    meeting.agreements.clear();
    for (const std::string& one : input.agreements)
        if (const auto id = agreement_among(one, known);
            id && std::ranges::find(meeting.agreements, *id) == meeting.agreements.end())
            meeting.agreements.push_back(*id);
    if (meeting.agreements.empty())
        problems.add(base::problem("agreements", "partnership.steering.agreements_missing"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}
bool concerns_the_called(const Meeting& before, const Meeting& after) {
    return before.day != after.day || before.starts != after.starts || before.ends != after.ends ||
           before.place != after.place;
}

base::Result<std::string> read_email(const std::string& typed) {
    if (base::trim(typed).empty()) return std::string();
    const auto email = base::EmailAddress::parse(base::trim(typed));
    if (email) return email->text();
    base::Problems problems = email.problems();
    for (auto& one : problems) one.field = "email";
    return problems;
}

base::Result<base::Done> read_seat(const SeatInput& input, const std::vector<Seat>& others, Seat& seat) {
    base::ProblemList problems;
    seat.function = line_of(input.function, "function", problems);
    seat.organisation = line_of(input.organisation, "organisation", problems);
    seat.email = problems.take(read_email(input.email), "email");
    seat.period = base::Period{problems.take(base::Date::parse(base::trim(input.first)), "first"), std::nullopt};
    seat.convener = input.convener;
    seat.co_opted = input.co_opted;
    const bool taken = seat.convener && std::ranges::any_of(others, [&](const Seat& one) {
                           return one.id != seat.id && one.convener && one.period.overlaps(seat.period);
                       });
    if (taken) problems.add(base::problem("convener", "partnership.steering.one_convener"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Result<base::Done> read_action(const ActionInput& input, const std::vector<AgreementId>& known, Action& action) {
    base::ProblemList problems;
    const auto agreement = known.size() == 1 && input.agreement.empty() ? std::optional(known.front())
                                                                        : agreement_among(input.agreement, known);
    if (agreement)
        action.agreement = *agreement;
    else
        problems.add(base::problem("agreement", "partnership.steering.agreement_missing"));
    action.what = line_of(input.what, "what", problems);
    action.owner = line_of(input.owner, "owner", problems);
    action.organisation = base::trim(input.organisation);
    action.due = problems.take(base::Date::parse(base::trim(input.due)), "due");
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Result<base::Done> read_notes(const NotesInput& input, Item& item) {
    base::ProblemList problems;
    item.notes = base::trim(input.notes);
    item.dissent = base::trim(input.dissent);
    const auto consensus = agreement::value_of<Consensus>(input.consensus);
    item.consensus = consensus.value_or(Consensus::none);
    if (!input.consensus.empty() && !consensus)
        problems.add(base::problem("consensus", "partnership.steering.no_such_choice"));
    if (item.notes.size() > kLongestNotes || item.dissent.size() > kLongestNotes)
        problems.add(base::problem("notes", "partnership.steering.notes_too_long"));
    if (item.consensus == Consensus::disagreement && item.dissent.empty())
        problems.add(base::problem("dissent", "partnership.steering.dissent_missing"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

std::vector<Drawn> not_yet_drawn(std::vector<Drawn> drawn, const std::vector<Item>& items) {
    std::set<std::string> seen, reports;
    for (const Item& one : items) {
        seen.insert(one.source);
        if (leads_to_report(one.link)) reports.insert(one.link);
    }
    std::erase_if(drawn, [&](const Drawn& one) {
        return !seen.insert(one.source).second || (leads_to_report(one.link) && !reports.insert(one.link).second);
    });
    return drawn;
}
bool leads_to_report(std::string_view link) {
    return link.find("/reports/") != std::string_view::npos;
}
int make_room(std::vector<Item>& items, int count) {
    std::vector<Item*> standing;
    for (Item& one : items)
        if (!one.removed) standing.push_back(&one);
    std::ranges::stable_sort(standing, {}, &Item::position);
    const auto is_last = [](const Item* one) { return one->source == kNextMeeting || one->source == kOtherMatters; };
    auto first_last = standing.end();
    while (first_last != standing.begin() && is_last(*std::prev(first_last))) --first_last;
    int position = first_last == standing.begin() ? 0 : (*std::prev(first_last))->position;
    const int first = position + 1;
    position += count;
    for (auto one = first_last; one != standing.end(); ++one) (*one)->position = ++position;
    return first;
}
void move_item(std::vector<Item>& items, ItemId id, bool up) {
    std::vector<Item*> standing;
    for (Item& one : items)
        if (!one.removed) standing.push_back(&one);
    std::ranges::stable_sort(standing, {}, &Item::position);
    const auto found = std::ranges::find(standing, id, &Item::id);
    if (found != standing.end()) {
        if (up && found != standing.begin()) std::iter_swap(found, std::prev(found));
        if (!up && std::next(found) != standing.end()) std::iter_swap(found, std::next(found));
    }
    int position = 0;
    for (Item* one : standing) one->position = ++position;
}

std::optional<DueMeeting> next_due(std::span<const agreement::KeyDate> dates, const std::vector<base::Date>& meetings,
                                   base::Date today) {
    for (const agreement::KeyDate& one : dates)
        if (one.day >= today)
            if (const auto due = lacking(one, meetings)) return due;
    return std::nullopt;
}
std::optional<DueMeeting> missed(std::span<const agreement::KeyDate> dates, const std::vector<base::Date>& meetings,
                                 base::Date today) {
    constexpr int kMonthsBack = 6;
    std::optional<DueMeeting> last;
    for (const agreement::KeyDate& one : dates) {
        if (one.day >= today || one.day < today.plus_months(-kMonthsBack)) continue;
        const bool caught_up = std::ranges::any_of(meetings, [&](base::Date day) { return day > one.day; });
        if (caught_up) continue;
        if (const auto due = lacking(one, meetings)) last = due;
    }
    return last;
}

bool sees(const std::set<AgreementId>& own, const Meeting& meeting) {
    return std::ranges::any_of(meeting.agreements, [&](const AgreementId& one) { return own.contains(one); });
}
bool sees(const std::set<AgreementId>& own, const Item& item) {
    return !item.agreement || own.contains(*item.agreement);
}

}  // namespace samrum::partnership::steering
