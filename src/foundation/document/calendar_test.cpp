#include "foundation/document/calendar.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>

namespace samrum::document {
namespace {

using base::Date;

/// Lines as a reader sees them: unfolded, without the parts of others. A reader of our own, so that libical does not
/// judge itself.
std::vector<std::string> unfolded(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < file.size();) {
        const auto end = file.find("\r\n", from);
        const std::string line = file.substr(from, end - from);
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
        from = end + 2;
    }
    return lines;
}
std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        const char next = value[++i];
        text += next == 'n' || next == 'N' ? '\n' : next;
    }
    return text;
}
std::string value_of(const std::string& file, const std::string& name, std::string_view after = "BEGIN:VEVENT") {
    bool reached = false;
    for (const std::string& line : unfolded(file)) {
        reached = reached || line == after;
        if (reached && (line.starts_with(name + ":") || line.starts_with(name + ";")))
            return line.substr(line.find(':') + 1);
    }
    return "";
}

CalendarEvent session() {
    return {.uid = "advice-session-1",
            .day = Date::of(2020, 1, 31),
            .hours = EventHours{{16 * 60}, {18 * 60 + 30}},
            .title = "RådRum: Linero bibliotek"};
}
std::string file_of(const CalendarEvent& event) {
    return icalendar({.name = "RådRum", .language = "sv", .made = {1'580'000'000'000'000}, .events = {event}});
}

TEST(Calendar, SaysWhatAClientNeeds) {
    const std::string file = file_of(session());
    EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(file.ends_with("END:VCALENDAR\r\n"));
    EXPECT_EQ(value_of(file, "VERSION", "BEGIN:VCALENDAR"), "2.0");
    EXPECT_NE(value_of(file, "PRODID", "BEGIN:VCALENDAR"), "");
    EXPECT_EQ(value_of(file, "X-WR-CALNAME", "BEGIN:VCALENDAR"), "RådRum");
    EXPECT_EQ(value_of(file, "REFRESH-INTERVAL", "BEGIN:VCALENDAR"), "PT4H");
    EXPECT_EQ(value_of(file, "UID"), "advice-session-1");
    EXPECT_EQ(value_of(file, "DTSTAMP"), "20200126T005320Z");
    EXPECT_EQ(value_of(file, "DTSTART"), "20200131T160000");
    EXPECT_EQ(value_of(file, "DTEND"), "20200131T183000");
    EXPECT_NE(file.find("DTSTART;TZID=Europe/Stockholm:"), std::string::npos);
    EXPECT_EQ(value_of(file, "STATUS"), "CONFIRMED");
}

TEST(Calendar, TellsACancellation) {
    CalendarEvent event = session();
    event.cancelled = true;
    event.sequence = 3;
    const std::string file = file_of(event);
    EXPECT_EQ(value_of(file, "STATUS"), "CANCELLED");
    EXPECT_EQ(value_of(file, "SEQUENCE"), "3");
}

TEST(Calendar, InvitesAndTakesBackAnInvitation) {
    CalendarEvent event = session();
    event.organizer = "sammankallande@lund.example";
    event.attendees = {"samordnare@im.example"};
    const auto invitation = [&](const char* method) {
        std::string all;
        for (const std::string& line :
             unfolded(icalendar({.name = "x", .made = {}, .events = {event}, .method = method})))
            all += line + "\n";
        return all;
    };
    EXPECT_NE(invitation("REQUEST").find("\nMETHOD:REQUEST\n"), std::string::npos);
    EXPECT_NE(invitation("CANCEL").find("\nMETHOD:CANCEL\n"), std::string::npos);
    EXPECT_NE(invitation("REQUEST").find("\nORGANIZER:mailto:sammankallande@lund.example\n"), std::string::npos);
    EXPECT_NE(invitation("REQUEST").find("\nATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:samordnare@im.example\n"),
              std::string::npos);
    EXPECT_EQ(invitation("REQUEST").find("REFRESH-INTERVAL"), std::string::npos)
        << "nobody subscribes to an invitation";
}

TEST(Calendar, KnowsWholeDays) {
    CalendarEvent event = session();
    event.hours.reset();
    event.day = Date::of(2019, 12, 31);
    const std::string file = file_of(event);
    EXPECT_NE(file.find("DTSTART;VALUE=DATE:20191231\r\n"), std::string::npos);
    EXPECT_NE(file.find("DTEND;VALUE=DATE:20200101\r\n"), std::string::npos);
}

TEST(Calendar, CarriesTheRulesOfSummerTime) {
    const std::string file = file_of(session());
    EXPECT_EQ(value_of(file, "RRULE", "BEGIN:DAYLIGHT"), "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3");
    EXPECT_EQ(value_of(file, "RRULE", "BEGIN:STANDARD"), "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10");
    EXPECT_EQ(value_of(file, "TZOFFSETTO", "BEGIN:DAYLIGHT"), "+0200");
}

/// Any text comes back as it was, in lines of at most 75 octets that never cut a character.
TEST(Calendar, AnyTextComesBack) {
    const std::vector<std::string> pieces = {"a", "Å", "ö",  "é",   "\n",  ",",  ";", "\\",  "\"",
                                             ":", " ", "\t", "ሰላም", "دری", "😀", "n", "\\n", "BEGIN:VEVENT",
                                             "=", "'", "%",  "^",   "\r\n"};
    std::mt19937 random(20200131);
    for (int turn = 0; turn < 300; ++turn) {
        std::string text;
        for (auto left = random() % 120; left > 0; --left) text += pieces[random() % pieces.size()];
        CalendarEvent event = session();
        event.title = text;
        event.description = text + "!";
        const std::string file = file_of(event);
        std::string expected = text;
        for (std::size_t at; (at = expected.find('\r')) != std::string::npos;) expected.erase(at, 1);
        ASSERT_EQ(unescaped(value_of(file, "SUMMARY")), expected);
        ASSERT_EQ(unescaped(value_of(file, "DESCRIPTION")), expected + "!");
        for (std::size_t from = 0; from < file.size();) {
            const auto end = file.find("\r\n", from);
            ASSERT_NE(end, std::string::npos);
            ASSERT_LE(end - from, 75U);
            ASSERT_NE(static_cast<unsigned char>(file[from]) & 0xC0, 0x80) << "a line begins inside a character";
            ASSERT_EQ(file.substr(from, end - from).find('\n'), std::string::npos);
            from = end + 2;
        }
    }
}

/// Where libical's own folding would break a line in two.
TEST(Calendar, EveryLengthOfLineIsWhole) {
    for (std::size_t length = 1; length < 240; ++length) {
        CalendarEvent event = session();
        event.description = std::string(length, 'a');
        const std::string file = file_of(event);
        ASSERT_EQ(value_of(file, "DESCRIPTION"), event.description);
        ASSERT_EQ(file.find("\r\r"), std::string::npos);
        ASSERT_EQ(file.find("\r\n \r\n"), std::string::npos);
    }
}

TEST(Calendar, LeavesControlCharactersOut) {
    CalendarEvent event = session();
    event.title = std::string("a\x01") + "b\x7f" + "c\r" + "d";
    EXPECT_EQ(unescaped(value_of(file_of(event), "SUMMARY")), "abc\nd");
}

}  // namespace
}  // namespace samrum::document
