#include "partnership/drafting/actions_duties.hpp"

#include "partnership/drafting/repository.hpp"

#include <algorithm>

namespace samrum::partnership::drafting {
namespace {

constexpr int kDaysToAssess = 30;
constexpr int kDaysAtRest = 30;
constexpr int kDaysToAnswer = 7;

/// The duties of one case, as they are found.
class OfCase {
  public:
    OfCase(store::Reader& room, const Case& one, base::Date today, std::vector<module::Duty>& into)
        : room_(room), case_(one), today_(today), into_(into) {}

    void gather() {
        if (case_.state > State::drafting) return;
        if (case_.state == State::drafting)
            go_on();
        else
            ask("assess", case_.opened_on.plus_days(kDaysToAssess), Side::public_side);
        answer_to(Side::civil);
        answer_to(Side::public_side);
    }

  private:
    /// Moments are told by the clock of the machine, which may be ahead of the day that the house is set to.
    base::Date day_of(base::Instant moment) const { return std::min(base::swedish_day(moment), today_); }

    void go_on() {
        const auto versions = load_versions(room_, case_.id);
        if (versions.empty()) return;
        ask("go_on", day_of(versions.front().made_at).plus_days(kDaysAtRest), Side::public_side);
    }

    /// What the one side said last beside a part, and the other has neither answered nor settled.
    void answer_to(Side said_by) {
        const auto comments = load_comments(room_, case_.id);
        std::optional<base::Date> oldest;
        for (const Comment& one : comments) {
            if (one.side != said_by || one.answers || one.resolved_on) continue;
            const bool answered = std::ranges::any_of(
                comments, [&](const Comment& other) { return other.answers == one.id && other.side != said_by; });
            if (!answered && (!oldest || day_of(one.made_at) < *oldest)) oldest = day_of(one.made_at);
        }
        if (oldest)
            ask("answer", oldest->plus_days(kDaysToAnswer), said_by == Side::civil ? Side::public_side : Side::civil);
    }

    void ask(const std::string& what, base::Date due, Side of) {
        module::Duty duty{.uid = "case/" + case_.id.text() + "/" + what + "/" + due.iso(),
                          .what = {"partnership.drafting.duty." + what,
                                   {{"number", std::to_string(case_.number)}, {"title", case_.title}}},
                          .due = due,
                          .whose = {},
                          .role = module::Role::officer,
                          .link = "/cases/" + case_.id.text()};
        if (of == Side::public_side) return into_.push_back(std::move(duty));
        duty.role = module::Role::partner;
        for (const CaseParty& party : case_.associations) {
            duty.whose = party.organisation;
            into_.push_back(duty);
        }
    }

    store::Reader& room_;
    const Case& case_;
    base::Date today_;
    std::vector<module::Duty>& into_;
};

}  // namespace

std::vector<module::Duty> case_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    for (const Case& one : load_cases(room)) OfCase(room, one, today, duties).gather();
    return duties;
}

}  // namespace samrum::partnership::drafting
