#include "partnership/overview/actions_timeline.hpp"

#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_next_date.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/money/actions_read.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/model_permissions.hpp"

#include <algorithm>
#include <utility>

namespace samrum::partnership::overview {
namespace {

constexpr int kMonthsShown = 24;
constexpr int kFeedDaysBack = 30;

constexpr std::pair<PointKind, std::string_view> kPointKinds[] = {
    {PointKind::date, "date"},          {PointKind::event, "event"},     {PointKind::delivery, "delivery"},
    {PointKind::instalment, "payment"}, {PointKind::meeting, "meeting"}, {PointKind::task, "task"}};

/// Gathers the points of one agreement.
class Gathering {
  public:
    Gathering(store::Reader& room, const module::House& house, const module::Caller& caller,
              const agreement::ReadAgreement& all, const text::Words& words)
        : room_(room), house_(house), caller_(caller), all_(all), words_(words) {}

    std::vector<Point> gather() {
        dates();
        events();
        deliveries();
        instalments();
        meetings();
        tasks();
        std::ranges::stable_sort(points_, {}, &Point::day);
        return std::move(points_);
    }

  private:
    bool at_home() const { return room_.place() && room_.place()->uuid() == all_.head.home_room; }
    base::Date today() const { return house_.clocks.today(); }
    std::string link(std::string_view below) const { return "/agreements/" + all_.head.id.text() + std::string(below); }

    void dates() {
        const auto stated =
            agreement::key_dates(all_.file.agreement, all_.file.criteria, today().plus_months(kMonthsShown));
        for (const auto& one : agreement::as_things_stand(stated, all_.head)) {
            // Payments are known better by the money of the home room.
            if (one.kind == agreement::DateKind::instalment && at_home()) continue;
            const std::string uid = std::string(agreement::word_of(one.kind)) + "/" + one.day.iso() + "/" +
                                    one.subject + (one.reading.empty() ? "" : "/" + one.reading);
            points_.push_back({one.day, PointKind::date, uid,
                               agreement::say_owed_date(words_, all_.file.agreement, one), link("/dates"), false});
        }
    }

    void events() {
        for (const auto& one : changes::events_of(room_, all_.head.id)) {
            if (one.corrected) continue;
            points_.push_back({one.on, PointKind::event, "event/" + one.id.text(),
                               words_("partnership.changes.kind." + std::string(agreement::word_of(one.kind))),
                               link("/changes"), false});
        }
    }

    void deliveries() {
        for (const auto& one : agreement::newest_only(agreement::deliveries_of(room_, all_.head.id.uuid()))) {
            const auto promised = std::ranges::find(all_.commitments, one.commitment, &agreement::CommitmentRow::key);
            const std::string title = promised == all_.commitments.end() ? one.commitment : promised->title;
            const bool is_number = one.value.kind == agreement::DeliveredValue::Kind::number;
            points_.push_back(
                {one.as_of, PointKind::delivery, "delivery/" + one.id.text(),
                 words_("overview.point.delivery",
                        {{"title", title},
                         {"period", words_.period(one.period)},
                         {"value", is_number ? words_.number(one.value.number)
                                             : words_("partnership.delivery." +
                                                      std::string(agreement::delivered_kind_name(one.value.kind)))}}),
                 link("/deliveries"), false});
        }
    }

    void instalments() {
        if (!at_home()) return;
        for (const auto& one : money::instalments_of(room_, all_.head.id, today())) {
            if (one.status == money::Status::stopped) continue;
            const std::string status = words_("money.status." + std::string(agreement::word_of(one.status)));
            points_.push_back({one.listed(), PointKind::instalment, "instalment/" + one.key,
                               words_("overview.point.instalment",
                                      {{"title", one.title},
                                       {"number", std::int64_t{one.number}},
                                       {"of", std::int64_t{one.of}},
                                       {"sum", one.sum ? words_.money(*one.sum) : words_("overview.sum_unknown")},
                                       {"status", status}}),
                               link("/money"), one.status != money::Status::paid});
        }
    }

    void meetings() {
        for (const auto& one : steering::meetings_of(room_, caller_, all_.head.id)) {
            if (one.state == steering::MeetingState::cancelled) continue;
            points_.push_back(
                {one.day, PointKind::meeting, "meeting/" + one.id.text(),
                 words_("overview.point.meeting",
                        {{"state", words_("partnership.steering.state." + std::string(agreement::word_of(one.state)))},
                         {"hours", words_.times(one.starts, one.ends)}}),
                 module::may_anywhere(caller_, steering::kReadSteering) ? "/steering/meetings/" + one.id.text()
                                                                        : std::string(),
                 !one.is_over()});
        }
    }

    bool may_see(const module::Duty& duty) const {
        if (module::may_for(caller_, agreement::kReadAgreements, caller_.room_organisation)) return true;
        return std::ranges::any_of(caller_.grants, [&](const module::Grant& one) {
            return one.organisation == duty.whose && one.role == duty.role;
        });
    }

    /// The page of a task is there for whoever has to do it; others read of it without a way there.
    bool is_theirs(const module::Duty& duty) const {
        return std::ranges::any_of(caller_.grants, [&](const module::Grant& one) { return one.role == duty.role; });
    }

    /// Tasks that no date of the document says already.
    void tasks() {
        for (const module::Module& slice : house_.modules)
            for (const auto duties : slice.duties)
                for (const module::Duty& one : duties(room_, today())) {
                    const bool is_said = one.what.key == "partnership.duty" || one.what.key == "money.duty.due" ||
                                         one.what.key == "partnership.steering.duty.meet";
                    if (one.agreement != all_.head.id.uuid() || is_said || !may_see(one)) continue;
                    points_.push_back({one.due, PointKind::task, "task/" + one.uid,
                                       agreement::say_with_days(words_, one.what),
                                       is_theirs(one) ? one.link : std::string(), true});
                }
    }

    store::Reader& room_;
    const module::House& house_;
    const module::Caller& caller_;
    const agreement::ReadAgreement& all_;
    const text::Words& words_;
    std::vector<Point> points_;
};

}  // namespace

std::string_view point_word(PointKind kind) {
    return std::ranges::find(kPointKinds, kind, &std::pair<PointKind, std::string_view>::first)->second;
}
std::optional<PointKind> point_named(std::string_view word) {
    for (const auto& [kind, name] : kPointKinds)
        if (name == word) return kind;
    return std::nullopt;
}

std::vector<Point> timeline_of(store::Reader& room, const module::House& house, const module::Caller& caller,
                               const agreement::ReadAgreement& all, const text::Words& words) {
    return Gathering(room, house, caller, all, words).gather();
}

std::vector<document::CalendarEvent> events_of_points(const std::vector<Point>& points, std::string_view room,
                                                      const agreement::AgreementHead& head, base::Date from,
                                                      const std::string& address) {
    std::vector<document::CalendarEvent> events;
    const std::string name = head.activity.empty() ? head.title : head.activity;
    for (const Point& one : points) {
        if (one.day < from || one.kind == PointKind::event || one.kind == PointKind::delivery) continue;
        document::CalendarEvent event;
        event.uid = "agreement/" + head.id.text() + "/" + one.uid + "@" + std::string(room);
        event.day = one.day;
        event.title = name + ": " + one.what;
        event.url = address + one.link;
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<document::CalendarEvent> date_events(const module::FeedCall& call) {
    std::vector<document::CalendarEvent> events;
    const base::Date from = call.today.plus_days(-kFeedDaysBack);
    for (const auto& listed : agreement::read_agreements(call.room, call.owner)) {
        // What ended long ago has no date that lies ahead.
        const auto last = listed.head.ended_on ? listed.head.ended_on : listed.head.last;
        if (last && last->plus_years(1) < call.today) continue;
        const auto all = agreement::read_agreement_of(call.room, call.owner, listed.head.id);
        if (!all) continue;
        const auto stated =
            agreement::key_dates(all->file.agreement, all->file.criteria, call.today.plus_months(kMonthsShown));
        for (const auto& one : agreement::as_things_stand(stated, all->head)) {
            if (one.day < from) continue;
            document::CalendarEvent event;
            event.uid = "agreement/" + listed.head.id.text() + "/" + std::string(agreement::word_of(one.kind)) + "/" +
                        one.day.iso() + "/" + one.subject + (one.reading.empty() ? "" : "/" + one.reading) + "@" +
                        call.head.short_name;
            event.day = one.day;
            event.title = (listed.head.activity.empty() ? listed.head.title : listed.head.activity) + ": " +
                          agreement::say_date(call.words, all->file.agreement, one);
            event.url = call.address("/agreements/" + listed.head.id.text() + "/timeline");
            events.push_back(std::move(event));
        }
    }
    return events;
}

}  // namespace samrum::partnership::overview
