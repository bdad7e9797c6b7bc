#include "advice/sheets/actions_close.hpp"
#include "advice/sheets/actions_correct.hpp"
#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/files_hsds.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sheets/rules_code.hpp"
#include "advice/sheets/rules_counts.hpp"
#include "advice/sites/actions_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace samrum::advice::sheets {
namespace {

using base::Date;

class SheetRoom : public TestRoom {
  protected:
    SheetDraft draft(std::string topic = "letter", std::string language = "ar") {
        SheetDraft one;
        one.topics = {std::move(topic)};
        one.language = std::move(language);
        one.help = "speaker";
        one.length = "short";
        one.outcome = "answered";
        one.people = "1";
        return one;
    }
    SavedSheet save(const SheetDraft& facts, bool wants_code = false) {
        auto saved = save_sheet(*room_, volunteer_, kToday, open_.id, {facts, {}, wants_code, {}});
        EXPECT_TRUE(saved) << saved.problems().at(0).message.key;
        return saved.value();
    }
    std::int64_t sum(Dimension dimension, std::string_view value = "") {
        return sum_counts(*room_, dimension, value, {{kToday, kToday}, {}, {}, {}, {}}).value_or(-1);
    }
    void close() {
        room_->transaction([&](store::Transaction& tx) {
            counts_of_open_session(tx, open_);
            open_.state = sites::SessionState::held;
            sites::update_session(tx, open_);
        });
    }
    std::string problem_of(const SheetDraft& facts) {
        const auto saved = save_sheet(*room_, volunteer_, kToday, open_.id, {facts, {}, false, {}});
        return saved ? std::string() : saved.problems().at(0).message.key;
    }

    sites::Session open_ = add_session(kToday, sites::SessionState::open);
};

TEST_F(SheetRoom, AnOpenSessionsSheetsBecomeOneWayCountsAndGo) {
    save(draft("letter", "ar"));
    auto family = draft("housing", "ti");
    family.topics.push_back("money");
    family.people = "5";
    family.help = "phone";
    family.gender = "woman";
    save(family);
    close();
    EXPECT_EQ(sum(Dimension::visits), 2) << "a family is one visit";
    EXPECT_EQ(sum(Dimension::people), 6);
    EXPECT_EQ(sum(Dimension::cases), 3);
    EXPECT_EQ(sum(Dimension::language_gap, "ti"), 1);
    EXPECT_EQ(sum(Dimension::language_gap), 1);
    EXPECT_EQ(sum(Dimension::gender, "woman"), 1);
    EXPECT_EQ(sum(Dimension::gender, "unsaid"), 1);
    EXPECT_TRUE(list_sheets(*room_, volunteer_, open_.id)->empty());
    EXPECT_EQ(problem_of(draft()), "advice.sheets.problem.not_open");
}

TEST_F(SheetRoom, ASessionThatNobodyCameToIsCountedAsNone) {
    close();
    EXPECT_EQ(sum(Dimension::visits), 0);
    EXPECT_EQ(sum(Dimension::gender, "woman"), 0) << "the site asks";
    EXPECT_EQ(sum(Dimension::topic), -1);
}

TEST(Counts, SayNothingOfTheOrderOrOfWhoHadTwoFacts) {
    std::vector<Sheet> sheets(2);
    sheets[0].topics = {Topic::letter}, sheets[0].language = "ar";
    sheets[1].topics = {Topic::work}, sheets[1].language = "so";
    auto swapped = sheets;
    std::swap(swapped[0].language, swapped[1].language);
    std::ranges::reverse(swapped);
    const auto same = [](const std::vector<Count>& a, const std::vector<Count>& b) {
        return std::ranges::equal(a, b, [](const Count& x, const Count& y) {
            return x.dimension == y.dimension && x.value == y.value && x.n == y.n;
        });
    };
    EXPECT_TRUE(same(counts_of_sheets(sheets, true), counts_of_sheets(swapped, true)));
}

TEST_F(SheetRoom, TellsAllProblemsAtOnce) {
    auto bad = draft("", "xx");
    bad.help = "magic";
    bad.people = "0";
    bad.outcome = "referred";
    const auto saved = save_sheet(*room_, volunteer_, kToday, open_.id, {bad, {}, false, {}});
    ASSERT_FALSE(saved);
    std::set<std::string> keys;
    for (const auto& one : saved.problems()) keys.insert(one.message.key);
    EXPECT_EQ(keys,
              (std::set<std::string>{"advice.sheets.problem.topic_missing", "advice.sheets.problem.language_missing",
                                     "advice.sheets.problem.help_missing", "advice.sheets.problem.referral_missing",
                                     "advice.sheets.problem.people"}));
}

TEST_F(SheetRoom, NotesDieAndNeverIdentify) {
    auto noted = draft();
    noted.note = "ring 070-123 45 67";
    EXPECT_EQ(problem_of(noted), "advice.sheets.problem.note_identifies");
    noted.note = "fråga efter nya blanketten";
    save(noted);
    EXPECT_EQ(list_notes(*room_, volunteer_, kToday, site_)->size(), 1U);
    const Date dead = kToday.plus_days(kNoteDays + 1);
    EXPECT_EQ(room_->transaction([&](store::Transaction& tx) { return remove_dead_notes(tx, kToday); }), 0);
    EXPECT_EQ(room_->transaction([&](store::Transaction& tx) { return remove_dead_notes(tx, dead); }), 1);
    EXPECT_TRUE(list_notes(*room_, volunteer_, kToday, site_)->empty());
    close();
    EXPECT_EQ(sum(Dimension::visits), 1) << "the coded facts still count";
}

TEST_F(SheetRoom, AReturnCodeIsTheVisitorsChoiceAndIsSpentOrExpires) {
    EXPECT_TRUE(save(draft()).return_code.empty());
    const std::string code = save(draft("work", "so"), true).return_code;
    const auto facts = facts_of_code(*room_, volunteer_, kToday, " " + code + " ");
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->language, "so");
    EXPECT_FALSE(facts_of_code(*room_, volunteer_, kToday.plus_days(kReturnCodeDays + 1), code));
    EXPECT_TRUE(save_sheet(*room_, volunteer_, kToday, open_.id, {draft(), {}, false, code})->sheet.returned);
    EXPECT_FALSE(facts_of_code(*room_, volunteer_, kToday, code)) << "used once";
    EXPECT_NE(new_return_code(), new_return_code());
}

TEST_F(SheetRoom, OneSheetATicketAndAMendedOneCountsAsMended) {
    const auto ticket = base::Uuid::random();
    ASSERT_TRUE(save_sheet(*room_, volunteer_, kToday, open_.id, {draft(), ticket, false, {}}));
    EXPECT_EQ(
        save_sheet(*room_, volunteer_, kToday, open_.id, {draft(), ticket, false, {}}).problems().at(0).message.key,
        "advice.sheets.problem.ticket_has_sheet");
    EXPECT_EQ(tickets_with_sheet(*room_, open_.id), std::vector{ticket});
    const Sheet sheet = list_sheets(*room_, volunteer_, open_.id)->at(0);
    ASSERT_TRUE(mend_sheet(*room_, volunteer_, kToday, sheet.id, sheet.revision, draft("school", "uk")));
    EXPECT_EQ(mend_sheet(*room_, volunteer_, kToday, sheet.id, sheet.revision, draft()).problems().at(0).message.key,
              "advice.sheets.problem.changed");
    close();
    EXPECT_EQ(sum(Dimension::topic, "school"), 1);
    EXPECT_EQ(sum(Dimension::language, "ar"), -1);
}

TEST_F(SheetRoom, AFormThatIsSentTwiceIsOneSheet) {
    const auto key = SheetId::random();
    const auto send = [&](const SheetDraft& facts, std::optional<base::Uuid> ticket = {}, bool wants_code = false) {
        return save_sheet(*room_, volunteer_, kToday, open_.id, {facts, ticket, wants_code, {}, key});
    };
    ASSERT_TRUE(send(draft()));
    const auto again = send(draft());
    ASSERT_TRUE(again) << "answered as the first time";
    EXPECT_EQ(again->sheet.id, key);
    EXPECT_FALSE(send(draft(), {}, true)->return_code.empty()) << "a lost answer would lose the code";
    auto noted = draft();
    noted.note = "fråga efter nya blanketten";
    EXPECT_TRUE(send(noted));
    EXPECT_TRUE(send(noted));
    EXPECT_EQ(list_notes(*room_, volunteer_, kToday, site_)->size(), 1U);
    EXPECT_EQ(list_sheets(*room_, volunteer_, open_.id)->size(), 1U);
    EXPECT_EQ(send(draft("school")).problems().at(0).message.key, "advice.sheets.problem.saved_already");
    ASSERT_TRUE(remove_sheet(*room_, volunteer_, key));
    const auto ticket = base::Uuid::random();
    EXPECT_TRUE(send(draft(), ticket));
    EXPECT_TRUE(send(draft(), ticket)) << "a ticket's own sheet is no problem to itself";
    close();
    EXPECT_EQ(sum(Dimension::visits), 1);
}

TEST_F(SheetRoom, TheCoordinatorCorrectsCountsAndTheJournalTellsCountsAlone) {
    save(draft());
    close();
    EXPECT_TRUE(correct_count(*room_, coordinator_, open_.id, "topic", "letter", "+2"));
    EXPECT_EQ(sum(Dimension::topic, "letter"), 3);
    EXPECT_EQ(correct_count(*room_, coordinator_, open_.id, "visits", "", "-2").problems().at(0).message.key,
              "advice.sheets.problem.below_zero");
    EXPECT_EQ(correct_count(*room_, coordinator_, open_.id, "topic", "gossip", "1").problems().at(0).message.key,
              "advice.sheets.problem.value_unknown");
    EXPECT_TRUE(module::is_refusal(correct_count(*room_, volunteer_, open_.id, "visits", "", "1").problems()));
    EXPECT_TRUE(module::is_refusal(see_counts(*room_, officer_, open_.id).problems()));
}

TEST_F(SheetRoom, NobodyElseReachesASheet) {
    EXPECT_TRUE(
        module::is_refusal(save_sheet(*room_, officer_, kToday, open_.id, {draft(), {}, false, {}}).problems()));
    EXPECT_TRUE(module::is_refusal(list_sheets(*room_, officer_, open_.id).problems()));
}

TEST_F(SheetRoom, TheDirectoryIsSearchedRevisedAndGoesOut) {
    UnitDraft unit;
    unit.type = "municipal";
    unit.name = "Vägen in";
    unit.organisation = "Lunds kommun";
    unit.municipality = "Lund";
    unit.address = "Brotorget 1, 222 37 Lund";
    unit.languages = {"ar", "nonsense"};
    unit.topics = {"housing"};
    unit.website = "javascript:alert(1)";
    EXPECT_EQ(add_unit(*room_, volunteer_, kToday, unit).problems().at(0).message.key, "advice.units.problem.website");
    unit.website = "https://lund.example/vagen-in";
    unit.phone = "abc";
    unit.email = "inte en adress";
    const auto unreachable = add_unit(*room_, volunteer_, kToday, unit).problems();
    ASSERT_EQ(unreachable.size(), 2U);
    EXPECT_EQ(unreachable.at(0).message.key, "advice.units.problem.phone");
    EXPECT_EQ(unreachable.at(1).field + " " + unreachable.at(1).message.key, "email base.email.unreadable");
    unit.phone = "1177";
    unit.email = "vagen-in@lund.example";
    const UnitId id = add_unit(*room_, volunteer_, kToday, unit).value();
    EXPECT_EQ(find_units(*room_, "", "VÄGEN", {}, 10, 0).total, 1);
    EXPECT_EQ(find_units(*room_, "", "vagen", {}, 10, 0).total, 0) << "ä is a letter";
    EXPECT_EQ(find_units(*room_, "", "", {.language = "so"}, 10, 0).total, 0);
    EXPECT_EQ(find_units(*room_, "", "kommun", {.topic = "housing", .language = "ar"}, 10, 0).total, 1);
    EXPECT_TRUE(is_stale(*load_unit(*room_, id), kToday.plus_days(kUnitFreshDays + 1)));
    auto referred = draft();
    referred.outcome = "referred";
    referred.referral = id.text();
    EXPECT_EQ(save(referred).sheet.referral, UnitType::municipal);
    EXPECT_TRUE(state_unit_month(*room_, coordinator_, kToday, id, "2020-01", "received", "3"));
    EXPECT_FALSE(state_unit_month(*room_, coordinator_, kToday, id, "2020-03", "received", "3")) << "not been yet";
    unit.closed_on = "2020-01-30";
    EXPECT_TRUE(revise_unit(*room_, volunteer_, kToday, id, unit));
    EXPECT_EQ(find_units(*room_, "", "", {}, 10, 0).total, 0);
    EXPECT_EQ(problem_of(referred), "advice.sheets.problem.unit_gone");
}

TEST(Hsds, AServiceHasWhatTheSpecificationWants) {
    Unit unit;
    unit.id = UnitId::ordered();
    unit.name = "Medborgarcenter";
    unit.address = "Kristallen, Brotorget 1, 222 37 Lund";
    unit.municipality = "Lund";
    unit.languages = {"ar"};
    unit.topics = {Topic::form};
    unit.revised_on = Date::of(2020, 1, 31);
    const HsdsWords words{[](Topic) { return std::string("blankett"); },
                          [](std::string_view) { return std::string("arabiska"); }, "Ämnen", "Ämnen", ""};
    const auto service = nlohmann::json::parse(hsds_service_json(unit, words));
    EXPECT_EQ(service["id"], unit.id.text());
    EXPECT_EQ(service["status"], "active");
    const auto& location = service["service_at_locations"][0]["location"];
    EXPECT_EQ(location["location_type"], "physical");
    EXPECT_EQ(location["addresses"][0]["postal_code"], "222 37");
    EXPECT_TRUE(base::Uuid::parse(location["id"].get<std::string>())) << location["id"];
    EXPECT_EQ(service["attributes"][0]["taxonomy_term"]["code"], "form");
    const auto page = nlohmann::json::parse(hsds_services_json({unit, unit, unit}, words, {2, 2}));
    EXPECT_EQ(page["total_items"], 3);
    EXPECT_EQ(page["contents"].size(), 1U);
    EXPECT_TRUE(page["last_page"]);
}

}  // namespace
}  // namespace samrum::advice::sheets
