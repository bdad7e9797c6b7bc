#include "directory/actions_import.hpp"

#include "directory/actions_names.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_organisation.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

using MayChange = std::function<bool(store::Reader&, const Organisation&)>;

ImportPlan plan_file(store::Reader& lobby, std::string_view bytes, const MayChange& may_change) {
    const auto file = read_organisation_file(bytes);
    if (!file) return {{}, file.problems()};
    const auto known = load_organisations(lobby);
    const ImportGround ground{known, [](std::string_view name) { return text::folded(name); },
                              [&](const Organisation& one) { return may_change(lobby, one); }};
    return plan_organisations(*file, ground);
}

/// One line of the journal for the file, and one for each organisation, as when it is typed.
void carry_out(store::Transaction& tx, const store::Actor& who, const ImportPlan& plan,
               const std::optional<store::RoomId>& kept_by) {
    for (const PlannedOrganisation& line : plan.lines) {
        Organisation one = line.after;
        const auto detail = nlohmann::json{
            {"type", type_name(one.type)},
            {"name", one.name},
            {"number", one.number ? one.number->text() : ""},
            {"website", one.website.value_or("")},
            {"line", line.line}}.dump();
        if (line.fate == LineFate::fresh) {
            one.id = OrganisationId::ordered();
            one.kept_by = kept_by;
            save_organisation(tx, one, keys_of(one.name));
            tx.journal(who, {"organisation.added", one.id.text(), detail});
        } else if (line.fate == LineFate::changed) {
            update_organisation(tx, one, keys_of(one.name));
            tx.journal(who, {"organisation.changed", one.id.text(), detail});
        }
    }
}

base::Result<ImportPlan> read_in(store::Session& lobby, const store::Actor& who, std::string_view bytes,
                                 const MayChange& may_change, const std::optional<store::RoomId>& kept_by) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<ImportPlan> {
        tx.lock("organisation");
        ImportPlan plan = plan_file(tx, bytes, may_change);
        if (!plan.problems.empty()) return plan.problems;
        carry_out(tx, who, plan, kept_by);
        return plan;
    });
}

bool keeps_files(const module::RoomHead& room, const module::Caller& caller) {
    return caller.room_organisation == room.organisation &&
           module::may_for(caller, kKeepOrganisations, room.organisation);
}

bool operators_keep(store::Reader& lobby, const Organisation& one) {
    static_cast<void>(lobby);
    return !one.kept_by;
}

}  // namespace

base::Result<ImportPlan> check_organisations(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, std::string_view bytes) {
    if (!keeps_files(room, caller)) return module::refusal();
    return lobby.snapshot([&](store::Reader& reader) {
        return plan_file(reader, bytes, [&](store::Reader& inside, const Organisation& one) {
            return may_keep(inside, caller, room, one);
        });
    });
}

base::Result<ImportPlan> import_organisations(store::Session& lobby, const module::RoomHead& room,
                                              const module::Caller& caller, std::string_view bytes) {
    if (!keeps_files(room, caller)) return module::refusal();
    return read_in(
        lobby, caller.actor(), bytes,
        [&](store::Reader& inside, const Organisation& one) { return may_keep(inside, caller, room, one); }, room.id);
}

ImportPlan check_organisations_by_command(store::Session& lobby, std::string_view bytes) {
    return lobby.snapshot([&](store::Reader& reader) { return plan_file(reader, bytes, operators_keep); });
}

base::Result<ImportPlan> import_organisations_by_command(store::Session& lobby, const store::Actor& who,
                                                         std::string_view bytes) {
    return read_in(lobby, who, bytes, operators_keep, std::nullopt);
}

int count_of(const ImportPlan& plan, LineFate fate) {
    return static_cast<int>(
        std::count_if(plan.lines.begin(), plan.lines.end(), [&](const auto& line) { return line.fate == fate; }));
}

}  // namespace samrum::directory
