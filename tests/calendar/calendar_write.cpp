// Writes a calendar of what comes on standard input, for the readers of tests/calendar/run.py. An event is eight
// fields, each ended by a zero byte: uid, day, starts, ends (both may be empty), title, description, "cancelled" or "",
// days to remind ahead or "".
#include "foundation/document/calendar.hpp"

#include <iostream>
#include <iterator>

using namespace samrum;

int main() {
    const std::string all{std::istreambuf_iterator<char>(std::cin), {}};
    std::vector<std::string> fields;
    for (std::size_t from = 0; from < all.size();) {
        const auto end = all.find('\0', from);
        fields.push_back(all.substr(from, end - from));
        from = end + 1;
    }
    document::Calendar calendar{.name = "Åäö; \"RådRum\", دری", .language = "sv", .made = base::Instant::now()};
    for (std::size_t i = 0; i + 8 <= fields.size(); i += 8) {
        document::CalendarEvent event;
        event.uid = fields[i];
        event.day = base::Date::parse(fields[i + 1]).value();
        if (!fields[i + 2].empty())
            event.hours = document::EventHours{base::ClockTime::parse(fields[i + 2]).value(),
                                               base::ClockTime::parse(fields[i + 3]).value()};
        event.title = fields[i + 4];
        event.description = fields[i + 5];
        event.cancelled = fields[i + 6] == "cancelled";
        event.sequence = static_cast<std::int64_t>(i / 8);
        if (!fields[i + 7].empty()) event.remind_days = std::stoi(fields[i + 7]);
        calendar.events.push_back(std::move(event));
    }
    std::cout << document::icalendar(calendar);
}
