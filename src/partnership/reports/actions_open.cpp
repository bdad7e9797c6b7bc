#include "partnership/reports/actions_open.hpp"

#include "partnership/reports/repository_report.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

constexpr int kDaysToApprove = 30;

const Report* newest(const std::vector<Report>& reports, const Planned& planned) {
    for (const Report& one : reports)
        if (one.about.kind == planned.kind && one.about.period == planned.period) return &one;
    return nullptr;
}

class Opening {
  public:
    Opening(store::Reader& room, const Case& about, base::Date today)
        : room_(room), about_(about), place_(*room.place()), today_(today) {}

    void look_at(const Planned& planned, const Report* report) {
        if (!report) return begin(planned);
        if (report->state == State::draft) parts(planned, *report);
        if (at_home() && report->state == State::submitted)
            add({Wanted::approval, planned, report->submitted_on->plus_days(kDaysToApprove), {}}, report);
    }
    std::vector<OpenReport> take() { return std::move(all_); }

  private:
    bool at_home() const { return place_ == about_.home(); }

    void begin(const Planned& planned) {
        std::vector<std::string> parties;
        std::ranges::copy_if(planned.writers, std::back_inserter(parties),
                             [&](const std::string& party) { return is_written_here(about_, party, place_); });
        if (parties.empty()) return;
        // Nobody forgets it while the agreement runs; what was over before is history.
        const bool recent = is_drafted_by_itself(planned, std::max(today_, planned.period.last()->plus_days(1)));
        if (!recent && !about_.head.in_force(today_)) return;
        add({Wanted::begin, planned, due_day(planned, layout_of(room_, about_, planned.kind)),
             at_home() ? planned.writers : std::move(parties)},
            nullptr);
    }

    void parts(const Planned& planned, const Report& report) {
        const base::Date due = due_day(planned, report.layout);
        for (const Part& part : report.parts) {
            if (part.submitted_on || (!part.written_here && !at_home())) continue;
            add({part.written_here ? Wanted::part : Wanted::awaited, planned, due, {part.party}}, &report);
        }
    }

    void add(OpenReport one, const Report* report) {
        if (report) {
            one.report = report->id;
            one.version = report->about.version;
        }
        all_.push_back(std::move(one));
    }

    store::Reader& room_;
    const Case& about_;
    store::RoomId place_;
    base::Date today_;
    std::vector<OpenReport> all_;
};

}  // namespace

std::vector<OpenReport> open_reports_of(store::Reader& room, const Case& about, base::Date today, base::Date horizon) {
    const auto reports = load_reports(room, about.head.id);
    Opening opening(room, about, today);
    for (const Planned& planned : planned_reports(about.agreement, horizon))
        if (*planned.period.last() <= horizon) opening.look_at(planned, newest(reports, planned));
    return opening.take();
}

}  // namespace samrum::partnership::reports
