#include "directory/actions_organisation.hpp"

#include "directory/actions_names.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_organisation.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {

namespace {

bool keeps_here(const module::Caller& caller, const module::RoomHead& room) {
    return caller.room_organisation == room.organisation &&
           module::may_for(caller, kKeepOrganisations, room.organisation);
}

/// Within, by links that go on until further notice: what has ended gives no say any more.
bool lies_open_endedly_within(store::Reader& lobby, OrganisationId inner, OrganisationId outer) {
    OrganisationId at = inner;
    for (int steps = 0; steps < 8 && at != outer; ++steps) {
        const auto links = load_links(lobby, at);
        const auto up = std::find_if(links.begin(), links.end(), [&](const OrganisationLink& one) {
            return one.organisation == at && one.type != LinkType::member_of && !one.period.last();
        });
        if (up == links.end()) return false;
        at = up->other;
    }
    return at == outer;
}

std::string detail(const Organisation& one) {
    return nlohmann::json{{"type", type_name(one.type)},
                          {"name", one.name},
                          {"number", one.number ? one.number->text() : ""},
                          {"website", one.website.value_or("")}}
        .dump();
}

/// Two organisations never share a number; names they may.
base::Problems judge_number(store::Reader& lobby, const Organisation& one) {
    if (!one.number) return {};
    const auto other = load_organisation(lobby, *one.number);
    if (!other || other->id == one.id) return {};
    return {base::problem("number", "directory.organisation.number_taken", {{"name", other->name}})};
}

base::Result<OrganisationLink> read_link(store::Reader& lobby, OrganisationId id, const LinkInput& input) {
    base::ProblemList problems;
    const auto from = load_organisation(lobby, id);
    const auto type = link_named(input.type);
    const auto other = OrganisationId::parse(input.other);
    const auto to = other ? load_organisation(lobby, *other) : std::nullopt;
    if (!type) problems.add(base::problem("link_type", "directory.link.type"));
    if (!from || !to) problems.add(base::problem("other", "directory.organisation.unknown"));
    const base::Date first = problems.take(base::Date::parse(input.first), "first");
    std::optional<base::Date> last;
    if (!input.last.empty()) last = problems.take(base::Date::parse(input.last), "last", first);
    OrganisationLink link;
    link.period = problems.take(base::Period::of(first, last), "last", base::Period{first, std::nullopt});
    if (type && from && to) problems.add(judge_link(*from, *type, *to));
    if (!problems.empty()) return problems.all();
    link.id = OrganisationLinkId::ordered();
    link.organisation = from->id;
    link.type = *type;
    link.other = to->id;
    return link;
}

}  // namespace

std::optional<Organisation> find_organisation(store::Reader& lobby, OrganisationId id) {
    return load_organisation(lobby, id);
}

std::optional<Organisation> find_organisation(store::Reader& lobby, std::string_view number, std::string_view name) {
    if (const auto read = base::OrganisationNumber::parse(number))
        if (auto found = load_organisation(lobby, *read)) return found;
    std::vector<Organisation> named;
    for (const Organisation& entry : load_organisations_named(lobby, text::folded(name))) {
        // An old name still finds what its entry was merged into.
        auto one = load_organisation(lobby, entry.id).value();
        if (std::none_of(named.begin(), named.end(), [&](const auto& other) { return other.id == one.id; }))
            named.push_back(std::move(one));
    }
    if (named.size() != 1) return std::nullopt;
    return std::move(named.front());
}

std::vector<Organisation> list_organisations(store::Reader& lobby, std::string_view search) {
    auto all = load_organisations(lobby);
    const std::string wanted = text::folded(search);
    std::erase_if(all, [&](const Organisation& one) {
        // The number as it is written, and as people type it: without its dash.
        const std::string number = one.number ? one.number->text() : "";
        std::string digits = number;
        std::erase(digits, '-');
        return !matches(text::folded(one.name) + " " + number + " " + digits, wanted);
    });
    return all;
}

bool may_keep(store::Reader& lobby, const module::Caller& caller, const module::RoomHead& room,
              const Organisation& one) {
    if (!keeps_here(caller, room)) return false;
    if (one.kept_by) return one.kept_by == room.id;
    return lies_open_endedly_within(lobby, one.id, room.organisation);
}

base::Result<OrganisationId> add_organisation(store::Transaction& lobby, const store::Actor& who,
                                              const OrganisationInput& input, std::optional<store::RoomId> kept_by) {
    auto one = judge_organisation(input);
    if (!one) return one.problems();
    Organisation made = *std::move(one);
    made.id = OrganisationId::ordered();
    made.kept_by = kept_by;
    lobby.lock("organisation");
    if (auto problems = judge_number(lobby, made); !problems.empty()) return problems;
    save_organisation(lobby, made, keys_of(made.name));
    lobby.journal(who, {"organisation.added", made.id.text(), detail(made)});
    return made.id;
}

base::Result<OrganisationId> add_organisation(store::Session& lobby, const module::RoomHead& room,
                                              const module::Caller& caller, const OrganisationInput& input) {
    if (!keeps_here(caller, room)) return module::refusal();
    return lobby.transaction(
        [&](store::Transaction& tx) { return add_organisation(tx, caller.actor(), input, room.id); });
}

base::Result<base::Done> change_organisation(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, OrganisationId id,
                                             const OrganisationInput& input) {
    if (!keeps_here(caller, room)) return module::refusal();
    const auto read = judge_organisation(input);
    if (!read) return read.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("organisation");
        const auto known = load_organisation(tx, id);
        if (!known || !may_keep(tx, caller, room, *known)) return module::refusal();
        Organisation changed = *read;
        changed.id = known->id;
        if (auto problems = judge_number(tx, changed); !problems.empty()) return problems;
        update_organisation(tx, changed, keys_of(changed.name));
        tx.journal(caller.actor(), {"organisation.changed", changed.id.text(), detail(changed)});
        return base::Done{};
    });
}

base::Result<base::Done> add_link(store::Transaction& lobby, const store::Actor& who, OrganisationId id,
                                  const LinkInput& input) {
    lobby.lock("organisation");
    const auto link = read_link(lobby, id, input);
    if (!link) return link.problems();
    if (auto problems = judge_against(load_links(lobby, link->organisation), *link); !problems.empty()) return problems;
    save_link(lobby, *link);
    lobby.journal(
        who,
        {"organisation.linked", id.text(),
         nlohmann::json{{"type", link_name(link->type)}, {"other", link->other.text()}, {"period", link->period.iso()}}
             .dump()});
    return base::Done{};
}

base::Result<base::Done> add_link(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                  OrganisationId id, const LinkInput& input) {
    if (!keeps_here(caller, room)) return module::refusal();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto one = load_organisation(tx, id);
        if (!one || !may_keep(tx, caller, room, *one)) return module::refusal();
        return add_link(tx, caller.actor(), id, input);
    });
}

base::Result<base::Done> close_link(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                    OrganisationLinkId id, base::Date last) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto link = load_link(tx, id);
        const auto one = link ? load_organisation(tx, link->organisation) : std::nullopt;
        if (!one || !may_keep(tx, caller, room, *one)) return module::refusal();
        base::ProblemList problems;
        problems.take(base::Period::of(link->period.first(), last), "last");
        if (!problems.empty()) return problems.all();
        end_link(tx, id, last);
        tx.journal(caller.actor(), {"organisation.link_ended", one->id.text(),
                                    nlohmann::json{{"link", id.text()}, {"last", last.iso()}}.dump()});
        return base::Done{};
    });
}

std::vector<LinkView> links_of(store::Reader& lobby, OrganisationId id) {
    std::vector<LinkView> views;
    for (const auto& link : load_links(lobby, id)) {
        const bool outgoing = link.organisation == id;
        views.push_back({link, load_organisation(lobby, outgoing ? link.other : link.organisation).value(), outgoing});
    }
    return views;
}

std::vector<Organisation> lies_within(store::Reader& lobby, OrganisationId id, base::Date day) {
    std::vector<Organisation> chain;
    for (OrganisationId at = id; chain.size() < 8;) {
        const auto links = load_links(lobby, at);
        // What one serves stands nearer than what one is part of: the committee before the municipality.
        const auto next = [&](LinkType type) {
            return std::find_if(links.begin(), links.end(), [&](const OrganisationLink& one) {
                return one.organisation == at && one.type == type && one.period.contains(day);
            });
        };
        auto found = next(LinkType::serves);
        if (found == links.end()) found = next(LinkType::part_of);
        if (found == links.end()) break;
        at = found->other;
        chain.push_back(load_organisation(lobby, at).value());
    }
    return chain;
}

}  // namespace samrum::directory
