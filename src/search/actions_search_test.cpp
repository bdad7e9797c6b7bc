#include "search/actions_search.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/text/test_catalogues.hpp"
#include "search/actions_index.hpp"
#include "search/repository_index.hpp"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace samrum::search {
namespace {

const store::Actor kTester{"test", "test"};
const module::Permission kReadTest{
    "test.read", module::Guard::personal, {module::Role::officer, module::Role::partner}};
const module::Permission kSecretTest{"test.secret", module::Guard::confidential, {module::Role::officer}};
const module::OrganisationId kParty = module::OrganisationId::ordered();

/// What the source of the test gives: a record each.
std::vector<module::SearchEntry>& records() {
    static std::vector<module::SearchEntry> all;
    return all;
}
int& asked() {
    static int times = 0;
    return times;
}
void each_record(const module::SearchCall&, const module::TakeEntry& take) {
    ++asked();
    for (const auto& one : records()) take(one);
}

class Searches : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto id = house_.store().lobby()->transaction([&](store::Transaction& tx) {
            return directory::add_organisation(tx, kTester, {"municipality", "Testköpings kommun", "", "", true},
                                               std::nullopt);
        });
        head_ = directory::create_room(house_.store(), kTester, {"testkoping", *id}).value();
        modules_[0].permissions = {&kReadTest, &kSecretTest};
        modules_[0].search_sources = {{.kind = "agreement", .told_by = {"test."}, .each = each_record}};
        all_.catalogues = &text::house_catalogues();
        all_.store = &house_.store();
        all_.modules = modules_;
        room_ = house_.store().room(head_.id);
        records() = {entry("/a", "Överenskommelse om RådRum", "Rådgivning på biblioteket",
                           {{&kReadTest, head_.organisation}, {&kReadTest, kParty}}),
                     entry("/b", "Rådgivning i mötet", "Ett annat bibliotek", {{&kReadTest, head_.organisation}}),
                     entry("/c", "Hemligt råd", "", {{&kSecretTest, {}}}), entry("/d", "Råd för ingen", "", {})};
        asked() = 0;
    }
    static module::SearchEntry entry(const char* link, const char* title, const char* text,
                                     std::vector<module::SearchReader> readers) {
        return {link, title, text, base::Date::of(2019, 7, 1), std::move(readers)};
    }
    Refreshed refresh_now(Extent extent = Extent::all) { return refresh(*room_, all_, head_, extent); }
    void journal(const std::string& what) {
        room_->transaction([&](store::Transaction& tx) { tx.journal(kTester, {what, "x", "{}"}); });
    }
    module::Caller caller(module::Role role, module::OrganisationId organisation) const {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.room_organisation = head_.organisation;
        one.grants = {
            {*one.account, head_.id, role, organisation, base::Period{base::Date::of(2019, 1, 1), std::nullopt}}};
        return one;
    }
    module::Caller officer() const { return caller(module::Role::officer, head_.organisation); }
    module::Caller partner(module::OrganisationId organisation) const {
        return caller(module::Role::partner, organisation);
    }
    std::vector<std::string> links(const module::Caller& who, const std::string& typed, const std::string& kind = "") {
        std::vector<std::string> all;
        for (const Hit& hit : find(*room_, who, all_.modules, {typed, kind, 0, 20}).hits) all.push_back(hit.link);
        return all;
    }

    using Links = std::vector<std::string>;
    jobs::TestHouse house_;
    module::RoomHead head_;
    std::array<module::Module, 1> modules_;
    module::House all_;
    std::unique_ptr<store::Session> room_;
};

TEST_F(Searches, FindBeginningsOfWordsInAnyCaseAndWithoutTheDots) {
    EXPECT_EQ(refresh_now().written, 4);
    EXPECT_EQ(links(officer(), "radr"), Links{"/a"});
    EXPECT_EQ(links(officer(), "RÅDGIV bibl"), (Links{"/b", "/a"})) << "a word of the title counts more";
    EXPECT_EQ(links(officer(), "mote annat"), Links{"/b"});
    EXPECT_TRUE(links(officer(), "möte radrum").empty());
    EXPECT_TRUE(links(officer(), "").empty());
    EXPECT_EQ(links(officer(), "rad", "agreement").size(), 3U);
    EXPECT_TRUE(links(officer(), "rad", "meeting").empty());
}

// Against looking through all of them, on random entries of few short words, in each way that a search may ask.
TEST_F(Searches, FindWhatHasAllTheWordsHoweverTheyAreAskedFor) {
    std::mt19937 random(11);
    const auto word = [&] {
        std::string one;
        for (int left = 3 + static_cast<int>(random() % 3); left > 0; --left)
            one += static_cast<char>('a' + static_cast<int>(random() % 3));
        return one;
    };
    std::vector<Fresh> entries(120);
    std::int64_t reader = 0;
    room_->transaction([&](store::Transaction& tx) {
        reader = reader_number(tx, "test.read");
        for (Fresh& one : entries) {
            std::set<std::string> words;
            while (words.size() < 6) words.insert(word());
            one.terms.assign(words.begin(), words.end());
            one.kept.id = last_entry(tx) + 1;
            one.kept.kind = "agreement";
            one.kept.link = "/" + std::to_string(one.kept.id);
            write_entry(tx, one, {reader});
        }
    });
    for (int turn = 0; turn < 200; ++turn) {
        std::vector<std::string> prefixes;
        for (std::size_t left = 2 + random() % 3; left > 0; --left)
            prefixes.push_back(word().substr(0, 1 + random() % 4));
        std::set<std::int64_t> wanted;
        for (const Fresh& one : entries)
            if (std::ranges::all_of(prefixes, [&](const std::string& prefix) {
                    return std::ranges::any_of(one.terms, [&](const auto& term) { return term.starts_with(prefix); });
                }))
                wanted.insert(one.kept.id);
        for (const bool at_once : {false, true}) {
            std::set<std::int64_t> found;
            for (const Candidate& one : load_candidates(*room_, {reader}, {prefixes, at_once})) found.insert(one.id);
            EXPECT_EQ(found, wanted) << fmt::format("{}", fmt::join(prefixes, " ")) << (at_once ? ", at once" : "");
        }
    }
}

TEST_F(Searches, TellNobodyWhatTheyMayNotSee) {
    refresh_now();
    EXPECT_EQ(links(officer(), "rad").size(), 3U);
    EXPECT_EQ(links(partner(kParty), "rad"), Links{"/a"});
    EXPECT_TRUE(links(partner(module::OrganisationId::ordered()), "rad").empty());
    EXPECT_TRUE(links(caller(module::Role::administrator, head_.organisation), "rad").empty());
    EXPECT_TRUE(links(caller(module::Role::officer, kParty), "hemligt").empty())
        << "confidential: the room's own alone";
    EXPECT_TRUE(links(module::Caller{}, "rad").empty());
    EXPECT_EQ(find(*room_, partner(kParty), all_.modules, {"rad", "", 0, 20}).total, 1) << "nor how many there are";
}

TEST_F(Searches, WriteOnlyWhatChanged) {
    refresh_now();
    records()[0].text = "Stödsamtal";
    records().erase(records().begin() + 1);
    const auto done = refresh_now();
    EXPECT_EQ(done.entries, 3);
    EXPECT_EQ(done.written, 1);
    EXPECT_EQ(done.removed, 1);
    EXPECT_EQ(links(officer(), "stod"), Links{"/a"});
    EXPECT_TRUE(links(officer(), "bibliotek").empty());
    EXPECT_EQ(refresh_now().written, 0);
    EXPECT_EQ(refresh_now(Extent::anew).written, 3);
    EXPECT_EQ(links(officer(), "stod"), Links{"/a"});
}

TEST_F(Searches, ReadersThatChangeChangeWhoFinds) {
    refresh_now();
    records()[0].visible_to = {{&kReadTest, head_.organisation}};
    EXPECT_EQ(refresh_now().written, 1);
    EXPECT_TRUE(links(partner(kParty), "rad").empty());
}

TEST_F(Searches, AskOnlyTheSourcesThatTheJournalTellsOf) {
    refresh_now(Extent::news);
    EXPECT_EQ(asked(), 1) << "a new index is of everything";
    journal("other.thing");
    refresh_now(Extent::news);
    EXPECT_EQ(asked(), 1);
    journal("test.changed");
    refresh_now(Extent::news);
    EXPECT_EQ(asked(), 2);
    refresh_now(Extent::news);
    EXPECT_EQ(asked(), 2);
}

TEST_F(Searches, AChangeEnqueuesTheJobOnceAndOtherLinesDoNot) {
    keep_fresh(house_.store(), modules_);
    const auto waiting = [&] {
        std::int64_t count = 0;
        for (const auto& job : jobs::waiting_jobs(*room_)) count += job.name == kRefreshJob ? 1 : 0;
        return count;
    };
    journal("other.thing");
    EXPECT_EQ(waiting(), 0);
    journal("test.changed");
    journal("test.changed");
    EXPECT_EQ(waiting(), 1);
}

TEST_F(Searches, KindsThatNobodyGivesAnyMoreGo) {
    refresh_now();
    modules_[0].search_sources.clear();
    refresh_now();
    EXPECT_TRUE(links(officer(), "rad").empty());
}

}  // namespace
}  // namespace samrum::search
