// The registry on both engines: no gap and no reuse whoever asks at once, masking, disposal under a decision alone.
#include "engines.hpp"
#include "foundation/store/journal.hpp"
#include "registry/actions_plan.hpp"
#include "registry/actions_register.hpp"

#include <mutex>
#include <set>

namespace samrum::registry {
namespace {

using base::Date;
using module::Role;

const Date kToday = Date::of(2020, 1, 31);

class Registry : public store::OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        store_ = store::Store::create(where()).value();
        id_ = store::RoomId::ordered();
        store_->create_room(id_);
        room_ = store_->room(id_);
    }
    void TearDown() override {
        room_.reset();
        store_.reset();
    }
    static module::Caller caller(Role role) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "test";
        one.room_organisation = module::OrganisationId::ordered();
        one.grants = {{*one.account, store::RoomId::ordered(), role, one.room_organisation,
                       base::Period{Date::of(2016, 1, 1), std::nullopt}}};
        return one;
    }
    void begin(const char* shape = "SO {year}/{number:4}", const char* first = "1") {
        const auto done = switch_on(*room_, officer_, kToday, {"Socialnämnden", shape, first}, {});
        ASSERT_TRUE(done) << store::keys_of(done);
    }
    base::Result<std::string> next(store::Session& room, Date day = kToday) {
        return room.transaction([&](store::Transaction& tx) { return next_number(tx, {"test", "test"}, day, "Prov"); });
    }
    DocumentId add(NewDocument one) {
        const auto done = add_document(*room_, officer_, kToday, base::Instant::now(), std::move(one), std::nullopt,
                                       NewFile{"brev.txt", "text/plain", "bytes"});
        EXPECT_TRUE(done) << store::keys_of(done);
        return *done;
    }
    std::vector<PublicLine> seen(const std::string& words) {
        return public_list(*room_, {.words = search_words(words)})->lines;
    }

    const module::Caller officer_ = caller(Role::officer);
    std::unique_ptr<store::Store> store_;
    store::RoomId id_;
    std::unique_ptr<store::Session> room_;
};
ON_BOTH_ENGINES(Registry);

TEST_P(Registry, IsOffUntilTheRoomSwitchesItOn) {
    EXPECT_FALSE(in_use(*room_));
    EXPECT_EQ(store::keys_of(next(*room_)), "registry.number.off");
    EXPECT_FALSE(public_list(*room_, {}));
    EXPECT_TRUE(module::is_refusal(switch_on(*room_, caller(Role::partner), kToday, {}, {}).problems()));
    EXPECT_EQ(store::keys_of(switch_on(*room_, officer_, kToday, {"", "{year}{number}", "0"}, {})),
              "registry.series.name registry.shape.touching registry.series.first");
    EXPECT_FALSE(in_use(*room_));
    begin();
    EXPECT_EQ(next(*room_).value(), "SO 2020/0001");
    ASSERT_TRUE(switch_off(*room_, officer_, kToday));
    EXPECT_EQ(store::keys_of(next(*room_)), "registry.number.off");
    begin();
    EXPECT_EQ(next(*room_).value(), "SO 2020/0002") << "the series goes on where it was";
}

TEST_P(Registry, GivesEveryNumberOnceWithoutAGapWhoeverAsksAtOnce) {
    begin("KSN-{year}-{number}", "1422");
    std::mutex gate;
    std::set<std::string> given;
    constexpr int kThreads = 4, kEach = 12;
    store::in_threads(kThreads, [&](int) {
        const auto own = store_->room(id_);
        for (int i = 0; i < kEach; ++i) {
            const auto number = next(*own).value();
            // Every third transaction fails after its number was given: it comes to nobody, and again.
            try {
                if (i % 3 == 0)
                    own->transaction([&](store::Transaction& tx) {
                        (void)next_number(tx, {"test", "test"}, kToday, "Prov");
                        throw std::runtime_error("given back");
                    });
            } catch (const std::runtime_error&) {
            }
            const std::lock_guard lock(gate);
            EXPECT_TRUE(given.insert(number).second) << number << " was given twice";
        }
    });
    ASSERT_EQ(given.size(), static_cast<std::size_t>(kThreads * kEach));
    for (int i = 0; i < kThreads * kEach; ++i)
        EXPECT_TRUE(given.contains("KSN-2020-" + std::to_string(1422 + i))) << "a gap at " << i;
    EXPECT_EQ(next(*room_, Date::of(2021, 1, 1)).value(), "KSN-2021-1") << "a new year begins at one";
}

TEST_P(Registry, ACancelledNumberStaysAndIsNotGivenAgain) {
    begin();
    ASSERT_TRUE(next(*room_));
    const Case wrong = load_cases(*room_, 0, 1).at(0);
    EXPECT_EQ(store::keys_of(cancel_number(*room_, officer_, wrong.id, " ")), "registry.cancel.why");
    ASSERT_TRUE(cancel_number(*room_, officer_, wrong.id, "Gavs av misstag"));
    EXPECT_EQ(store::keys_of(cancel_number(*room_, officer_, wrong.id, "Igen")), "registry.cancel.twice");
    EXPECT_EQ(next(*room_).value(), "SO 2020/0002");
    EXPECT_EQ(load_case(*room_, "SO 2020/0001")->cancelled_why, "Gavs av misstag");
    const auto refused = add_document(*room_, officer_, kToday, base::Instant::now(),
                                      {.number = "SO 2020/0001", .on = kToday, .counterpart = "A", .about = "B"},
                                      std::nullopt, std::nullopt);
    EXPECT_EQ(store::keys_of(refused), "registry.document.cancelled");
}

TEST_P(Registry, TellsEverythingThatIsWrongAndGivesNoNumberThen) {
    begin();
    const auto refused = add_document(*room_, officer_, kToday, base::Instant::now(),
                                      {.on = kToday.plus_days(1), .marking = Marking{}}, std::nullopt, std::nullopt);
    EXPECT_EQ(store::keys_of(refused),
              "registry.document.about registry.document.counterpart registry.document.day "
              "registry.marking.provision registry.marking.authority");
    EXPECT_EQ(count_cases(*room_), 0);
}

TEST_P(Registry, ThePublicListHasTheFourFactsAndHidesWhatAMarkingHides) {
    begin();
    const auto open =
        add({.direction = Direction::in, .on = kToday, .counterpart = "Provföreningen", .about = "Årsrapport"});
    const auto marked = add({.number = "SO 2020/0001",
                             .direction = Direction::out,
                             .on = kToday.plus_days(-3),
                             .counterpart = "Bibi Hemlig",
                             .about = "Svar om stöd",
                             .marking = Marking{"OSL 26:1", kToday, "Socialnämnden", true, false}});
    auto all = seen("");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].counterpart, "Provföreningen");
    EXPECT_EQ(all[0].about, "Årsrapport");
    EXPECT_EQ(all[1].number, "SO 2020/0001");
    EXPECT_EQ(all[1].position, 2);
    EXPECT_TRUE(all[1].counterpart_hidden && all[1].counterpart.empty());
    EXPECT_EQ(all[1].about, "Svar om stöd") << "a marking hides no more than it says";
    EXPECT_EQ(all[1].on, kToday.plus_days(-3)) << "day and number always stand: a marking denies nothing";

    EXPECT_EQ(seen("arsrapport").size(), 0U) << "å is a letter";
    EXPECT_EQ(seen("ÅRSRAPP").size(), 1U);
    EXPECT_EQ(seen("2020/0001").size(), 2U);
    EXPECT_EQ(seen("svar stöd").size(), 1U);
    EXPECT_TRUE(seen("hemlig").empty()) << "nobody finds by what is hidden";
    EXPECT_EQ(list_documents(*room_, officer_, {.words = search_words("hemlig")})->total, 1);

    auto facts = NewDocument{.direction = Direction::out, .on = kToday, .counterpart = "Bibi", .about = "Svar"};
    EXPECT_EQ(store::keys_of(correct_document(*room_, officer_, kToday, marked, 7, facts)),
              "registry.document.changed_since");
    ASSERT_TRUE(correct_document(*room_, officer_, kToday, marked, 1, facts));
    EXPECT_EQ(seen("bibi").size(), 1U);
    EXPECT_EQ(load_document(*room_, open)->revision, 1);
    EXPECT_TRUE(store::verify_journal(*room_).is_whole());
}

TEST_P(Registry, SortsAndPages) {
    begin();
    for (int i = 0; i < 5; ++i)
        add({.direction = Direction::in,
             .on = kToday.plus_days(-i),
             .counterpart = "A",
             .about = "Brev " + std::to_string(i)});
    const auto first = public_list(*room_, {.order = Order::number, .descending = false, .limit = 2}).value();
    EXPECT_EQ(first.total, 5);
    ASSERT_EQ(first.lines.size(), 2U);
    EXPECT_EQ(first.lines[0].number, "SO 2020/0001");
    const auto last = public_list(*room_, {.order = Order::day, .descending = false, .offset = 4, .limit = 2}).value();
    ASSERT_EQ(last.lines.size(), 1U);
    EXPECT_EQ(last.lines[0].about, "Brev 0");
}

TEST_P(Registry, DisposesUnderADecisionAloneAndTheLineStays) {
    begin();
    ASSERT_TRUE(save_rule(*room_, officer_, {"", "Ansökningar", "2", "Informationshanteringsplan 2018 § 44"}));
    ASSERT_TRUE(save_rule(*room_, officer_, {"", "Avtal", "", ""}));
    const auto rules = load_rules(*room_);
    const RuleId applications = rules.at(0).id, kept = rules.at(1).id;
    const auto put = [&](RuleId rule, Date day, const char* link = "") {
        return add(
            {.direction = Direction::in, .on = day, .counterpart = "A", .about = "B", .link = link, .rule = rule});
    };
    const auto old = put(applications, Date::of(2017, 12, 31));
    const auto young = put(applications, Date::of(2018, 1, 1));
    const auto elsewhere = put(applications, Date::of(2017, 1, 1), "/agreements/x/papers");
    put(kept, Date::of(1990, 1, 1));
    const auto duties = registry_duties(*room_, kToday);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().due, Date::of(2020, 1, 1));

    EXPECT_EQ(store::keys_of(dispose(*room_, officer_, kToday, applications, "", "")),
              "registry.disposal.decision registry.disposal.decided_on");
    EXPECT_EQ(store::keys_of(dispose(*room_, officer_, kToday, kept, "§ 1", "2020-01-30")),
              "registry.disposal.rule registry.disposal.nothing");
    EXPECT_TRUE(module::is_refusal(
        dispose(*room_, caller(Role::administrator), kToday, applications, "§ 1", "2020-01-30").problems()));
    EXPECT_EQ(dispose(*room_, officer_, kToday, applications, "SN 2020-01-30 § 12", "2020-01-30").value(), 1);

    const auto gone = load_document(*room_, old).value();
    EXPECT_TRUE(gone.disposal && !gone.file);
    EXPECT_EQ(seen("").size(), 4U) << "the register's lines stay";
    EXPECT_TRUE(load_document(*room_, young)->file);
    EXPECT_FALSE(load_document(*room_, elsewhere)->disposal);
    EXPECT_TRUE(registry_duties(*room_, kToday).empty());
    const auto journal = store::journal_of(*room_, gone.disposal->text());
    ASSERT_EQ(journal.size(), 1U);
    EXPECT_NE(journal.front().line.detail.find("§ 12"), std::string::npos);
    EXPECT_NE(journal.front().line.detail.find("§ 44"), std::string::npos);
}

}  // namespace
}  // namespace samrum::registry
