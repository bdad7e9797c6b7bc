// Who advised and who will: invented shifts for RådRum's sessions. The sessions that were held have as many advisers as
// the (synthetic) log says; four weeks ahead are filled by the solver, two more wait as a suggestion, one Thursday
// lacks Dari, and one volunteer looks for somebody to take over.
#include "advice/rota/actions_draft.hpp"
#include "advice/rota/actions_shift.hpp"
#include "advice/sites/actions_session.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "app/demo.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

namespace rota = advice::rota;
namespace sites = advice::sites;
namespace volunteers = advice::volunteers;

class DemoRota {
  public:
    DemoRota(DemoBuild& build, const module::RoomHead& head)
        : build_(build),
          room_(build.store.room(head.id)),
          coordinator_(build.caller("coordinator-im", head)),
          volunteer_(build.caller("volunteer-im", head)),
          people_(volunteers::load_volunteers(*room_)) {}

    /// Those who were there on the day and usually can take turns.
    void fill_past(base::Date first) {
        for (const sites::Session& one : sites::sessions_between(*room_, first, build_.day))
            if (one.state != sites::SessionState::cancelled) fill(one, one.advisers.value_or(one.wants.advisers));
    }
    void fill_ahead(int weeks) {
        suggest(build_.day.plus_days(1), build_.day.plus_days(7 * weeks));
        for (const auto& draft : must(rota::see_drafts(*room_, coordinator_)).drafts)
            must(rota::accept_draft(*room_, coordinator_, build_.day, draft.id, std::nullopt));
    }
    void suggest(base::Date first, base::Date last) {
        if (sites::sessions_between(*room_, first, last).empty()) return;
        must(rota::ask_for_rota(*room_, coordinator_, build_.day, first.iso(), last.iso(), ""));
        build_.run_jobs();
    }
    /// The first coming Thursday wants Dari, which nobody who can on Thursdays speaks.
    void want_dari_on_a_thursday() {
        for (const sites::Session& one : sites::sessions_between(*room_, build_.day, build_.day.plus_days(14))) {
            if (one.day.weekday() != 4 || one.state != sites::SessionState::planned) continue;
            must(sites::change_session(*room_, coordinator_, one.id, one.revision,
                                       {.day = one.day.iso(),
                                        .starts = one.starts.iso(),
                                        .ends = one.ends.iso(),
                                        .wants = {.advisers = std::to_string(one.wants.advisers),
                                                  .experienced = one.wants.experienced,
                                                  .mixed = true,
                                                  .languages = {"ar", "fa-AF"}}}));
            return;
        }
    }
    /// The volunteer with an account is on the first session of the week …
    void take_one() {
        for (const sites::Session& one :
             sites::sessions_between(*room_, build_.day.plus_days(1), build_.day.plus_days(6)))
            if (rota::take_shift(*room_, volunteer_, build_.day, one.id)) return;
    }
    /// … and cannot come to it.
    void offer_one() {
        const auto me = rota::own_volunteer(*room_, volunteer_);
        if (!me) return;
        for (const auto& one : rota::held_between(*room_, build_.day.plus_days(1), build_.day.plus_days(6), *me)) {
            must(rota::leave_shift(*room_, volunteer_, build_.day, one.session));
            return build_.run_jobs();
        }
    }

  private:
    void fill(const sites::Session& session, int advisers) {
        std::vector<rota::Shift> in;
        // Somebody who speaks Arabic first, and at an extra session those who came though it was not their day.
        const auto add = [&](std::size_t most, auto&& fits) {
            for (std::size_t tried = 0; tried < people_.size() && in.size() < most; ++tried) {
                const auto& one = people_[next_++ % people_.size()];
                const bool is_in = std::ranges::count(in, one.id, &rota::Shift::volunteer) > 0;
                if (!is_in && one.is_there_on(session.day) && is_free(one.id, session) && fits(one))
                    in.push_back({session.id, one.id});
            }
        };
        const auto suits = [&](const auto& one) { return rota::suits(one, session) != rota::Suits::no; };
        const auto speaks = [](const auto& one) { return std::ranges::count(one.languages, "ar") > 0; };
        add(1, [&](const auto& one) { return speaks(one) && suits(one); });
        add(1, speaks);
        add(static_cast<std::size_t>(advisers), suits);
        add(static_cast<std::size_t>(advisers), [](const auto&) { return true; });
        must(rota::change_shifts(*room_, coordinator_, build_.day, {}, in));
    }
    bool is_free(rota::VolunteerId who, const sites::Session& session) {
        return rota::held_between(*room_, session.day, session.day, who).empty();
    }

    DemoBuild& build_;
    std::unique_ptr<store::Session> room_;
    module::Caller coordinator_, volunteer_;
    std::vector<volunteers::Volunteer> people_;
    std::size_t next_ = 0;
};

}  // namespace

void make_advice_rota(DemoBuild& build) {
    DemoRota im(build, build.rooms.find("im")->second);
    im.fill_past(base::Date::of(2019, 7, 1));
    im.want_dari_on_a_thursday();
    im.take_one();
    im.fill_ahead(4);
    im.suggest(build.day.plus_days(29), build.day.plus_days(42));
    im.offer_one();
}

}  // namespace samrum::app
