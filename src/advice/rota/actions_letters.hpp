#pragma once
#include "advice/rota/model.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/store.hpp"

#include <vector>

// Letters about shifts. They are queued in the transaction of what they tell, and a job writes them: to the address
// that the directory knows then.
namespace samrum::advice::rota {

struct Letter {
    enum class Kind {
        put,         ///< the coordinator has put you in
        removed,     ///< the coordinator has taken you out
        taken_over,  ///< somebody has taken the place that you offered
        offered,     ///< a place is offered, and you fit
        reminder,    ///< you have a shift soon
        cancelled    ///< the session is cancelled
    };
    Kind kind;
    VolunteerId to;
    std::vector<SessionId> sessions;
};
void write_letter(store::Transaction& tx, const Letter& letter);
/// Asks everybody who fits to take the place over; each is asked once for it. False: they were asked already.
bool ask_others(store::Transaction& tx, const Shift& left);
/// Somebody has taken a place at the session: whoever leaves it next, everybody is asked again.
void forget_asking(store::Transaction& tx, SessionId session, base::Date today);
/// The volunteer keeps the place after all: leaving it again asks again, though nobody twice on one day.
void forget_asking_for(store::Transaction& tx, const Shift& kept, base::Date today);

// The jobs.
inline constexpr std::string_view kLetterJob = "advice.rota.letter";
inline constexpr std::string_view kOfferJob = "advice.rota.offer";
inline constexpr std::string_view kRemindJob = "advice.rota.remind";
inline constexpr std::string_view kCancelledJob = "advice.rota.cancelled";
void send_letter(module::JobCall& call);
void send_offers(module::JobCall& call);
/// Each morning: who has a shift within two days is reminded, once for each session and day.
void send_reminders(module::JobCall& call);
/// Tells who had a shift at a session that was cancelled, once.
void tell_of_cancelled(module::JobCall& call);

}  // namespace samrum::advice::rota
