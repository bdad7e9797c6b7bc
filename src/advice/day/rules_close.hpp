#pragma once
#include "advice/day/model.hpp"
#include "advice/sheets/model.hpp"

#include <span>
#include <vector>

namespace samrum::advice::day {

/// What the queue alone knows of a session that closes: waiting bands, booked times, who did not answer or gave up;
/// and, of those who were helped and have no case sheet, visits, people, cases and the language they wished for.
std::vector<sheets::Count> counts_of_queue(std::span<const Ticket> tickets, std::span<const Desk> desks,
                                           std::span<const base::Uuid> with_sheet);

}  // namespace samrum::advice::day
