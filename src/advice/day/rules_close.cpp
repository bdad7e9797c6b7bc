#include "advice/day/rules_close.hpp"

#include "advice/day/rules_queue.hpp"

#include <algorithm>
#include <map>

namespace samrum::advice::day {
namespace {

using sheets::Dimension;

bool was_helped(const Ticket& ticket) {
    return ticket.state == TicketState::done || ticket.state == TicketState::with_adviser ||
           ticket.state == TicketState::on_hold;
}

/// Did anybody who was there today speak it, also those who went home early?
bool was_spoken(std::span<const Desk> desks, std::string_view language) {
    return language == "sv" || std::ranges::any_of(desks, [&](const Desk& one) {
               return std::ranges::find(one.languages, language) != one.languages.end();
           });
}

}  // namespace

std::vector<sheets::Count> counts_of_queue(std::span<const Ticket> tickets, std::span<const Desk> desks,
                                           std::span<const base::Uuid> with_sheet) {
    std::map<std::pair<Dimension, std::string>, std::int64_t> sums;
    const auto add = [&](Dimension what, std::string value, std::int64_t n = 1) {
        sums[{what, std::move(value)}] += n;
    };
    for (const Ticket& ticket : tickets) {
        if (ticket.state == TicketState::no_show) add(Dimension::no_show, "");
        // Whoever still waits when the doors close was not helped.
        if (!was_helped(ticket) && ticket.state != TicketState::no_show) add(Dimension::left_waiting, "");
        if (!was_helped(ticket)) continue;
        add(Dimension::waiting, std::string(waiting_band(ticket)));
        if (ticket.channel == Channel::booked) add(Dimension::booked, "");
        if (std::ranges::find(with_sheet, ticket.id.uuid()) != with_sheet.end()) continue;
        add(Dimension::visits, "");
        add(Dimension::people, "", ticket.people);
        add(Dimension::cases, "", std::max<std::int64_t>(1, static_cast<std::int64_t>(ticket.needs.topics.size())));
        const std::string language = ticket.needs.language.empty() ? "sv" : ticket.needs.language;
        add(Dimension::language, language);
        if (!was_spoken(desks, language)) add(Dimension::language_gap, language);
    }
    std::vector<sheets::Count> counts;
    counts.reserve(sums.size());
    for (const auto& [key, n] : sums) counts.push_back({key.first, key.second, n});
    return counts;
}

}  // namespace samrum::advice::day
