#include "app/tasks.hpp"

#include "directory/actions_organisation.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/repository_agreement.hpp"

#include <algorithm>
#include <map>

namespace samrum::app {
namespace {

module::OrganisationId owner_of(const module::Caller& caller, const module::Duty& duty) {
    return duty.whose.is_nil() ? caller.room_organisation : duty.whose;
}

/// May the caller see that somebody else has this to do?
bool may_see(const Doors& doors, const module::Caller& caller, const module::Duty& duty) {
    const bool own = std::ranges::any_of(
        caller.grants, [&](const module::Grant& one) { return one.organisation == caller.room_organisation; });
    if (!own)
        return std::ranges::any_of(
            caller.grants, [&](const module::Grant& one) { return one.organisation == owner_of(caller, duty); });
    return doors.open_to(caller, duty.link);
}

/// Words for whose it is, looked up once each.
class Owners {
  public:
    Owners(store::Reader& lobby, const module::Caller& caller, const text::Words& words)
        : lobby_(lobby), caller_(caller), words_(words) {}

    std::string of(const module::Duty& duty) {
        const auto role = words_("directory.role." + std::string(module::role_name(duty.role)));
        const auto whose = owner_of(caller_, duty);
        return whose == caller_.room_organisation ? role : role + ", " + name_of(whose);
    }

  private:
    const std::string& name_of(module::OrganisationId id) {
        auto [known, is_new] = names_.try_emplace(id);
        if (is_new)
            if (const auto found = directory::find_organisation(lobby_, id)) known->second = found->name;
        return known->second;
    }
    store::Reader& lobby_;
    const module::Caller& caller_;
    const text::Words& words_;
    std::map<module::OrganisationId, std::string> names_;
};

}  // namespace

bool concerns(const module::Caller& caller, const module::Duty& duty) {
    return std::ranges::any_of(caller.grants, [&](const module::Grant& grant) {
        return grant.role == duty.role && grant.organisation == owner_of(caller, duty);
    });
}

std::vector<module::Duty> duties_in(const module::House& house, store::Reader& room, base::Date today) {
    std::vector<module::Duty> all;
    for (const module::Module& slice : house.modules)
        for (const auto duties : slice.duties)
            for (module::Duty& duty : duties(room, today)) all.push_back(std::move(duty));
    std::ranges::stable_sort(all, {}, &module::Duty::due);
    return all;
}

std::vector<module::Duty> duties_for(const module::House& house, store::Reader& room, const module::Caller& caller,
                                     base::Date today) {
    auto mine = duties_in(house, room, today);
    std::erase_if(mine, [&](const module::Duty& one) { return !concerns(caller, one); });
    return mine;
}

std::string said(const text::Words& words, const module::Duty& duty) {
    return partnership::agreement::say_with_days(words, duty.what);
}

Doors::Doors(const module::House& house) {
    for (const module::Module& slice : house.modules)
        for (const module::Route& route : slice.routes)
            if (route.method == web::Method::get) routes_.add(route.method, route.pattern, route.permission);
}
std::optional<const module::Permission*> Doors::permission_of(std::string_view link) const {
    if (link.empty()) return std::nullopt;
    const auto match = routes_.match(web::Method::get, "/room" + std::string(link.substr(0, link.find_first_of("?#"))));
    return match.found == nullptr ? std::nullopt : std::optional(*match.found);
}

bool Doors::open_to(const module::Caller& caller, std::string_view link) const {
    const auto permission = permission_of(link);
    return permission && (*permission == nullptr || module::may_anywhere(caller, **permission));
}

std::vector<Task> read_tasks(const module::House& house, store::Reader& room, store::Reader& lobby,
                             const module::Caller& caller, const text::Words& words, base::Date today) {
    std::map<base::Uuid, std::string> names;
    for (const auto& head : partnership::agreement::list_agreements(room))
        names[head.id.uuid()] = head.activity.empty() ? head.title : head.activity;
    Owners owners(lobby, caller, words);
    const Doors doors(house);
    std::vector<Task> tasks;
    for (module::Duty& duty : duties_in(house, room, today)) {
        const bool mine = concerns(caller, duty);
        if (!mine && !may_see(doors, caller, duty)) continue;
        Task one;
        one.kind = kind_of(duty.what);
        one.mine = mine;
        one.said = said(words, duty);
        if (duty.agreement) one.agreement = names[*duty.agreement];
        one.whose = owners.of(duty);
        one.may_open = doors.open_to(caller, duty.link);
        one.duty = std::move(duty);
        tasks.push_back(std::move(one));
    }
    return tasks;
}

}  // namespace samrum::app
