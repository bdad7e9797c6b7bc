#include "partnership/changes/actions_read.hpp"

#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/changes/repository.hpp"

namespace samrum::partnership::changes {
namespace {

/// How a file's own words say that it ended before its time.
EventKind stated_end(std::string_view how) {
    if (how == "notice") return EventKind::notice_day;
    return how == "breach" ? EventKind::termination : EventKind::last_day;
}

}  // namespace

Course course_of(store::Reader& room, AgreementId id, const agreement::Agreement& agreement) {
    Course course;
    // A later version may be dated anew: what was agreed began with its first day, at the latest.
    course.made = agreement.dated;
    if (agreement.term.first && (!course.made || *agreement.term.first < *course.made))
        course.made = agreement.term.first;
    course.first = agreement.term.first;
    course.last = agreement.term.last;
    if (agreement.term.ended) {
        course.last = agreement.term.ended->on;
        course.stated_end = stated_end(agreement.term.ended->how);
    }
    course.review_by = agreement.term.review_by;
    course.notice = agreement.notice;
    course.termination = agreement.termination;
    course.events = load_events(room, id);
    return course;
}
Course course_of(store::Reader& room, AgreementId id) {
    const auto head = agreement::find_agreement(room, id);
    base::ensure(head.has_value(), "the room has the agreement that is asked about");
    return course_of(room, id, agreement::load_document(room, *head));
}

State state_of(store::Reader& room, AgreementId id, base::Date today) {
    return state_on(course_of(room, id), today);
}
std::vector<Event> events_of(store::Reader& room, AgreementId id) {
    return load_events(room, id);
}
std::optional<base::Date> current_end(store::Reader& room, AgreementId id) {
    return end_of(course_of(room, id));
}

}  // namespace samrum::partnership::changes
