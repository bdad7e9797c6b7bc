#include "partnership/overview/actions_dates_now.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/rules.hpp"
#include "partnership/money/actions_duties.hpp"
#include "partnership/papers/actions_case.hpp"
#include "partnership/reports/actions_open.hpp"
#include "partnership/steering/repository_meeting.hpp"

#include <algorithm>

namespace samrum::partnership::overview {
namespace {

using agreement::Agreement;
using agreement::DateKind;
using agreement::KeyDate;
using agreement::ReportKind;

KeyDate date_of(DateKind kind, base::Date day, std::string subject, std::vector<std::string> owed_by) {
    KeyDate one;
    one.kind = kind;
    one.day = day;
    one.subject = std::move(subject);
    one.owed_by = std::move(owed_by);
    return one;
}

/// Replaces what the document says by what the room knows.
class Looking {
  public:
    Looking(store::Reader& room, const agreement::AgreementHead& head, const Agreement& agreement, base::Date today,
            base::Date horizon, DatesNow now)
        : room_(room),
          head_(head),
          agreement_(agreement),
          today_(today),
          horizon_(horizon),
          at_home_(room.place() && room.place()->uuid() == head.home_room),
          now_(std::move(now)) {}

    DatesNow look(const std::optional<money::Case>& live) {
        reports();
        if (at_home_) accounts();
        if (at_home_) meeting();
        if (live) payments(*live);
        steps();
        return std::move(now_);
    }

  private:
    template <typename Known>
    void drop(const Known& is_known) {
        std::erase_if(now_.stated, is_known);
    }
    void open(DateKind kind, base::Date day, std::string subject, std::vector<std::string> owed_by) {
        now_.open.push_back(date_of(kind, day, std::move(subject), std::move(owed_by)));
    }
    std::optional<ReportKind> kind_of_report(const KeyDate& date) const {
        if (date.kind != DateKind::report) return std::nullopt;
        const auto report = std::ranges::find(agreement_.reports, date.subject, &agreement::Report::key);
        return report == agreement_.reports.end() ? std::nullopt : std::optional(report->kind);
    }

    void reports() {
        drop([&](const KeyDate& date) {
            const auto kind = kind_of_report(date);
            return kind && std::ranges::find(reports::kWrittenKinds, *kind) != std::end(reports::kWrittenKinds);
        });
        const auto about = reports::load_case(room_, head_.id);
        base::ensure(about.has_value(), "an agreement that is listed is there");
        for (auto& one : reports::open_reports_of(room_, *about, today_, horizon_)) {
            if (one.planned.key.empty()) continue;  // said by the steering group's own date
            open(DateKind::report, one.due, std::move(one.planned.key), std::move(one.parties));
        }
    }

    void accounts() {
        const auto is_account = [&](const KeyDate& date) { return kind_of_report(date) == ReportKind::committee; };
        std::vector<KeyDate> stated;
        std::ranges::copy_if(now_.stated, std::back_inserter(stated), is_account);
        drop(is_account);
        for (const auto& one : papers::open_accounts(room_, head_, agreement_, today_, horizon_)) {
            const auto said = std::ranges::find(stated, one.due, &KeyDate::day);
            if (said != stated.end()) now_.open.push_back(*said);
        }
    }

    void payments(const money::Case& live) {
        constexpr int kDaysBack = 30;  // nobody asks for what was planned so long ago and never begun
        drop([](const KeyDate& date) { return date.kind == DateKind::instalment; });
        for (const money::LiveInstalment& one : live.plan.instalments) {
            const bool is_begun =
                one.status == money::Status::authorised_once || one.status == money::Status::authorised;
            if (one.status == money::Status::paid || one.status == money::Status::stopped ||
                (!is_begun && one.listed().plus_days(kDaysBack) < today_))
                continue;
            open(DateKind::instalment, one.listed(), one.amount, {one.payer});
        }
        if (const auto due = money::claim_due(live, today_)) open(DateKind::step, *due, "claim", {});
    }

    void meeting() {
        const auto next = steering::load_next_meeting(room_, head_.id, today_);
        if (!next) return;
        drop([](const KeyDate& date) { return date.kind == DateKind::meeting; });
        open(DateKind::meeting, *next, "",
             agreement_.steering ? agreement_.steering->called_by : std::vector<std::string>());
    }

    /// A breach is mended by whose it is; the rest is for all parties.
    static std::vector<std::string> who_is_to(const changes::Matter& matter, const changes::Course& course) {
        if (matter.step != changes::Step::mend || !matter.about) return {};
        const auto breach = std::ranges::find(course.events, *matter.about, &changes::Event::id);
        if (breach == course.events.end() || breach->party.empty()) return {};
        return {breach->party};
    }

    void steps() {
        drop([](const KeyDate& date) { return date.kind == DateKind::review; });
        const auto course = changes::course_of(room_, head_.id, agreement_);
        for (const changes::Matter& one : changes::open_matters(course, today_)) {
            if (one.step == changes::Step::review)
                open(DateKind::review, one.due, "", {});
            else
                open(DateKind::step, one.due, std::string(agreement::word_of(one.step)), who_is_to(one, course));
        }
    }

    store::Reader& room_;
    const agreement::AgreementHead& head_;
    const Agreement& agreement_;
    base::Date today_;
    base::Date horizon_;
    bool at_home_;
    DatesNow now_;
};

}  // namespace

DatesNow dates_now(store::Reader& room, const agreement::AgreementHead& head, const agreement::AgreementFile& file,
                   const std::optional<money::Case>& live, base::Date today, base::Date horizon) {
    DatesNow stated{agreement::key_dates(file.agreement, file.criteria, horizon), {}};
    return Looking(room, head, file.agreement, today, horizon, std::move(stated)).look(live);
}

}  // namespace samrum::partnership::overview
