#include "directory/actions_compact.hpp"

#include "directory/actions_names.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_compact.hpp"
#include "foundation/store/attachments.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

using nlohmann::json;

constexpr int kDaysToAnswerJoining = 21;

/// The room's own officer.
bool keeps_compacts(const module::Caller& caller) {
    return module::may_for(caller, kKeepCompacts, caller.room_organisation);
}

std::optional<AccessionDoor> door_of(const module::Caller& caller, const Accession& accession) {
    if (keeps_compacts(caller)) return AccessionDoor::officer;
    if (module::may_for(caller, kJoinCompacts, accession.organisation)) return AccessionDoor::association;
    return std::nullopt;
}

bool may_join_as(OrganisationType type) {
    return type == OrganisationType::association || type == OrganisationType::umbrella ||
           type == OrganisationType::faith_community || type == OrganisationType::foundation;
}

std::string compact_detail(const Compact& one) {
    return json{{"level", level_name(one.level)},
                {"title", one.title},
                {"adopted_on", one.adopted_on.iso()},
                {"paragraph", one.paragraph},
                {"principles", one.principles.size()}}
        .dump();
}

std::string accession_detail(const Accession& one) {
    return json{{"compact", one.compact.text()},
                {"organisation", one.organisation.text()},
                {"decided_on", one.decided_on.iso()},
                {"state", state_name(one.state)}}
        .dump();
}

}  // namespace

std::vector<Compact> list_compacts(store::Reader& room) {
    return load_compacts(room);
}
std::optional<Compact> find_compact(store::Reader& room, CompactId id) {
    return load_compact(room, id);
}
bool has_compacts(store::Reader& room) {
    return count_compacts(room) > 0;
}

base::Result<CompactId> add_compact(store::Session& room, const module::Caller& caller, base::Date today,
                                    const CompactInput& input) {
    if (!keeps_compacts(caller)) return module::refusal();
    auto judged = judge_compact(input, today);
    if (!judged) return judged.problems();
    Compact compact = std::move(judged).value();
    compact.id = CompactId::ordered();
    return room.transaction([&](store::Transaction& tx) -> base::Result<CompactId> {
        save_compact(tx, compact);
        tx.journal(caller.actor(), {"compact.added", compact.id.text(), compact_detail(compact)});
        return compact.id;
    });
}

base::Result<base::Done> change_compact(store::Session& room, const module::Caller& caller, base::Date today,
                                        CompactId id, const CompactInput& input) {
    if (!keeps_compacts(caller)) return module::refusal();
    auto judged = judge_compact(input, today);
    if (!judged) return judged.problems();
    Compact compact = std::move(judged).value();
    compact.id = id;
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("compact");
        if (!load_compact(tx, id)) return module::refusal();
        update_compact(tx, compact);
        tx.journal(caller.actor(), {"compact.changed", id.text(), compact_detail(compact)});
        return base::Done{};
    });
}

std::vector<Joined> list_joined(store::Reader& room, CompactId compact) {
    std::vector<Joined> joined;
    for (const Accession& one : load_accessions(room, compact))
        if (one.state == AccessionState::accepted) joined.push_back({one.organisation, one.name, one.decided_on});
    return joined;
}

std::vector<Accession> list_accessions(store::Reader& room, const module::Caller& caller, CompactId compact) {
    auto all = load_accessions(room, compact);
    std::erase_if(all, [&](const Accession& one) { return !door_of(caller, one); });
    return all;
}

std::optional<Accession> find_accession(store::Reader& room, const module::Caller& caller, AccessionId id) {
    auto one = load_accession(room, id);
    if (!one || !door_of(caller, *one)) return std::nullopt;
    return one;
}

std::vector<module::Duty> accession_duties(store::Reader& room, base::Date) {
    std::vector<module::Duty> duties;
    for (const Accession& one : load_waiting_accessions(room)) {
        const auto compact = load_compact(room, one.compact);
        const base::Date due = one.submitted_on.plus_days(kDaysToAnswerJoining);
        duties.push_back({.uid = "accession/" + one.id.text() + "/" + due.iso(),
                          .what = {"directory.accession.duty", {{"organisation", one.name}, {"title", compact->title}}},
                          .due = due,
                          .whose = {},
                          .role = module::Role::officer,
                          .link = "/compacts/" + one.compact.text() + "/accessions/" + one.id.text()});
    }
    return duties;
}

bool may_join(const module::Caller& caller) {
    return module::may_anywhere(caller, kJoinCompacts);
}

std::vector<Organisation> may_join_for(const module::Caller& caller, const std::vector<Organisation>& all) {
    std::vector<Organisation> mine;
    for (const Organisation& one : all)
        if (may_join_as(one.type) && (keeps_compacts(caller) || module::may_for(caller, kJoinCompacts, one.id)))
            mine.push_back(one);
    return mine;
}

std::vector<Organisation> not_joined(store::Reader& room, CompactId compact, std::vector<Organisation> mine) {
    const auto known = load_accessions(room, compact);
    std::erase_if(mine, [&](const Organisation& one) { return !judge_no_other(known, one.id).empty(); });
    return mine;
}

base::Result<AccessionId> send_accession(store::Session& room, const module::Caller& caller, base::Date today,
                                         base::Instant now, CompactId compact, const AccessionInput& input,
                                         const std::optional<Organisation>& organisation) {
    if (!may_join(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<AccessionId> {
        tx.lock("compact");
        const auto to = load_compact(tx, compact);
        if (!to) return module::refusal();
        auto judged = judge_accession(input, *to, today);
        if (!judged) return judged.problems();
        Accession made = std::move(judged).value();
        if (!organisation || organisation->id != made.organisation || may_join_for(caller, {*organisation}).empty())
            return base::problem("organisation", "directory.accession.organisation");
        if (auto problems = judge_no_other(load_accessions(tx, compact), made.organisation); !problems.empty())
            return problems;
        const auto minutes = store::put_attachment(tx, input.file_name, minutes_type(input.file), input.file, now);
        if (!minutes) return minutes.problems();
        made.id = AccessionId::ordered();
        made.name = organisation->name;
        made.minutes = minutes->uuid();
        made.submitted_by = caller.label;
        save_accession(tx, made, keys_of(made.name).sort_key);
        tx.journal(caller.actor(), {"compact.accession_sent", made.id.text(), accession_detail(made)});
        return made.id;
    });
}

std::vector<AccessionStep> open_steps(const module::Caller& caller, const Accession& accession) {
    const auto door = door_of(caller, accession);
    std::vector<AccessionStep> open;
    for (const AccessionStep& step : accession_steps())
        if (door && step.from == accession.state && step.door == *door) open.push_back(step);
    return open;
}

base::Result<base::Done> act_on_accession(store::Session& room, const module::Caller& caller, base::Date today,
                                          AccessionId id, AccessionAct act, std::string_view reason) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("compact");
        auto one = load_accession(tx, id);
        const auto door = one ? door_of(caller, *one) : std::nullopt;
        if (!door) return module::refusal();
        const auto step = accession_step(one->state, act, *door);
        if (!step) return base::problem("", "directory.accession.no_step");
        auto judged = judge_reason(reason, step->needs_reason);
        if (!judged) return judged.problems();
        one->state = step->to;
        if (step->to == AccessionState::left)
            one->left_on = today;
        else
            one->answered_on = today;
        one->reason = std::move(judged).value();
        update_accession(tx, *one);
        const std::string what = "compact.accession_" + std::string(state_name(step->to));
        tx.journal(caller.actor(), {what, id.text(), accession_detail(*one)});
        return base::Done{};
    });
}

std::optional<MinutesFile> read_minutes(store::Session& room, const module::Caller& caller, AccessionId id) {
    const auto one = find_accession(room, caller, id);
    const auto file = one ? store::find_attachment(room, store::AttachmentId{one->minutes}) : std::nullopt;
    if (!file) return std::nullopt;
    MinutesFile minutes{file->name, file->type, {}};
    store::read_attachment(room, *file, [&](std::string_view chunk) { minutes.bytes += chunk; });
    return minutes;
}

}  // namespace samrum::directory
