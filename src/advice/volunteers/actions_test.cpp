#include "advice/volunteers/actions_application.hpp"
#include "advice/volunteers/actions_course.hpp"
#include "advice/volunteers/actions_languages.hpp"
#include "advice/volunteers/actions_retention.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "advice/volunteers/repository_course.hpp"
#include "advice/volunteers/repository_move.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_slices.hpp"
#include "foundation/store/journal.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace samrum::advice::volunteers {
namespace {

using base::Date;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);

/// One installation for all tests here: making one costs more than making a room.
store::Store& installation() {
    struct Installation {
        Installation() {
            // In memory where the system has it: every commit waits for the disk elsewhere.
            const bool has_memory = access("/dev/shm", W_OK) == 0;
            const auto parent = has_memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path();
            std::string name = (parent / "samrum-volunteers-XXXXXX").string();
            base::ensure(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
            folder = name;
            made =
                store::Store::create({.engine = store::Engine::sqlite, .directory = folder, .connection = {}}).value();
        }
        ~Installation() {
            made.reset();
            std::filesystem::remove_all(folder);
        }
        std::string folder;
        std::unique_ptr<store::Store> made;
    };
    static Installation one;
    return *one.made;
}

class Volunteers : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto id = store::RoomId::ordered();
        installation().create_room(id);
        room_ = installation().room(id);
    }
    static inline const module::OrganisationId kOwn = module::OrganisationId::ordered();
    static module::Caller caller(Role role) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.grants = {
            {*one.account, store::RoomId::ordered(), role, kOwn, base::Period{Date::of(2019, 1, 1), std::nullopt}}};
        one.room_organisation = kOwn;
        return one;
    }
    VolunteerId add(const std::string& name, const std::string& started = "2019-09-02",
                    std::vector<std::string> languages = {"sv"}, bool is_protected = false) {
        NewVolunteer input;
        input.input = {name, "", "", is_protected, true};
        input.facts.languages = std::move(languages);
        input.started_on = started;
        return add_volunteer(*room_, coordinator_, kToday, input).value();
    }
    Volunteer of(VolunteerId id) { return load_volunteer(*room_, id).value(); }
    ListPage list(const ListQuery& query = {}) { return list_volunteers(*room_, coordinator_, kToday, query).value(); }
    std::int64_t run(std::int64_t (*retention)(store::Transaction&, Date), Date day) {
        return room_->transaction([&](store::Transaction& tx) { return retention(tx, day); });
    }
    /// The caller who signs in as that volunteer.
    module::Caller as(VolunteerId id) {
        const auto who = caller(Role::volunteer);
        EXPECT_TRUE(
            change_volunteer(*room_, coordinator_, id, std::nullopt, "test", [&](store::Transaction&, Volunteer& one) {
                one.account = who.account->text();
                return base::Result<base::Done>(base::Done{});
            }));
        return who;
    }

    const module::Caller coordinator_ = caller(Role::coordinator);
    std::unique_ptr<store::Session> room_;
};

TEST_F(Volunteers, ApplyWithoutAnAccountAndAreListedFirst) {
    EXPECT_EQ(application_door(*room_), Door::none) << "no advice is given here";
    add("Östen Prov");
    EXPECT_EQ(application_door(*room_), Door::open);
    const auto problems = apply(*room_, kToday, {"x", "not an address", "", {}, ""}).problems();
    EXPECT_EQ(problems.size(), 3U) << "name, e-mail and languages at once";
    ASSERT_TRUE(apply(*room_, kToday, {"Amina Prov", "amina@example.org", "", {"so", "sv"}, "Hej"}));
    const auto page = list({.stage = "applied"});
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].name, "Amina Prov");
    EXPECT_EQ(page.rows[0].volunteer.message, "Hej");
    EXPECT_EQ(store::journal_of(*room_, page.rows[0].volunteer.id.text()).front().line.what, "person.added");
}

TEST_F(Volunteers, ApplicationsEndWhereNobodyCouldReadThem) {
    add("Östen Prov");
    for (int i = 0; i < 200; ++i) ASSERT_TRUE(apply(*room_, kToday, {"Amina Prov", "a@example.org", "", {"sv"}, ""}));
    EXPECT_EQ(application_door(*room_), Door::full);
    EXPECT_EQ(apply(*room_, kToday, {"Amina Prov", "a@example.org", "", {"sv"}, ""}).problems().at(0).message.key,
              "advice.volunteers.application.full");
}

TEST_F(Volunteers, GoStepByStepAndAreCountedWhenTheyBegin) {
    add("Östen Prov");
    ASSERT_TRUE(apply(*room_, kToday, {"Amina Prov", "amina@example.org", "", {"so"}, ""}));
    const auto id = list({.stage = "applied"}).rows.at(0).volunteer.id;
    EXPECT_EQ(take_step(*room_, coordinator_, kToday, id, 1, "left", "").problems().at(0).message.key,
              "advice.volunteers.stage.not_next");
    ASSERT_TRUE(take_step(*room_, coordinator_, kToday, id, 1, "interviewed", ""));
    EXPECT_EQ(take_step(*room_, coordinator_, kToday, id, 1, "training", "").problems().at(0).message.key,
              "advice.volunteers.changed_meanwhile");
    ASSERT_TRUE(take_step(*room_, coordinator_, kToday, id, 2, "active", "2020-01-20"));
    EXPECT_EQ(of(id).started_on, Date::of(2020, 1, 20));
    EXPECT_FALSE(of(id).trained_on) << "missing training never blocks";
    EXPECT_EQ(active_on(*room_, Date::of(2020, 1, 19)), 1);
    EXPECT_EQ(active_on(*room_, Date::of(2020, 1, 20)), 2);
    const auto person = directory::open_person(*room_, coordinator_, id).value().value();
    ASSERT_EQ(person.functions.size(), 2U);
    EXPECT_TRUE(person.functions[1].function == kFunction || person.functions[0].function == kFunction);
    EXPECT_FALSE(person.kept_until);
}

TEST_F(Volunteers, LeaveWithAReasonThatIsCountedAndCanBeUndone) {
    const auto id = add("Nora Prov");
    ASSERT_TRUE(record_leaving(*room_, coordinator_, kToday, id, 1, {"2020-01-15", "studies"}));
    EXPECT_EQ(of(id).stage, Stage::left);
    EXPECT_EQ(active_on(*room_, Date::of(2020, 1, 15)), 1);
    EXPECT_EQ(active_on(*room_, Date::of(2020, 1, 16)), 0);
    const auto moves = moves_between(*room_, Date::of(2020, 1, 1), kToday);
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].reason, LeaveReason::studies);
    EXPECT_TRUE(directory::open_person(*room_, coordinator_, id).value()->kept_until);
    for (const auto& line : store::journal_of(*room_, id.text()))
        EXPECT_EQ(line.line.detail.find("studies"), std::string::npos)
            << "why somebody left does not stay in the journal";

    ASSERT_TRUE(undo_leaving(*room_, coordinator_, id));
    EXPECT_EQ(active_on(*room_, kToday), 1);
    EXPECT_TRUE(moves_between(*room_, Date::of(2020, 1, 1), kToday).empty());
    EXPECT_FALSE(directory::open_person(*room_, coordinator_, id).value()->kept_until);

    ASSERT_TRUE(record_leaving(*room_, coordinator_, kToday, id, of(id).revision, {"2020-01-15", "studies"}));
    ASSERT_TRUE(let_back(*room_, coordinator_, kToday, id));
    EXPECT_EQ(active_on(*room_, Date::of(2020, 1, 20)), 0);
    EXPECT_EQ(active_on(*room_, kToday), 1);
    EXPECT_TRUE(of(id).is_there_on(kToday));
}

TEST_F(Volunteers, AreForTheCoordinatorAndOnesOwnForOneself) {
    const auto id = add("Alva Prov");
    const auto other = add("Bo Prov");
    for (const auto role : {Role::volunteer, Role::officer, Role::partner, Role::administrator, Role::operator_}) {
        EXPECT_TRUE(module::is_refusal(list_volunteers(*room_, caller(role), kToday, {}).problems()));
        EXPECT_TRUE(module::is_refusal(see_volunteer(*room_, caller(role), id).problems()));
        EXPECT_TRUE(module::is_refusal(save_languages(*room_, caller(role), id, {"sv"}).problems()));
        EXPECT_TRUE(module::is_refusal(list_courses(*room_, caller(role), kToday).problems()));
        EXPECT_TRUE(module::is_refusal(language_overview(*room_, caller(role), kToday).problems()));
    }
    const auto alva = as(id);
    EXPECT_EQ(oneself(*room_, alva)->id, id);
    EXPECT_TRUE(save_languages(*room_, alva, id, {"sv", "ar"}));
    EXPECT_TRUE(save_availability(*room_, alva, id, {"2:", "4:"}, "4"));
    EXPECT_TRUE(begin_break(*room_, alva, id, "2020-02-01", ""));
    EXPECT_EQ(of(id).languages, (std::vector<std::string>{"ar", "sv"})) << "as the table sorts them";
    EXPECT_EQ(of(id).most_shifts, 4);
    EXPECT_TRUE(module::is_refusal(save_languages(*room_, alva, other, {"sv"}).problems()))
        << "another's is not theirs";
    EXPECT_TRUE(module::is_refusal(record_leaving(*room_, alva, kToday, other, 1, {"2020-01-31", "moved"}).problems()));
    EXPECT_FALSE(leave(*room_, alva, kToday, {"2020-01-01", "moved"})) << "not before today";
    EXPECT_TRUE(leave(*room_, alva, kToday, {"2020-02-29", "full_time_job"}));
    EXPECT_EQ(of(id).left_on, Date::of(2020, 2, 29));
    EXPECT_FALSE(oneself(*room_, caller(Role::volunteer)));
}

TEST_F(Volunteers, AreSelectedSortedAndPagedWithoutNamesOfTheProtected) {
    const auto asa = add("Åsa Prov", "2019-02-04", {"sv", "ar"});
    const auto bo = add("Bo Prov", "2018-02-04");
    const auto hidden = add("Dold Prov", "2017-02-04", {"ar"}, true);
    ASSERT_TRUE(save_availability(*room_, coordinator_, bo, {"2:"}, ""));
    const auto ids = [&](const ListQuery& query) {
        std::vector<VolunteerId> all;
        for (const auto& row : list(query).rows) all.push_back(row.volunteer.id);
        return all;
    };
    EXPECT_EQ(ids({}), (std::vector{bo, asa, hidden}));
    EXPECT_EQ(ids({.sort = "started"}), (std::vector{hidden, bo, asa}));
    EXPECT_EQ(ids({.language = "ar"}), (std::vector{asa, hidden}));
    EXPECT_EQ(ids({.weekday = 2}), (std::vector{bo}));
    EXPECT_EQ(ids({.search = "åsa"}), (std::vector{asa}));
    EXPECT_TRUE(ids({.search = "dold"}).empty());
    EXPECT_EQ(ids({.offset = 1, .limit = 1}), (std::vector{asa}));
    EXPECT_EQ(ids({.trained = "yes"}).size(), 0U);
    const auto page = list();
    EXPECT_FALSE(page.rows[2].name);
    EXPECT_EQ(page.untrained, 3);
}

TEST_F(Volunteers, GetTheirTrainingDateFromTheCourseTheyCameTo) {
    const auto came = add("Alva Prov");
    const auto stayed = add("Bo Prov");
    const auto course = add_course(*room_, coordinator_, {"Grund", "basics", "2020-01-18", "", "", "1"}).value();
    ASSERT_TRUE(sign_up(*room_, coordinator_, course, {came, stayed}));
    ASSERT_TRUE(set_guests(*room_, coordinator_, course, {"network", "Nätverket", "4"}));
    ASSERT_TRUE(hold_course(*room_, coordinator_, kToday, course, {came}));
    EXPECT_EQ(of(came).trained_on, Date::of(2020, 1, 18));
    EXPECT_FALSE(of(stayed).trained_on);
    ASSERT_TRUE(hold_course(*room_, coordinator_, kToday, course, {stayed})) << "the list was wrong";
    EXPECT_FALSE(of(came).trained_on);
    EXPECT_EQ(of(stayed).trained_on, Date::of(2020, 1, 18));
    const auto held = courses_between(*room_, Date::of(2020, 1, 1), kToday);
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].people(), 5);
    EXPECT_EQ(courses_attended(*room_, stayed).size(), 1U);
    const auto later = add_course(*room_, coordinator_, {"Grund", "basics", "2020-02-15", "", "", ""}).value();
    EXPECT_FALSE(hold_course(*room_, coordinator_, kToday, later, {}));
    const auto theme = add_course(*room_, coordinator_, {"Tema", "theme", "2020-01-20", "", "", ""}).value();
    ASSERT_TRUE(sign_up(*room_, coordinator_, theme, {came}));
    ASSERT_TRUE(hold_course(*room_, coordinator_, kToday, theme, {came}));
    EXPECT_FALSE(of(came).trained_on) << "a theme evening is no basic training";
}

TEST_F(Volunteers, LanguagesOfAllAreCountedByWhoIsThere) {
    add("Alva Prov", "2019-02-04", {"sv", "ar"});
    const auto away = add("Bo Prov", "2018-02-04", {"ar"});
    add("Cleo Prov", "", {"so"});
    ASSERT_TRUE(begin_break(*room_, coordinator_, away, "2020-01-01", ""));
    const auto spoken = spoken_languages(*room_, kToday);
    const auto find = [&](std::string_view code) { return *std::ranges::find(spoken, code, &Spoken::code); };
    EXPECT_EQ(find("ar").now, 1);
    EXPECT_EQ(find("ar").away, 1);
    EXPECT_EQ(find("so").coming, 1);
    EXPECT_FALSE(find("so").is_gap()) << "nobody has asked for it";
}

/// GDPR art. 5, 15, 17: what is held ends on its day, is shown, and is erased; counts without names stay.
TEST_F(Volunteers, DataEndOnTheirDayAndCountsStay) {
    const auto stays = add("Alva Prov");
    ASSERT_TRUE(apply(*room_, kToday, {"Amina Prov", "amina@example.org", "", {"so"}, ""}));
    const auto declined = list({.stage = "applied"}).rows.at(0).volunteer.id;
    ASSERT_TRUE(take_step(*room_, coordinator_, kToday, declined, 1, "declined", ""));
    EXPECT_EQ(run(remove_old_applications, Date::of(2020, 4, 30)), 0);
    EXPECT_EQ(run(remove_old_applications, Date::of(2020, 5, 1)), 1);
    EXPECT_FALSE(directory::is_person(*room_, declined));
    EXPECT_FALSE(load_volunteer(*room_, declined));

    FactsInput facts{
        .languages = {"sv"}, .trained_on = "2019-09-10", .background = "newcomer", .note = "Lugn och tydlig"};
    ASSERT_TRUE(save_facts(*room_, coordinator_, kToday, stays, 1, facts));
    EXPECT_NE(extract_volunteer(*room_, stays.uuid()).find("Lugn och tydlig"), std::string::npos);
    ASSERT_TRUE(record_leaving(*room_, coordinator_, kToday, stays, 2, {"2020-01-31", "moved"}));
    EXPECT_EQ(run(strip_those_who_left, Date::of(2020, 4, 30)), 0);
    EXPECT_EQ(run(strip_those_who_left, Date::of(2020, 5, 1)), 1);
    EXPECT_EQ(run(strip_those_who_left, Date::of(2020, 5, 2)), 0) << "once";
    const auto left = of(stays);
    EXPECT_TRUE(left.interview_note.empty() && left.background == Background::unsaid);
    EXPECT_EQ(left.trained_on, Date::of(2019, 9, 10)) << "for a certificate";
    EXPECT_EQ(extract_volunteer(*room_, stays.uuid()).find("Lugn"), std::string::npos);
    EXPECT_EQ(room_->transaction([&](store::Transaction& tx) { return erase_volunteer(tx, stays.uuid()); }), 1);
    EXPECT_EQ(extract_volunteer(*room_, stays.uuid()), "null");
    EXPECT_EQ(active_on(*room_, kToday), 1);
    EXPECT_EQ(moves_between(*room_, Date::of(2019, 1, 1), kToday).size(), 2U);
}

}  // namespace
}  // namespace samrum::advice::volunteers
