#include "directory/actions_retention.hpp"

#include "directory/actions_person.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_grant.hpp"
#include "directory/repository_person.hpp"
#include "directory/repository_session.hpp"
#include "directory/repository_throttle.hpp"
#include "directory/rules_person.hpp"
#include "directory/rules_session.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

using nlohmann::json;

constexpr std::chrono::hours kThrottlesKept{24};
const store::Actor kHouse{"system", "Samrum"};

json period_json(const base::Period& period) {
    return {{"first", period.first().iso()}, {"last", period.last() ? json(period.last()->iso()) : json(nullptr)}};
}

json text_or_null(const std::optional<std::string>& text) {
    return text ? json(*text) : json(nullptr);
}

}  // namespace

std::int64_t remove_spent_sign_ins(store::Transaction& lobby, base::Date) {
    const base::Instant now = base::Instant::now();
    const std::int64_t removed = delete_dead_sessions(lobby, now, now.plus(-kIdleTime)) +
                                 delete_ended_links(lobby, now) +
                                 delete_throttles_before(lobby, now.plus(-kThrottlesKept));
    return removed;
}

std::int64_t remove_old_people(store::Transaction& room, base::Date today) {
    std::map<PersonAliasId, std::vector<PersonFunction>> functions;
    for (auto& one : load_functions(room)) functions[one.person].push_back(std::move(one));
    std::int64_t removed = 0;
    for (const auto& person : load_people(room)) {
        const auto until = kept_until(person, functions[person.id]);
        if (until && today > *until) {
            take_away(room, person.id);
            room.journal(kHouse, {"person.erased", person.id.text(), R"({"by":"retention"})"});
            ++removed;
        }
    }
    return removed;
}

std::string extract_alias(store::Reader& room, const base::Uuid& alias) {
    const PersonAliasId id{alias};
    const auto person = load_person(room, id);
    if (!person) return "null";
    json functions = json::array();
    for (const auto& one : load_functions(room, id))
        functions.push_back({{"function", one.function}, {"period", period_json(one.period)}});
    // Of a person with protected identity no file tells name or contact; the room tells them what it has by voice.
    const bool hidden = person->is_protected;
    return json{{"name", hidden ? json(nullptr) : json(person->name)},
                {"email", hidden ? json(nullptr) : text_or_null(person->email)},
                {"phone", hidden ? json(nullptr) : text_or_null(person->phone)},
                {"protected", person->is_protected},
                {"entered_on", person->entered_on.iso()},
                {"functions", functions}}
        .dump();
}

std::int64_t erase_alias(store::Transaction& room, const base::Uuid& alias) {
    return take_away(room, PersonAliasId{alias}) ? 1 : 0;
}

std::string extract_account(store::Reader& lobby, const base::Uuid& account) {
    const AccountId id{account};
    const auto known = load_account(lobby, id);
    if (!known) return "null";
    json grants = json::array();
    for (const auto& one : load_all_grants_of(lobby, id))
        grants.push_back({{"room", one.room ? json(one.room->text()) : json(nullptr)},
                          {"role", module::role_name(one.role)},
                          {"function", one.function},
                          {"period", period_json(one.period)}});
    json sessions = json::array();
    for (const auto& one : load_sessions(lobby, id))
        sessions.push_back(
            {{"device", one.device}, {"created", one.created.iso()}, {"last_seen", one.last_seen.iso()}});
    return json{{"email", known->email},
                {"function", known->function},
                {"language", known->language},
                {"has_password", known->password_hash.has_value()},
                {"has_one_time_codes", known->has_code},
                {"grants", grants},
                {"sessions", sessions}}
        .dump();
}

std::int64_t erase_account(store::Transaction& lobby, const base::Uuid& account) {
    const AccountId id{account};
    if (!delete_account(lobby, id)) return 0;
    lobby.journal(kHouse, {"account.erased", id.text(), "{}"});
    return 1;
}

}  // namespace samrum::directory
