#pragma once
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_read.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What has been and what is to come of one agreement, from everywhere that knows: its document, what happened to it,
/// figures that were delivered, payments, meetings, and what somebody has to do.
namespace samrum::partnership::overview {

enum class PointKind { date, event, delivery, instalment, meeting, task };
std::string_view point_word(PointKind kind);
std::optional<PointKind> point_named(std::string_view word);

struct Point {
    base::Date day;
    PointKind kind = PointKind::date;
    std::string uid;    ///< stable within the agreement
    std::string what;   ///< in the reader's language
    std::string link;   ///< below the room; may be empty
    bool open = false;  ///< waits for somebody
};

/// Every point that the caller may see, the earliest first. Who enters for a party sees the tasks of their own
/// organisation only. `all` was read with kReadAgreements.
std::vector<Point> timeline_of(store::Reader& room, const module::House& house, const module::Caller& caller,
                               const agreement::ReadAgreement& all, const text::Words& words);

/// What is to come of one agreement from a day on, as whole days for a calendar; `room` is the short name.
std::vector<document::CalendarEvent> events_of_points(const std::vector<Point>& points, std::string_view room,
                                                      const agreement::AgreementHead& head, base::Date from,
                                                      const std::string& address);
/// A feed of all agreements' dates that lie ahead or less than a month back.
std::vector<document::CalendarEvent> date_events(const module::FeedCall& call);

}  // namespace samrum::partnership::overview
