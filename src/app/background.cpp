#include "app/background.hpp"

#include "foundation/jobs/envelopes.hpp"
#include "foundation/jobs/mail.hpp"
#include "foundation/store/journal.hpp"

namespace samrum::app {
namespace {

const store::Actor kHouse{"system", "system"};
constexpr base::ClockTime kAtNight{3 * 60 + 30};
constexpr std::string_view kNightJob = "house.night";

/// Removes what has been kept long enough, and tells the journal how many of which kind.
void carry_out_retention(const module::House& house, jobs::Work& work, store::Session& place) {
    const auto here = work.place() ? store::Scope::room : store::Scope::lobby;
    for (const module::Module& slice : house.modules)
        for (const module::Retention& kind : slice.retention) {
            if (kind.scope != here && kind.scope != store::Scope::both) continue;
            place.transaction([&](store::Transaction& tx) {
                const std::int64_t removed = kind.carry_out(tx, house.clocks.today());
                if (removed > 0)
                    tx.journal(kHouse, {"retention.carried_out", std::string(kind.kind),
                                        "{\"rows\":" + std::to_string(removed) + "}"});
            });
        }
}

void night(const module::House& house, jobs::Work& work) {
    const auto place = work.open();
    carry_out_retention(house, work, *place);
    place->transaction([&](store::Transaction& tx) { store::seal_anonymous(tx, house.clocks.today()); });
}

jobs::Handler mail_of(const Settings& settings) {
    std::shared_ptr<jobs::Postman> postman;
    if (!settings.smtp.empty())
        postman =
            jobs::smtp_postman({settings.smtp, settings.smtp_user, settings.smtp_password, settings.smtp_clear_text});
    const auto address =
        base::EmailAddress::parse(settings.mail_from.empty() ? "samrum@localhost.invalid" : settings.mail_from);
    if (!address) throw base::Problems(address.problems());
    return jobs::mail_handler(std::move(postman), {*address, "Samrum"});
}

jobs::Handler envelopes_of(const module::House& house) {
    std::vector<jobs::Receiver> receivers;
    for (const module::Module& slice : house.modules)
        for (const module::Receiver& one : slice.receivers) receivers.push_back({std::string(one.kind), one.receive});
    return jobs::envelope_handler(std::move(receivers));
}

}  // namespace

std::unique_ptr<jobs::Runner> background(const module::House& house, const Settings& settings,
                                         jobs::RunnerOptions options) {
    std::vector<jobs::Handler> handlers{mail_of(settings),
                                        envelopes_of(house),
                                        jobs::clean_handler(),
                                        {std::string(kNightJob), [&house](jobs::Work& work) { night(house, work); }}};
    std::vector<jobs::Schedule> schedules{
        jobs::clean_schedule(), {.job = std::string(kNightJob), .where = store::Scope::both, .daily_at = kAtNight}};
    for (const module::Module& slice : house.modules)
        for (const module::Job& job : slice.jobs) {
            handlers.push_back({std::string(job.name), [&house, run = job.run](jobs::Work& work) {
                                    module::JobCall call{house, work};
                                    run(call);
                                }});
            if (job.daily_at || job.every.count() > 0)
                schedules.push_back({std::string(job.name), job.where, job.daily_at, job.every});
        }
    return std::make_unique<jobs::Runner>(*house.store, std::move(handlers), std::move(schedules), std::move(options));
}

}  // namespace samrum::app
