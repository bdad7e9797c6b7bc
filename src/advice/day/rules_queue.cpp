#include "advice/day/rules_queue.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace samrum::advice::day {
namespace {

constexpr std::string_view kSteps[] = {"call", "take", "hold", "release", "done", "no_show", "hand_over", "undo"};
constexpr std::string_view kSwedish = "sv";
constexpr double kMinute = 60e6;

std::string_view wished(const Ticket& ticket) {
    return ticket.needs.language.empty() ? kSwedish : std::string_view(ticket.needs.language);
}

/// Minutes that a visit of this length is thought to take.
double expected_minutes(const Ticket& ticket) {
    if (!ticket.needs.length) return 0;
    switch (*ticket.needs.length) {
        case Length::short_:
            return 12;
        case Length::medium:
            return 28;
        case Length::long_:
            return 55;
    }
    return 0;
}

double minutes_between(base::Instant from, base::Instant to) {
    return static_cast<double>(to.micros - from.micros) / kMinute;
}

bool speaks(const Desk& desk, std::string_view language) {
    return language == kSwedish || std::ranges::find(desk.languages, language) != desk.languages.end();
}

struct Picture {
    std::vector<optimise::QueueVisitor> visitors;
    std::vector<optimise::QueueDesk> desks;
    std::vector<int> numbers;  ///< of the desks
};

Picture picture_of(std::span<const Ticket> waiting, std::span<const Ticket> all, std::span<const Desk> desks,
                   base::Instant now) {
    Picture made;
    for (const Desk& desk : desks) {
        if (!desk.open) continue;
        auto languages = desk.languages;
        languages.emplace_back(kSwedish);
        made.desks.push_back({std::move(languages), desk.experienced, ticket_at(all, desk.number) == nullptr});
        made.numbers.push_back(desk.number);
    }
    for (const Ticket& ticket : waiting) {
        optimise::QueueVisitor one;
        one.language = wished(ticket);
        one.complex = ticket.complex();
        one.urgent = ticket.needs.urgent;
        one.waited = std::max(0.0, minutes_between(ticket.arrived, now));
        one.expected = expected_minutes(ticket);
        if (ticket.booked) one.booked_since = base::swedish_time(now).minutes - *ticket.booked;
        if (ticket.desk) {
            const auto found = std::ranges::find(made.numbers, *ticket.desk);
            // A desk that was left keeps nobody waiting.
            if (found != made.numbers.end()) one.for_desk = static_cast<std::size_t>(found - made.numbers.begin());
        }
        made.visitors.push_back(std::move(one));
    }
    return made;
}

}  // namespace

std::optional<Step> step_of(std::string_view code) {
    const auto* found = std::find(std::begin(kSteps), std::end(kSteps), code);
    return found == std::end(kSteps) ? std::nullopt : std::optional(static_cast<Step>(found - std::begin(kSteps)));
}
std::string_view code_of(Step step) {
    return kSteps[static_cast<std::size_t>(step)];
}

bool is_open_desk(std::span<const Desk> desks, int number) {
    return std::ranges::any_of(desks, [&](const Desk& one) { return one.number == number && one.open; });
}

void free_of_left_desk(Ticket& ticket, std::span<const Desk> desks) {
    if (ticket.state == TicketState::waiting && ticket.desk && !is_open_desk(desks, *ticket.desk)) ticket.desk.reset();
}

bool may_step(const Ticket& ticket, int desk, Step step) {
    const bool own = ticket.desk == desk;
    switch (step) {
        case Step::call:
            return (ticket.state == TicketState::waiting && (!ticket.desk || own)) ||
                   (ticket.state == TicketState::on_hold && own);
        case Step::take:
        case Step::no_show:
            return ticket.state == TicketState::called && own;
        case Step::hold:
        case Step::done:
            return ticket.state == TicketState::with_adviser && own;
        case Step::release:
        case Step::hand_over:
            return (ticket.state == TicketState::called || ticket.state == TicketState::with_adviser) && own;
        case Step::undo:
            return own && !ticket.undo.empty();
    }
    return false;
}

Ticket after_step(Ticket ticket, int desk, Step step, base::Instant now) {
    base::ensure(may_step(ticket, desk, step), "the desk may do this with the ticket");
    if (step == Step::undo) {
        const auto space = ticket.undo.find(' ');
        ticket.state = ticket_state_of(ticket.undo.substr(0, space)).value();
        // What was free is free again; what was the desk's is the desk's.
        if (ticket.undo.substr(space + 1) == "-") ticket.desk.reset();
        if (ticket.state == TicketState::waiting) ticket.called.reset();
        ticket.ended.reset();
        ticket.undo.clear();
        return ticket;
    }
    ticket.undo = std::string(code_of(ticket.state)) + (ticket.desk ? " =" : " -");
    switch (step) {
        case Step::call:
            ticket.state = TicketState::called;
            ticket.desk = desk;
            if (!ticket.called) ticket.called = now;
            break;
        case Step::take:
            ticket.state = TicketState::with_adviser;
            break;
        case Step::hold:
            ticket.state = TicketState::on_hold;
            break;
        case Step::release:
            ticket.state = TicketState::waiting;
            ticket.desk.reset();
            ticket.undo.clear();
            break;
        case Step::hand_over:
            ticket.state = TicketState::waiting;
            ticket.undo.clear();
            break;
        case Step::done:
            ticket.state = TicketState::done;
            ticket.ended = now;
            break;
        case Step::no_show:
            ticket.state = TicketState::no_show;
            ticket.ended = now;
            break;
        case Step::undo:
            break;
    }
    return ticket;
}

const Ticket* ticket_at(std::span<const Ticket> tickets, int desk) {
    const auto found = std::ranges::find_if(tickets, [&](const Ticket& one) {
        return one.desk == desk && (one.state == TicketState::called || one.state == TicketState::with_adviser);
    });
    return found == tickets.end() ? nullptr : &*found;
}

std::vector<Ticket> waiting_of(std::span<const Ticket> tickets) {
    std::vector<Ticket> waiting;
    std::ranges::copy_if(tickets, std::back_inserter(waiting),
                         [](const Ticket& one) { return one.state == TicketState::waiting; });
    return waiting;
}

std::optional<Suggestion> suggest_next(std::span<const Ticket> tickets, std::span<const Desk> desks, int desk,
                                       base::Instant now) {
    const auto waiting = waiting_of(tickets);
    const Picture picture = picture_of(waiting, tickets, desks, now);
    const auto own = std::ranges::find(picture.numbers, desk);
    if (own == picture.numbers.end()) return std::nullopt;
    const auto chosen =
        optimise::choose_next(picture.visitors, picture.desks, static_cast<std::size_t>(own - picture.numbers.begin()));
    if (!chosen) return std::nullopt;
    Suggestion made{waiting[chosen->visitor], chosen->reason};
    free_of_left_desk(made.ticket, desks);
    return made;
}

std::optional<Wait> wait_of(std::span<const Ticket> tickets, const Ticket& ticket, std::span<const Desk> desks,
                            base::Instant now) {
    auto waiting = waiting_of(tickets);
    // Who has a time booked goes first when it comes; the urgent before the others.
    std::ranges::stable_sort(waiting, [](const Ticket& a, const Ticket& b) {
        return std::pair(!a.booked, !a.needs.urgent) < std::pair(!b.booked, !b.needs.urgent);
    });
    const auto own = std::ranges::find(waiting, ticket.id, &Ticket::id);
    if (own == waiting.end()) return std::nullopt;
    const Picture picture = picture_of(waiting, tickets, desks, now);
    const auto range =
        optimise::wait_range(picture.visitors, static_cast<std::size_t>(own - waiting.begin()), picture.desks);
    if (!range) return std::nullopt;
    return Wait{static_cast<int>(std::floor(range->low / 5)) * 5,
                std::max(5, static_cast<int>(std::ceil(range->high / 5)) * 5)};
}

int ahead_of(std::span<const Ticket> tickets, const Ticket& ticket) {
    return static_cast<int>(std::ranges::count_if(tickets, [&](const Ticket& one) {
        // A desk takes those who were handed to it before everybody else.
        const bool same_line = !ticket.desk || one.desk == ticket.desk;
        return one.state == TicketState::waiting && one.number < ticket.number && same_line;
    }));
}

bool is_spoken(std::span<const Desk> desks, std::string_view language) {
    return language.empty() || language == kSwedish ||
           std::ranges::any_of(desks, [&](const Desk& one) { return one.open && speaks(one, language); });
}

std::string_view waiting_band(const Ticket& ticket) {
    const double waited = ticket.called ? minutes_between(ticket.arrived, *ticket.called) : 0;
    if (waited < 15) return "0-15";
    if (waited < 30) return "15-30";
    return waited < 60 ? "30-60" : "60-";
}

}  // namespace samrum::advice::day
