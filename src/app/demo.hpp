#pragma once
#include "app/program.hpp"
#include "foundation/module/module.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::app {

/// A role that the demo lets anybody try.
struct DemoAccount {
    std::string_view key;   ///< "coordinator-im": what tests and the scenarios call it
    std::string_view room;  ///< short name; empty: the whole installation
    module::Role role;
    std::string_view email;
    std::string_view function;         ///< what the journal and the header call the person
    std::string_view partner_in = {};  ///< the room of another organisation that the account enters as a party
};
std::span<const DemoAccount> demo_accounts();
/// The password of every account of the demo. It is worth nothing: a demo holds invented records only.
inline constexpr std::string_view kDemoPassword = "samrum-demo-2020";
/// A Friday seven months into the RådRum agreement.
base::Date default_demo_day();

/// The value of a result, or all its problems thrown: the demo's own input is right, or the program is wrong.
template <class T>
T must(base::Result<T> result) {
    if (!result) throw base::Problems(result.problems());
    return std::move(result).value();
}

/// What the steps of the demo hand on to each other.
struct DemoBuild {
    module::House& house;
    store::Store& store;
    base::Date day;
    std::map<std::string, module::OrganisationId, std::less<>> organisations;  ///< by name
    std::map<std::string, module::RoomHead, std::less<>> rooms;                ///< by short name

    /// Who an account is in a room, as when signed in.
    module::Caller caller(std::string_view account_key, const module::RoomHead& room);
    /// Does the work that waits in the background (letters, envelopes between rooms), until nothing waits.
    void run_jobs() const;
    /// Brings a file of the case in by a slice's loader, as an account would. Throws base::Problems.
    void load(std::string_view loader, std::string_view account_key, std::string_view room, std::string_view file);
};

/// One step, told by its message key while it runs.
struct DemoStep {
    std::string_view says;
    void (*run)(DemoBuild&);
};
/// Invented persons in the associations' rooms, and the places where they work.
void make_people(DemoBuild& build);
/// The day at Lunds stadsbibliotek, open with a small queue.
void open_advice_day(DemoBuild& build);
/// RådRum's volunteers: after its sites.
void make_volunteers(DemoBuild& build);
/// The sites of RådRum, their hours, and sessions since July 2019; none of them is noted as held.
void make_advice_sites(DemoBuild& build);
/// Who advised and who will: after its sites, its volunteers and what was held.
void make_advice_rota(DemoBuild& build);
/// What RådRum's sessions left from 2019-07-01, the promise that they count towards, and where visitors are referred.
void count_advice(DemoBuild& build);
/// Kompis Sverige's friend programme: people, pairs, what they noted and answered, and the promise that they count
/// towards.
void make_friends(DemoBuild& build);
/// What associations have asked Lund, through its guide and otherwise: invented.
void make_enquiries(DemoBuild& build);
/// The original of RådRum's agreement, and the officer's report about its first half-year: after the deliveries.
void make_papers(DemoBuild& build);
/// What the municipality has paid: after its agreements.
void make_money(DemoBuild& build);
/// The steering group of RådRum and Kompis Sverige with its meetings: after the deliveries.
void make_steering(DemoBuild& build);
/// What became of it: reports of Kompis that were approved, and of RådRum that are being written. After what was handed
/// over.
void make_reports(DemoBuild& build);
/// Lund's compact and who joins it, and two entries of one association: after its accounts.
void make_directory(DemoBuild& build);
/// Cases that may become agreements, with the drafts that the parties write: after the rooms and accounts.
void make_drafts(DemoBuild& build);
/// An officer who handed over to the one of today, and the reminders of the day: after everything else.
void make_desk(DemoBuild& build);
/// The steps of the Lund case, in order.
std::span<const DemoStep> demo_steps();

}  // namespace samrum::app
