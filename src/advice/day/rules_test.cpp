#include "advice/day/actions_catalogue.hpp"
#include "advice/day/rules_close.hpp"
#include "advice/day/rules_code.hpp"
#include "advice/day/rules_queue.hpp"
#include "advice/day/rules_slots.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <unicode/locid.h>
#include <unicode/plurrule.h>

namespace samrum::advice::day {
namespace {

using base::Instant;

constexpr std::int64_t kMinuteMicros = 60'000'000;
const Instant kStart{1'580'480'000'000'000};

Ticket ticket(int number, int minutes_ago, std::string language = {}) {
    Ticket one;
    one.id = TicketId::random();
    one.number = number;
    one.needs.language = std::move(language);
    one.arrived = {kStart.micros - minutes_ago * kMinuteMicros};
    return one;
}

TEST(DaySteps, OnlyTheDeskWhoseTicketItIsGoesOn) {
    Ticket one = ticket(1, 5);
    EXPECT_TRUE(may_step(one, 1, Step::call));
    for (const Step other :
         {Step::take, Step::hold, Step::release, Step::done, Step::no_show, Step::hand_over, Step::undo})
        EXPECT_FALSE(may_step(one, 1, other));
    one = after_step(one, 1, Step::call, kStart);
    EXPECT_EQ(one.state, TicketState::called);
    EXPECT_FALSE(may_step(one, 2, Step::take));
    EXPECT_FALSE(may_step(one, 2, Step::call));
    one = after_step(one, 1, Step::take, kStart);
    one = after_step(one, 1, Step::hold, kStart);
    EXPECT_EQ(one.state, TicketState::on_hold);
    EXPECT_TRUE(may_step(one, 1, Step::call));
    EXPECT_FALSE(may_step(one, 2, Step::call));
    one = after_step(after_step(one, 1, Step::call, kStart), 1, Step::take, kStart);
    one = after_step(one, 1, Step::done, kStart);
    EXPECT_TRUE(is_over(one.state));
    one = after_step(one, 1, Step::undo, kStart);
    EXPECT_EQ(one.state, TicketState::with_adviser);
    EXPECT_FALSE(one.ended);
    EXPECT_EQ(step_of(code_of(Step::hand_over)), Step::hand_over);
    EXPECT_FALSE(step_of("explode"));
}

TEST(DaySteps, WhoWasHandedToADeskThatWasLeftIsAnybodys) {
    Desk left, other;
    left.number = 2;
    left.open = false;
    other.number = 1;
    const std::vector<Desk> desks{other, left};
    EXPECT_TRUE(is_open_desk(desks, 1));
    EXPECT_FALSE(is_open_desk(desks, 2));
    EXPECT_FALSE(is_open_desk(desks, 3));
    Ticket handed = ticket(1, 5);
    handed.desk = 2;
    const auto next = suggest_next(std::vector{handed}, desks, 1, kStart);
    ASSERT_TRUE(next);
    EXPECT_TRUE(may_step(next->ticket, 1, Step::call)) << "what is suggested can be called";
}

TEST(DaySteps, UndoingACallGivesTheNumberBackToEverybody) {
    const Ticket before = ticket(1, 5);
    const Ticket after = after_step(after_step(before, 3, Step::call, kStart), 3, Step::undo, kStart);
    EXPECT_EQ(after.state, TicketState::waiting);
    EXPECT_FALSE(after.desk);
    EXPECT_FALSE(after.called);
    EXPECT_TRUE(may_step(after, 1, Step::call));
}

TEST(DayCodes, AnOwnersSecretIsKnownByItsForm) {
    EXPECT_TRUE(is_owner_secret(new_owner_secret()));
    EXPECT_FALSE(is_owner_secret(""));
    EXPECT_FALSE(is_owner_secret(new_day_secret()));
    EXPECT_FALSE(is_owner_secret(std::string(40, '<')));
}

TEST(DayQueue, SaysWhoIsNextWhyAndHowLongTheOthersWait) {
    const std::vector<Desk> desks = {
        {1, "", {"ar"}, false, true}, {2, "", {"so"}, true, true}, {3, "", {"ti"}, true, false}};
    std::vector<Ticket> tickets = {ticket(1, 20, "so"), ticket(2, 15, "ar"), ticket(3, 10)};
    const auto next = suggest_next(tickets, desks, 1, kStart);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->ticket.number, 2);
    EXPECT_EQ(suggest_next(tickets, desks, 2, kStart)->ticket.number, 1);
    EXPECT_FALSE(suggest_next(tickets, desks, 3, kStart)) << "the desk was left";
    EXPECT_TRUE(is_spoken(desks, "so"));
    EXPECT_FALSE(is_spoken(desks, "ti"));
    EXPECT_TRUE(is_spoken({}, "sv"));
    EXPECT_EQ(ahead_of(tickets, tickets[2]), 2);
    tickets.push_back(ticket(4, 5));
    tickets.back().desk = 1;
    EXPECT_EQ(ahead_of(tickets, tickets.back()), 0) << "handed over: only those who wait for the same desk are ahead";
    tickets.pop_back();
    EXPECT_FALSE(wait_of(tickets, tickets[2], {}, kStart));
    const auto wait = wait_of(tickets, tickets[2], desks, kStart);
    ASSERT_TRUE(wait);
    EXPECT_EQ(wait->low % 5, 0);
    EXPECT_EQ(wait->high % 5, 0);
    EXPECT_LT(wait->low, wait->high);
}

TEST(DayCounts, AreOneWayAndLeaveSheetsToTheSheets) {
    const std::vector<Desk> desks = {{1, "", {"ar"}, false, true}};
    std::vector<Ticket> tickets;
    const auto add = [&](TicketState state, std::string language, Channel channel = Channel::host) {
        Ticket one = ticket(static_cast<int>(tickets.size()) + 1, 40, std::move(language));
        one.state = state;
        one.channel = channel;
        one.called = kStart;
        one.people = 2;
        tickets.push_back(one);
    };
    add(TicketState::done, "ti");
    add(TicketState::done, "ar");
    add(TicketState::done, "so", Channel::booked);
    add(TicketState::no_show, "ar");
    add(TicketState::left, "ar");
    add(TicketState::waiting, "ar");
    const std::vector<base::Uuid> with_sheet = {tickets[2].id.uuid()};
    const auto counts = counts_of_queue(tickets, desks, with_sheet);
    const auto n = [&](sheets::Dimension what, std::string_view value = "") {
        const auto found = std::ranges::find_if(
            counts, [&](const sheets::Count& one) { return one.dimension == what && one.value == value; });
        return found == counts.end() ? 0 : found->n;
    };
    using sheets::Dimension;
    EXPECT_EQ(n(Dimension::visits), 2);
    EXPECT_EQ(n(Dimension::people), 4);
    EXPECT_EQ(n(Dimension::language, "ti"), 1);
    EXPECT_EQ(n(Dimension::language_gap, "ti"), 1);
    EXPECT_EQ(n(Dimension::language_gap, "ar"), 0);
    EXPECT_EQ(n(Dimension::language, "so"), 0) << "its sheet counts it";
    EXPECT_EQ(n(Dimension::booked), 1);
    EXPECT_EQ(n(Dimension::no_show), 1);
    EXPECT_EQ(n(Dimension::left_waiting), 2);
    EXPECT_EQ(n(Dimension::waiting, "30-60"), 3);
}

TEST(DayCodes, AreReadAsPeopleTypeThem) {
    const std::string code = new_booking_code();
    EXPECT_EQ(code.size(), 12U);
    const auto normal = normal_booking_code(code);
    ASSERT_TRUE(normal);
    EXPECT_EQ(normal_booking_code(" " + *normal + " "), normal);
    EXPECT_FALSE(normal_booking_code(""));
    EXPECT_FALSE(normal_booking_code("K7QM-2XDF-9"));
    EXPECT_FALSE(normal_booking_code("K7QM-2XDF-9O")) << "no letter that looks like a digit";
    EXPECT_GT(new_owner_secret().size(), 36U) << "longer than what the log shows of a path";
    EXPECT_NE(new_day_secret(), new_day_secret());
}

TEST(DaySlots, LieWithinTheSession) {
    sites::Session session;
    session.starts = {17 * 60};
    session.ends = {19 * 60 + 30};
    Booking taken;
    taken.starts = {17 * 60 + 45};
    const auto free = free_slots(session, std::vector{taken});
    ASSERT_EQ(free.size(), 2U);
    EXPECT_EQ(free[0].starts.minutes, 17 * 60);
    EXPECT_EQ(free[1].starts.minutes, 18 * 60 + 30);
}

/// What stands in curly brackets, at the first level: the arguments.
std::set<std::string> plural_keywords(const std::string& text) {
    std::set<std::string> found;
    for (const char* one : {"zero", "one", "two", "few", "many", "other"})
        if (text.find(std::string(one) + " {") != std::string::npos) found.insert(one);
    return found;
}

TEST(VisitorPhrases, StandInAllFifteenLanguagesWithTheirPlurals) {
    std::size_t languages_seen = 0;
    for (const Language& language : languages()) {
        if (!language.has_pages) continue;
        ++languages_seen;
        const auto& words = visitor_catalogues().words(language.code);
        EXPECT_EQ(words.language(), language.code) << "complete";
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::PluralRules> rules(
            icu::PluralRules::forLocale(icu::Locale(std::string(language.code).c_str()), status));
        std::set<std::string> wanted;
        const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
        while (const char* one = keywords->next(nullptr, status)) wanted.insert(one);
        for (const std::string& phrase : visitor_phrases()) {
            EXPECT_EQ(visitor_catalogues().placeholders(language.code, phrase),
                      visitor_catalogues().placeholders("sv", phrase))
                << language.code << " " << phrase;
            const std::string text = phrase_text(language.code, phrase);
            EXPECT_FALSE(text.empty());
            if (text.find("plural") == std::string::npos) continue;
            EXPECT_EQ(plural_keywords(text), wanted) << language.code << " " << phrase;
        }
        const auto said = words("visitor.ahead", {{"count", std::int64_t{3}}});
        EXPECT_NE(said.find('3'), std::string::npos) << language.code << " " << said << ": Latin digits";
    }
    EXPECT_EQ(languages_seen, 15U);
    EXPECT_EQ(visitor_catalogues().words("ar")("visitor.ahead", {{"count", std::int64_t{2}}}), "قبلك شخصان");
    EXPECT_EQ(visitor_catalogues().words("ru")("visitor.ahead", {{"count", std::int64_t{5}}}), "Перед вами 5 человек");
    EXPECT_TRUE(visitor_catalogues().words("ckb").right_to_left());
    EXPECT_TRUE(visitor_catalogues().words("fa-AF").right_to_left());
    EXPECT_FALSE(visitor_catalogues().words("ku").right_to_left());
}

TEST(VisitorPhrases, LoseTheirReviewWhenTheyChange) {
    EXPECT_NE(phrase_hash("ar", "visitor.confidential"), phrase_hash("fa", "visitor.confidential"));
    EXPECT_NE(phrase_hash("ar", "visitor.confidential"), phrase_hash("ar", "visitor.no_name"));
    EXPECT_TRUE(needs_review("ar"));
    EXPECT_FALSE(needs_review("en"));
    for (const auto promise : promises()) EXPECT_FALSE(phrase_text("sv", promise).empty());
}

}  // namespace
}  // namespace samrum::advice::day
