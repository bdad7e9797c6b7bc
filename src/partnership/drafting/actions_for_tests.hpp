#pragma once
#include "partnership/agreement/actions_for_tests.hpp"
#include "partnership/drafting/actions_case.hpp"
#include "partnership/drafting/actions_draft.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace samrum::partnership::drafting {

/// "field:key field:key "
inline std::string keys_of_drafting(const base::Problems& problems) {
    std::string all;
    for (const auto& one : problems)
        all += one.field + ":" + one.message.key.substr(one.message.key.rfind('.') + 1) + " ";
    return all;
}

/// The rooms of a town and an association, and a case between them.
class Drafting : public agreement::TwoRooms {
  protected:
    using Date = base::Date;
    static inline const Date kToday = Date::of(2020, 1, 31);
    module::Caller partner() { return caller(module::Role::partner, lund_, im_); }
    std::unique_ptr<store::Session> town() { return open(lund_); }

    CaseId begin() { return begin_as(officer()); }
    CaseId begin_as(const module::Caller& who) {
        const auto done = begin_case(*town(), *all_rooms().lobby(), lund_, who, kToday, base::Instant::now(),
                                     {"Partnerskap om läxhjälp", "Läxhjälp", {im_.organisation.text()}});
        EXPECT_TRUE(done) << keys_of_drafting(done.problems());
        return done.value();
    }
    OpenCase look(CaseId id, const module::Caller& who) { return open_case(*town(), who, kToday, id).value(); }
    OpenCase look(CaseId id) { return look(id, officer()); }

    base::Result<Saved> save(CaseId id, const module::Caller& who, int base, Section section, const std::string& text) {
        return save_part(
            *town(), who, kToday, base::Instant::now(), id,
            {DraftPart::text(section), base, [=](Agreement& draft) { draft.text.insert_or_assign(section, text); }});
    }
    base::Result<Saved> change(CaseId id, const module::Caller& who, Facts facts,
                               const std::function<void(Agreement&)>& write) {
        return save_part(*town(), who, kToday, base::Instant::now(), id,
                         {DraftPart::facts(facts), look(id).head.version, write});
    }
    void assess(CaseId id, const char* part, agreement::Answer answer, const char* criterion = "initiative") {
        const auto done =
            assess_case(*town(), officer(), kToday, id, {"lund-iop", 1, part, {{criterion, answer, "Därför."}}});
        ASSERT_TRUE(done) << keys_of_drafting(done.problems());
    }
    /// What the template asks for, written in every section.
    void write_over_template(CaseId id) {
        ASSERT_TRUE(save_part(*town(), officer(), kToday, base::Instant::now(), id,
                              {DraftPart::file(), look(id).head.version, [](Agreement& draft) {
                                   for (auto& [section, text] : draft.text)
                                       if (text.find('[') != std::string::npos) text = "Så här gör vi.";
                               }}));
    }
    /// A draft without problems, which the association stands behind.
    void make_sound(CaseId id) {
        write_over_template(id);
        ASSERT_TRUE(change(id, officer(), Facts::period, [](Agreement& draft) {
            draft.term.first = Date::of(2020, 7, 1);
            draft.term.last = Date::of(2022, 6, 30);
        }));
        ASSERT_TRUE(change(id, partner(), Facts::promises, [](Agreement& draft) {
            for (const char* by : {"im", "lund"}) {
                agreement::Commitment one;
                one.key = by;
                one.by = {by};
                one.title = "Gör sin del";
                draft.commitments.push_back(one);
            }
        }));
        EXPECT_EQ(keys_of_drafting(look(id).problems), "");
        ASSERT_TRUE(agree(*town(), partner(), kToday, id, look(id).head.version));
    }
    base::Result<AgreementId> decide_now(CaseId id, const module::Caller& who) {
        return decide(*town(), *all_rooms().lobby(), lund_, who, kToday, base::Instant::now(), id,
                      {"Socialnämnden", "2020-01-30", "§ 7", "SO 2020/0012", look(id).head.version});
    }
};

}  // namespace samrum::partnership::drafting
