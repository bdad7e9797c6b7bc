#pragma once
#include "foundation/base/date.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Files that people take with them: calendars, and later PDF and spreadsheets.
namespace samrum::document {

/// The hours of an event, by the clock on the wall in Sweden.
struct EventHours {
    base::ClockTime starts;
    base::ClockTime ends;  ///< after `starts`, the same day
};

/// One event of a calendar. A client knows it again by its uid, and takes over a change when `sequence` has grown.
struct CalendarEvent {
    std::string uid;  ///< the same for ever, and no other event's: "advice-session-<id>"
    base::Date day;
    std::optional<EventHours> hours = {};  ///< nothing: the whole day
    std::string title;
    std::string description = {};
    std::string location = {};
    std::string url = {};  ///< whole: "https://…"
    bool cancelled = false;
    std::int64_t sequence = 0;                ///< grows with every change, a cancellation too
    std::string organizer = {};               ///< e-mail address of who invites
    std::vector<std::string> attendees = {};  ///< e-mail addresses of who is asked to answer
    std::optional<int> remind_days = {};      ///< of a whole day: the client reminds so many days before, at nine
};

/// A calendar that a client subscribes to.
struct Calendar {
    std::string name;
    std::string language = {};          ///< of its words: "sv"
    base::Instant made;                 ///< DTSTAMP of every event
    std::chrono::hours asked_again{4};  ///< how often a client is asked to look again
    std::vector<CalendarEvent> events = {};
    std::string method = {};  ///< "REQUEST" or "CANCEL" of an invitation (RFC 5546); empty: a calendar to look at
};

inline constexpr const char* kCalendarType = "text/calendar; charset=utf-8";

/// The calendar as RFC 5545 has it: lines of at most 75 octets that end with CRLF, times in Europe/Stockholm with its
/// rules beside, cancelled events as STATUS:CANCELLED. Texts keep every character but control characters; any line
/// break becomes "\n". Text that is not UTF-8, or hours that end before they start, are a Bug.
std::string icalendar(const Calendar& calendar);

}  // namespace samrum::document
