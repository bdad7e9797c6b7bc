#include "advice/volunteers/actions_application.hpp"

#include "advice/volunteers/actions_volunteer.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_slices.hpp"

namespace samrum::advice::volunteers {
namespace {

/// So many unanswered ones are no applications any more but somebody's joke.
constexpr std::int64_t kMostWaiting = 200;
const store::Actor kApplicants{"nobody", "ansökan"};

}  // namespace

Door application_door(store::Reader& room) {
    if (!has_advice(room)) return Door::none;
    return waiting_applications(room) < kMostWaiting ? Door::open : Door::full;
}

base::Result<base::Done> apply(store::Session& room, base::Date today, const ApplicationInput& input) {
    base::ProblemList problems;
    Volunteer one;
    if (auto read = read_application(input, today))
        one = *std::move(read);
    else
        problems.add(read.problems());
    const directory::PersonInput person{input.name, input.email, input.phone, false, false};
    if (const auto judged = directory::judge_person(person); !judged) problems.add(judged.problems());
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("advice.application");
        if (application_door(tx) != Door::open) return base::problem("", "advice.volunteers.application.full");
        const auto id =
            directory::enter_person(tx, kApplicants, today, person, {std::string(kApplicant), today.iso(), ""});
        if (!id) return id.problems();
        one.id = *id;
        insert_volunteer(tx, one);
        tx.journal(kApplicants, {"volunteer.applied", id->text(), "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::advice::volunteers
