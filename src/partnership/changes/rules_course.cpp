#include "partnership/changes/rules_lines.hpp"

/// How lines and calendar make an agreement's way: where it is, what may happen, what waits.
namespace samrum::partnership::changes {
namespace {

/// Walks the lines and the calendar together.
class Walk {
  public:
    explicit Walk(const Course& course) : course_(course), end_(course.last), end_event_(course.stated_end) {}

    /// What the calendar has brought by `day`. On its last day an agreement still applies.
    void calendar(base::Date day) {
        if (state_ == State::signed_ && (!course_.first || *course_.first <= day)) move(EventKind::first_day);
        if (end_ && *end_ < day) move(end_event_);
    }
    void line(const Event& one) {
        calendar(one.on);
        if (one.corrected) return;
        move(one.kind);
        if (one.kind == EventKind::notice) end_ = one.until, end_event_ = EventKind::notice_day;
        if (one.kind == EventKind::notice_withdrawn) end_ = course_.last, end_event_ = EventKind::last_day;
        if (one.kind == EventKind::agreed_end || one.kind == EventKind::prolongation)
            end_ = one.until, end_event_ = EventKind::last_day;
        if (one.kind == EventKind::termination) end_ = one.on, end_event_ = EventKind::termination;
        if (state_ != State::ending)
            settled_on_.reset();
        else if (!settled_on_)
            settled_on_ = one.on;
    }
    State state() const { return state_; }
    Ending ending() const { return {settled_on_, end_, end_event_}; }

  private:
    void move(EventKind kind) {
        const Cell& cell = cell_of(state_, kind);
        if (cell.kind == Cell::Kind::move) state_ = cell.to;
    }
    const Course& course_;
    State state_ = State::signed_;
    std::optional<base::Date> end_;
    EventKind end_event_;
    std::optional<base::Date> settled_on_;
};

/// The course as it was before a line was written down: of those of its day, what stands before it.
Course before(const Course& course, const Event& line) {
    Course earlier = course;
    std::erase_if(earlier.events, [&](const Event& one) { return one.id == line.id || !is_before(one, line); });
    return earlier;
}

std::vector<std::string_view> reasons_against(const Course& course, const Event& next) {
    const Course earlier = before(course, next);
    const Situation situation{earlier, next, state_on(earlier, next.on), {}};
    if (const Cell& cell = cell_of(situation.state, next.kind); cell.kind == Cell::Kind::refuse) return {cell.reason};
    std::vector<std::string_view> reasons;
    for (const Rule& rule : rules())
        if (rule.event == next.kind && !rule.holds(situation) &&
            std::ranges::find(reasons, rule.reason) == reasons.end())
            reasons.push_back(rule.reason);
    return reasons;
}

/// The course with the new line in its place.
Course with_line(Course course, const Event& next) {
    if (next.kind == EventKind::correction && next.about)
        for (Event& one : course.events)
            if (one.id == *next.about) one.corrected = true;
    course.events.push_back(next);
    std::ranges::stable_sort(course.events, is_before);
    return course;
}
bool all_hold(const Course& course, const Event& but) {
    return std::ranges::all_of(course.events, [&](const Event& one) {
        return one.corrected || one.kind == EventKind::correction || one.id == but.id ||
               reasons_against(course, one).empty();
    });
}

std::string key_of(std::string_view reason) {
    return "partnership.changes.why." + std::string(reason);
}

/// A line of this kind today, about what it fits best: so that the page can say whether it may happen.
std::vector<Event> probes(const Course& course, EventKind kind, base::Date today) {
    Event one;
    one.id = EventId::random();
    one.kind = kind;
    one.on = today;
    one.number = static_cast<int>(course.events.size()) + 1;
    std::vector<Event> all;
    const auto each = [&](const std::vector<const Event*>& about) {
        for (const Event* line : about) {
            one.about = line->id;
            all.push_back(one);
        }
        if (about.empty()) one.about.reset(), all.push_back(one);
    };
    switch (kind) {
        case EventKind::mended:
        case EventKind::termination:
            each(unanswered(course, EventKind::breach));
            break;
        case EventKind::dispute_settled:
            each(unanswered(course, EventKind::dispute));
            break;
        case EventKind::correction: {
            std::vector<const Event*> lines;
            for (const Event& line : course.events)
                if (!line.corrected && line.kind != EventKind::correction) lines.push_back(&line);
            each(lines);
            break;
        }
        case EventKind::notice: {
            auto causes = unanswered(course, EventKind::breach);
            for (const Event* line : unanswered(course, EventKind::changed_circumstances)) causes.push_back(line);
            if (course.notice.empty()) each({});
            for (const auto& rule : course.notice) {
                one.notice_case = rule.on;
                each(needs_cause(rule.on) ? causes : std::vector<const Event*>{});
            }
            break;
        }
        default:
            all.push_back(one);
    }
    return all;
}

void add_open(const Course& course, const Event& one, base::Date today, std::vector<Matter>& all) {
    const bool talked = has_answer(course, one, EventKind::dialogue);
    const base::Date soon = one.on.plus_days(kTalkWithinDays);
    if (!talked)
        all.push_back({Step::talk, soon, one.id});
    else if (one.kind == EventKind::breach) {
        const auto until = mend_by(course, one).value_or(soon);
        all.push_back({until < today ? Step::decide : Step::mend, until, one.id});
    } else if (one.kind == EventKind::dispute)
        all.push_back({Step::settle, soon, one.id});
}

}  // namespace

State state_on(const Course& course, base::Date day) {
    Walk walk(course);
    for (const Event& one : course.events)
        if (one.on <= day) walk.line(one);
    walk.calendar(day);
    return walk.state();
}
Ending ending_of(const Course& course) {
    Walk walk(course);
    for (const Event& one : course.events) walk.line(one);
    return walk.ending();
}
std::optional<base::Date> end_of(const Course& course) {
    return ending_of(course).last;
}

base::Problems judge(const Course& course, const Event& next, base::Date today) {
    base::ProblemList problems;
    if (next.on > today) problems.add(base::problem("on", "partnership.changes.on_ahead"));
    const bool may_be_older = next.kind == EventKind::note || next.kind == EventKind::signed_;
    if (course.made && next.on < *course.made && !may_be_older)
        problems.add(base::problem("on", "partnership.changes.before_agreement", {{"day", course.made->iso()}}));
    for (const std::string_view reason : reasons_against(course, next)) problems.add(base::problem("", key_of(reason)));
    if (problems.empty() && !all_hold(with_line(course, next), next))
        problems.add(base::problem("", key_of("others_build_on_it")));
    return problems.all();
}

base::Problems judge_shape(const Event& next) {
    using enum EventKind;
    base::ProblemList problems;
    const auto is = [&](std::initializer_list<EventKind> kinds) {
        return std::ranges::find(kinds, next.kind) != kinds.end();
    };
    if (next.kind != signed_ && next.text.empty())
        problems.add(base::problem("text", "partnership.changes.text_missing"));
    if (is({breach, notice, notice_withdrawn, termination}) && next.party.empty())
        problems.add(base::problem("party", "partnership.changes.party_missing"));
    if (next.kind == breach && (!next.until || *next.until < next.on))
        problems.add(base::problem("until", "partnership.changes.mend_by_missing"));
    if (next.kind == agreed_end && (!next.until || *next.until < next.on))
        problems.add(base::problem("until", "partnership.changes.until_missing"));
    if (is({dialogue, renegotiation, review}) && next.outcome == Outcome::none)
        problems.add(base::problem("outcome", "partnership.changes.outcome_missing"));
    if (is({mended, termination, dispute_settled, correction}) && !next.about)
        problems.add(base::problem("about", "partnership.changes.about_missing"));
    if (next.kind == notice && !next.notice_case)
        problems.add(base::problem("notice_case", "partnership.changes.case_missing"));
    if (next.kind == successor && next.successor.empty())
        problems.add(base::problem("successor", "partnership.changes.successor_missing"));
    return problems.all();
}

std::vector<Possible> what_may_happen(const Course& course, base::Date today) {
    std::vector<Possible> all;
    for (const auto& kind : kEventKinds) {
        if (comes_by_itself(kind.value) || is_of_case(kind.value)) continue;
        Possible one{kind.value, {}};
        for (const Event& probe : probes(course, kind.value, today)) {
            one.reasons = reasons_against(course, probe);
            if (one.reasons.empty()) break;
        }
        all.push_back(std::move(one));
    }
    return all;
}

const agreement::NoticeRule* notice_rule(const Course& course, agreement::NoticeCase on) {
    const auto found = std::ranges::find(course.notice, on, &agreement::NoticeRule::on);
    return found == course.notice.end() ? nullptr : &*found;
}
std::optional<base::Date> last_day_of_notice(const Course& course, const agreement::NoticeRule& rule,
                                             base::Date given_on) {
    return rule.on == agreement::NoticeCase::end_of_period ? end_of(course)
                                                           : std::optional(given_on.plus_months(rule.months));
}
std::optional<base::Date> latest_notice(const Course& course, const agreement::NoticeRule& rule) {
    const auto end = end_of(course);
    return end ? std::optional(end->plus_months(-rule.months)) : std::nullopt;
}

bool may_succeed(const agreement::AgreementHead& one, const std::vector<agreement::PartyRow>& own_parties,
                 const agreement::AgreementHead& next, const std::vector<agreement::PartyRow>& next_parties) {
    // Whose first day nobody knows is an old agreement, not one to come.
    if (next.id == one.id || !next.first || (one.first && *next.first <= *one.first)) return false;
    if (!one.activity.empty() && one.activity == next.activity) return true;
    const auto shares = [&](agreement::Side side) {
        return std::ranges::any_of(own_parties, [&](const agreement::PartyRow& party) {
            return party.side == side && !party.contributor &&
                   std::ranges::any_of(next_parties, [&](const agreement::PartyRow& other) {
                       return other.side == side && !other.contributor && other.name == party.name;
                   });
        });
    };
    return shares(agreement::Side::public_side) && shares(agreement::Side::civil);
}

std::vector<const Event*> unanswered(const Course& course, EventKind kind) {
    std::vector<const Event*> all;
    for (const Event& one : course.events) {
        if (one.corrected || one.kind != kind) continue;
        if (kind == EventKind::breach && has_answer(course, one, EventKind::mended)) continue;
        if (kind == EventKind::dispute && has_answer(course, one, EventKind::dispute_settled)) continue;
        all.push_back(&one);
    }
    return all;
}
std::optional<base::Date> mend_by(const Course& course, const Event& breach) {
    const Event* talk = latest(course, [&](const Event& one) {
        return one.kind == EventKind::dialogue && one.about == breach.id && one.until;
    });
    return talk ? talk->until : breach.until;
}

std::vector<Matter> open_matters(const Course& course, base::Date today) {
    const State state = state_on(course, today);
    const bool is_over = state != State::signed_ && state != State::running && state != State::ending;
    std::vector<Matter> all;
    for (const EventKind kind : {EventKind::deviation, EventKind::changed_circumstances, EventKind::breach}) {
        if (is_over) break;
        for (const Event* one : unanswered(course, kind)) add_open(course, *one, today, all);
    }
    for (const Event* one : unanswered(course, EventKind::dispute)) add_open(course, *one, today, all);
    const auto end = end_of(course);
    const Event* review = latest_of(course, EventKind::review);
    if (course.review_by && !is_over && !review && !latest_of(course, EventKind::closing) &&
        !latest_of(course, EventKind::successor))
        all.push_back({Step::review, *course.review_by, {}});
    const bool arranged = latest(course, [&](const Event& one) {
                              return review && is_before(*review, one) &&
                                     (one.kind == EventKind::prolongation || one.kind == EventKind::successor ||
                                      one.kind == EventKind::closing);
                          }) != nullptr;
    if (review && end && !is_over && !arranged) all.push_back({Step::prepare, *end, review->id});
    if (state == State::ending && end) all.push_back({Step::wind_up, *end, {}});
    std::ranges::stable_sort(all, {}, &Matter::due);
    return all;
}

}  // namespace samrum::partnership::changes
