#include "foundation/document/calendar.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <libical/ical.h>
#include <memory>

namespace samrum::document {
namespace {

constexpr const char* kStockholm = "Europe/Stockholm";
/// Summer time as in all of the European Union since 1996 (directive 2000/84/EC).
constexpr const char* kStockholmRules =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

struct FreeComponent {
    void operator()(icalcomponent* one) const { icalcomponent_free(one); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// Line breaks of any kind become "\n"; other control characters have no place in a text value (RFC 5545 3.3.11).
std::string plain(std::string_view text) {
    base::ensure(base::is_utf8(text), "a calendar's text is UTF-8");
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\r') {
            kept += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t') {
            kept += text[i];
        }
    }
    return kept;
}

icaltimetype local_time(base::Date day, base::ClockTime at) {
    icaltimetype time = icaltime_null_time();
    time.year = day.year();
    time.month = static_cast<int>(day.month());
    time.day = static_cast<int>(day.day());
    time.hour = at.minutes / 60;
    time.minute = at.minutes % 60;
    return time;
}
icaltimetype whole_day(base::Date day) {
    icaltimetype time = local_time(day, {});
    time.is_date = 1;
    return time;
}
icaltimetype utc_time(base::Instant at) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(at.micros / 1'000'000), 0,
                                         icaltimezone_get_utc_timezone());
}

icalproperty* in_stockholm(icalproperty* time) {
    icalproperty_add_parameter(time, icalparameter_new_tzid(kStockholm));
    return time;
}

void add_when(icalcomponent* to, const CalendarEvent& event) {
    if (!event.hours) {
        icalcomponent_add_property(to, icalproperty_new_dtstart(whole_day(event.day)));
        icalcomponent_add_property(to, icalproperty_new_dtend(whole_day(event.day.plus_days(1))));
        icalcomponent_add_property(to, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        return;
    }
    base::ensure(event.hours->ends > event.hours->starts, "an event ends after it starts");
    icalcomponent_add_property(to, in_stockholm(icalproperty_new_dtstart(local_time(event.day, event.hours->starts))));
    icalcomponent_add_property(to, in_stockholm(icalproperty_new_dtend(local_time(event.day, event.hours->ends))));
}

/// A reminder of a whole day counts from its midnight, so nine o'clock some days before is that many days less nine
/// hours.
icalcomponent* reminder_component(int days, const std::string& title) {
    constexpr int kHour = 3600;
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int((9 - 24 * days) * kHour);
    icalcomponent* alarm = icalcomponent_new_valarm();
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(alarm, icalproperty_new_description(title.c_str()));
    icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
    return alarm;
}

icalcomponent* event_component(const Calendar& calendar, const CalendarEvent& event) {
    icalcomponent* one = icalcomponent_new_vevent();
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(one, property); };
    add(icalproperty_new_uid(plain(event.uid).c_str()));
    add(icalproperty_new_dtstamp(utc_time(calendar.made)));
    add_when(one, event);
    add(icalproperty_new_summary(plain(event.title).c_str()));
    if (!event.description.empty()) add(icalproperty_new_description(plain(event.description).c_str()));
    if (!event.location.empty()) add(icalproperty_new_location(plain(event.location).c_str()));
    if (!event.url.empty()) add(icalproperty_new_url(plain(event.url).c_str()));
    add(icalproperty_new_sequence(static_cast<int>(event.sequence)));
    if (!event.organizer.empty()) add(icalproperty_new_organizer(("mailto:" + plain(event.organizer)).c_str()));
    for (const std::string& address : event.attendees) {
        icalproperty* attendee = icalproperty_new_attendee(("mailto:" + plain(address)).c_str());
        icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
        icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
        add(attendee);
    }
    add(icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (event.remind_days && !event.hours && !event.cancelled)
        icalcomponent_add_component(one, reminder_component(*event.remind_days, plain(event.title)));
    return one;
}

/// What RFC 7986 names, and beside it the older names that many clients still look for.
void add_extension(icalcomponent* to, const char* name, const std::string& value) {
    icalproperty* one = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(one, name);
    icalcomponent_add_property(to, one);
}
/// X- values are written as they are: what a text escapes must be escaped here.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : plain(text)) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

/// How often a client that subscribes is asked to look again.
void add_refresh(icalcomponent* to, int hours) {
    icalproperty* refresh = icalproperty_new_refreshinterval(icaldurationtype_from_int(hours * 3600));
    icalproperty_add_parameter(refresh, icalparameter_new_value(ICAL_VALUE_DURATION));
    icalcomponent_add_property(to, refresh);
    add_extension(to, "X-PUBLISHED-TTL", fmt::format("PT{}H", hours));
}

bool inside_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// libical 3.0 folds a line of 73 or 74 octets between or behind its CR and LF, so its folds are taken out and made
/// anew: 75 octets at most, the space of a continued line among them, and no character is cut.
std::string folded_anew(std::string_view text) {
    constexpr std::size_t kLongestLine = 75;
    constexpr std::string_view kFold = "\r\n ";
    std::string whole;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t fold = std::min(text.find(kFold, from), text.size());
        whole.append(text, from, fold - from);
        from = fold + kFold.size();
    }
    std::string out;
    out.reserve(whole.size() + whole.size() / 16);
    for (std::size_t from = 0; from < whole.size();) {
        const std::size_t end = whole.find("\r\n", from);
        for (std::size_t room = kLongestLine; end - from > room; room = kLongestLine - 1) {
            std::size_t cut = from + room;
            while (inside_character(whole[cut])) --cut;
            out.append(whole, from, cut - from).append(kFold);
            from = cut;
        }
        out.append(whole, from, end + 2 - from);
        from = end + 2;
    }
    return out;
}

}  // namespace

std::string icalendar(const Calendar& calendar) {
    const Component whole(icalcomponent_new_vcalendar());
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(whole.get(), property); };
    add(icalproperty_new_version("2.0"));
    add(icalproperty_new_prodid("-//Samrum//Samrum//SV"));
    add(icalproperty_new_calscale("GREGORIAN"));
    if (!calendar.method.empty())
        add(icalproperty_new_method(calendar.method == "CANCEL" ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST));
    icalproperty* name = icalproperty_new_name(plain(calendar.name).c_str());
    if (!calendar.language.empty())
        icalproperty_add_parameter(name, icalparameter_new_language(calendar.language.c_str()));
    add(name);
    add_extension(whole.get(), "X-WR-CALNAME", escaped(calendar.name));
    if (calendar.method.empty()) add_refresh(whole.get(), static_cast<int>(calendar.asked_again.count()));
    icalcomponent_add_component(whole.get(), icalparser_parse_string(kStockholmRules));
    for (const CalendarEvent& event : calendar.events)
        icalcomponent_add_component(whole.get(), event_component(calendar, event));
    const std::unique_ptr<char, void (*)(void*)> text(icalcomponent_as_ical_string_r(whole.get()),
                                                      icalmemory_free_buffer);
    return folded_anew(text.get());
}

}  // namespace samrum::document
