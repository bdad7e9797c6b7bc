// The Lund case: which organisations, rooms and roles there are, and which files of examples/lund they bring in.
#include "app/demo.hpp"
#include "app/lund_case.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/embedded.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"

/// The files of examples/lund (samrum_embed in src/CMakeLists.txt).
std::span<const samrum::base::EmbeddedFile> samrum_lund_case();

namespace samrum::app {
namespace {

using module::Role;

const store::Actor kDemo{"demo", "demo"};

constexpr std::string_view kLund = "Lunds kommun";
constexpr std::string_view kIm = "Individuell Människohjälp (IM)";
constexpr std::string_view kKompis = "Kompis Sverige";

constexpr DemoAccount kAccounts[] = {
    {"officer", "lund", Role::officer, "handlaggare@lund.example", "partnerskapshandläggare"},
    {"economist", "lund", Role::officer, "ekonom@lund.example", "ekonom på socialförvaltningen"},
    {"coordinator-im", "im", Role::coordinator, "samordnare@im.example", "samordnare för RådRum", "lund"},
    {"coordinator-kompis", "kompis", Role::coordinator, "samordnare@kompis.example", "samordnare för Kompis Sverige",
     "lund"},
    {"volunteer-im", "im", Role::volunteer, "volontar@im.example", "volontär i RådRum"},
    {"administrator-lund", "lund", Role::administrator, "administrator@lund.example", "administratör i Lunds kommun"},
    {"administrator-im", "im", Role::administrator, "administrator@im.example", "administratör i IM"},
    {"operator", "", Role::operator_, "drift@samrum.example", "driftansvarig"},
};

struct DemoOrganisation {
    std::string_view name;
    std::string_view type;
    std::string_view number;
    std::string_view link;  ///< how it hangs together with `other`
    std::string_view other;
    std::string_view room;  ///< short name; empty: has none
};
constexpr DemoOrganisation kOrganisations[] = {
    {kLund, "municipality", "212000-1132", "", "", "lund"},
    {"Socialnämnden", "committee", "", "part_of", kLund, ""},
    {"Socialförvaltningen i Lund", "department", "", "serves", "Socialnämnden", ""},
    {"Kultur- och fritidsnämnden", "committee", "", "part_of", kLund, ""},
    {"Kultur- och fritidsförvaltningen", "department", "", "serves", "Kultur- och fritidsnämnden", ""},
    {kIm, "association", "", "", "", "im"},
    {kKompis, "association", "", "", "", "kompis"},
};
/// From when the demo's organisations hang together and its people have their roles: before the first thing they did.
constexpr std::string_view kFromDay = "2016-01-01";

void make_organisations(DemoBuild& build) {
    const auto session = build.store.lobby();
    session->transaction([&](store::Transaction& lobby) {
        for (const auto& one : kOrganisations) {
            const auto id = must(directory::add_organisation(
                lobby, kDemo, {std::string(one.type), std::string(one.name), std::string(one.number), "", false},
                std::nullopt));
            build.organisations.insert_or_assign(std::string(one.name), id);
            if (one.link.empty()) continue;
            must(directory::add_link(lobby, kDemo, id,
                                     {std::string(one.link), build.organisations.find(one.other)->second.text(),
                                      std::string(kFromDay), ""}));
        }
    });
}

void make_rooms(DemoBuild& build) {
    make_organisations(build);
    for (const auto& one : kOrganisations) {
        if (one.room.empty()) continue;
        const auto organisation = build.organisations.find(one.name)->second;
        build.rooms.emplace(one.room,
                            must(directory::create_room(build.store, kDemo, {std::string(one.room), organisation})));
    }
}

void give(DemoBuild& build, const DemoAccount& account, std::string_view room, Role role,
          std::string_view organisation) {
    const auto lobby = build.store.lobby();
    const auto found = build.rooms.find(room);
    const auto head = found == build.rooms.end() ? std::nullopt : std::optional(found->second);
    must(directory::give_grant_by_command(
        *lobby, kDemo, head, build.day,
        {std::string(account.email), std::string(account.function), std::string(module::role_name(role)),
         organisation.empty() ? "" : build.organisations.find(organisation)->second.text(), std::string(kFromDay),
         ""}));
}

/// Whose a room is.
std::string_view organisation_of(std::string_view room) {
    for (const auto& one : kOrganisations)
        if (one.room == room) return one.name;
    return {};
}

void make_accounts(DemoBuild& build) {
    for (const DemoAccount& one : kAccounts) {
        must(directory::create_account(
            *build.store.lobby(), kDemo,
            {std::string(one.email), std::string(one.function), "sv", std::string(kDemoPassword), true}));
        give(build, one, one.room, one.role, "");
        // The associations enter the municipality's room as parties of the agreements that are drawn up there.
        if (!one.partner_in.empty()) give(build, one, one.partner_in, Role::partner, organisation_of(one.room));
    }
}

void import_agreements(DemoBuild& build) {
    for (const char* file : {"radrum-2017.toml", "radrum-2019.toml", "kompis-2017.toml", "kompis-2019.toml"})
        build.load("partnership.agreement", "officer", "lund", file);
    build.run_jobs();  // the associations' copies arrive
}

void import_activity(DemoBuild& build) {
    build.load("activity.log", "coordinator-im", "im", "activity-im.csv");
    build.load("activity.log", "coordinator-kompis", "kompis", "activity-kompis.csv");
}

/// IM lets the sessions of RådRum be handed over month by month, and seen by anybody: from then on it happens by
/// itself.
void deliver_figures(DemoBuild& build) {
    const module::RoomHead& room = build.rooms.find("im")->second;
    const module::Caller coordinator = build.caller("coordinator-im", room);
    const auto session = build.store.room(room.id);
    for (const auto& one : partnership::agreement::read_agreements(*session, coordinator)) {
        if (one.head.slug != "radrum-2019") continue;
        must(partnership::agreement::choose_standing(*session, build.house, coordinator, one.head.id, "sessions",
                                                     partnership::agreement::Every::month, *one.head.first, true));
        partnership::agreement::deliver_standing(*session, build.house);
    }
    build.run_jobs();  // the municipality receives them
}

constexpr DemoStep kSteps[] = {
    {"demo.step.rooms", make_rooms},
    {"demo.step.accounts", make_accounts},
    {"demo.step.directory", make_directory},
    {"demo.step.people", make_people},
    {"demo.step.agreements", import_agreements},
    {"demo.step.enquiries", make_enquiries},
    {"demo.step.money", make_money},
    {"demo.step.activity", import_activity},
    {"demo.step.advice_sites", make_advice_sites},
    {"demo.step.volunteers", make_volunteers},
    {"demo.step.advice", count_advice},
    {"demo.step.advice_rota", make_advice_rota},
    {"demo.step.friends", make_friends},
    {"demo.step.deliveries", deliver_figures},
    {"demo.step.reports", make_reports},
    {"demo.step.papers", make_papers},
    {"demo.step.steering", make_steering},
    {"demo.step.drafts", make_drafts},
    {"demo.step.advice_day", open_advice_day},
    {"demo.step.desk", make_desk},
};

}  // namespace

std::span<const DemoAccount> demo_accounts() {
    return kAccounts;
}
std::span<const DemoStep> demo_steps() {
    return kSteps;
}

std::string_view lund_file(std::string_view name) {
    for (const base::EmbeddedFile& file : samrum_lund_case())
        if (file.path == name) return file.bytes;
    base::ensure(false, "examples/lund has this file");
    return {};
}

}  // namespace samrum::app
