#include "directory/actions_person.hpp"

#include "directory/actions_names.hpp"
#include "directory/actions_slices.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_person.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/module/module.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {

namespace {

/// Only those who act for the room's own organisation: persons are not for other parties.
bool may(const module::Caller& caller, const module::Permission& permission) {
    return module::may_for(caller, permission, caller.room_organisation);
}

void note_shown(store::Transaction& tx, const module::Caller& caller, std::string_view page, std::size_t count) {
    if (count == 0) return;
    tx.journal(caller.actor(), {"people.shown", "", nlohmann::json{{"page", page}, {"count", count}}.dump()});
}

bool is_current(const PersonView& person, base::Date today) {
    return person.functions.empty() ||
           std::any_of(person.functions.begin(), person.functions.end(),
                       [&](const auto& one) { return !one.period.last() || *one.period.last() >= today; });
}

bool is_found(const PersonView& person, std::string_view folded_search) {
    std::string text = person.name ? text::folded(*person.name) : std::string{};
    for (const auto& one : person.functions) text += " " + text::folded(one.function);
    return matches(text, folded_search);
}

/// The functions that the caller may not know of.
std::vector<std::string_view> functions_kept_from(const module::Caller& caller, const module::House& house) {
    std::vector<std::string_view> hidden;
    for (const auto& slice : house.modules)
        for (const auto& one : slice.confidential_functions)
            if (!may(caller, *one.permission)) hidden.push_back(one.function);
    return hidden;
}

/// Takes the hidden functions out of the view; false when there were no others: then the person is not here.
bool leave_what_may_be_known(PersonView& person, const std::vector<std::string_view>& hidden) {
    const auto removed = std::erase_if(person.functions, [&](const PersonFunction& one) {
        return std::find(hidden.begin(), hidden.end(), one.function) != hidden.end();
    });
    return removed == 0 || !person.functions.empty();
}

/// The person; nothing also when the caller may not know that they are here.
std::optional<PersonAlias> known_person(store::Reader& room, const module::Caller& caller, const module::House& house,
                                        PersonAliasId id) {
    auto person = load_person(room, id);
    if (!person) return std::nullopt;
    PersonView view = view_of(*person, load_functions(room, id));
    return leave_what_may_be_known(view, functions_kept_from(caller, house)) ? std::move(person) : std::nullopt;
}

/// Everybody whom the caller may know of.
std::vector<PersonView> all_views(store::Reader& room, const module::Caller& caller, const module::House& house) {
    const auto hidden = functions_kept_from(caller, house);
    std::map<PersonAliasId, std::vector<PersonFunction>> functions;
    for (auto& one : load_functions(room)) functions[one.person].push_back(std::move(one));
    std::vector<PersonView> views;
    for (const auto& person : load_people(room)) {
        PersonView view = view_of(person, std::move(functions[person.id]));
        if (leave_what_may_be_known(view, hidden)) views.push_back(std::move(view));
    }
    return views;
}

void sort_people(std::vector<PersonView>& people, const PeopleQuery& query) {
    const auto began = [](const PersonView& one) {
        return one.functions.empty() ? base::Date{} : one.functions.front().period.first();
    };
    // They come in alphabetical order; protected names must not show through their place in it.
    if (query.descending) std::reverse(people.begin(), people.end());
    if (query.sort == "first")
        std::stable_sort(people.begin(), people.end(), [&](const auto& a, const auto& b) {
            return query.descending ? began(a) > began(b) : began(a) < began(b);
        });
    const auto hidden =
        std::stable_partition(people.begin(), people.end(), [](const auto& one) { return one.name.has_value(); });
    std::sort(hidden, people.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

/// The person as changed: a protected one keeps what was left empty.
base::Result<PersonAlias> changed(const PersonAlias& known, const PersonInput& input) {
    auto read = judge_person(input, known.is_protected && input.is_protected);
    if (!read) return read.problems();
    PersonAlias person = *std::move(read);
    person.id = known.id;
    if (known.is_protected && input.is_protected) {
        if (person.name.empty()) person.name = known.name;
        if (!person.email) person.email = known.email;
        if (!person.phone) person.phone = known.phone;
    }
    return person;
}

/// Every kind of record about persons that the slices keep in rooms.
template <class Use>
void each_subject(const module::House& house, Use use) {
    for (const auto& one : house.modules)
        for (const auto& subject : one.subjects)
            if (subject.scope == store::Scope::room) use(subject);
}

}  // namespace

PersonView view_of(const PersonAlias& person, std::vector<PersonFunction> functions) {
    PersonView view;
    view.id = person.id;
    view.synthetic = person.synthetic;
    view.kept_until = kept_until(person, functions);
    view.functions = std::move(functions);
    if (person.is_protected) return view;
    view.name = person.name;
    view.email = person.email.value_or("");
    view.phone = person.phone.value_or("");
    return view;
}

base::Result<base::Done> write_changed(store::Transaction& tx, const store::Actor& who, const PersonAlias& known,
                                       const PersonInput& input) {
    const auto person = changed(known, input);
    if (!person) return person.problems();
    update_person(tx, *person, keys_of(person->name));
    const bool lifted = known.is_protected && !person->is_protected;
    const bool set = !known.is_protected && person->is_protected;
    tx.journal(who, {lifted ? "person.protection_lifted"
                     : set  ? "person.protected"
                            : "person.changed",
                     known.id.text(), "{}"});
    return base::Done{};
}

std::string extract_all(store::Transaction& tx, const module::Caller& caller, const module::House& house,
                        PersonAliasId id) {
    nlohmann::json all = nlohmann::json::object();
    each_subject(house, [&](const module::Subject& subject) {
        all[std::string(subject.kind)] = nlohmann::json::parse(subject.extract(tx, id.uuid()));
    });
    tx.journal(caller.actor(), {"person.extracted", id.text(), "{}"});
    return all.dump(2);
}

bool take_away(store::Transaction& tx, PersonAliasId id) {
    const auto person = load_person(tx, id);
    if (!person) return false;
    // The outbox keeps addresses for a month; theirs goes with them.
    if (person->email) jobs::forget_mail_to(tx, *person->email);
    return delete_person(tx, id);
}

void erase_all(store::Transaction& tx, const module::Caller& caller, const module::House& house, PersonAliasId id) {
    std::int64_t erased = 0;
    each_subject(house, [&](const module::Subject& subject) { erased += subject.erase(tx, id.uuid()); });
    tx.journal(caller.actor(), {"person.erased", id.text(), nlohmann::json{{"rows", erased}}.dump()});
}

std::map<PersonAliasId, std::string> names_for(store::Session& room, const module::Caller& caller,
                                               std::string_view page, const std::vector<PersonAliasId>& people) {
    return room.transaction([&](store::Transaction& tx) {
        std::map<PersonAliasId, std::string> names;
        for (const auto& id : people)
            if (const auto person = load_person(tx, id); person && !person->is_protected)
                names.emplace(id, person->name);
        note_shown(tx, caller, page, names.size());
        return names;
    });
}

base::Result<PeoplePage> list_people(store::Session& room, const module::Caller& caller, const module::House& house,
                                     base::Date today, const PeopleQuery& query) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    const std::string wanted = text::folded(query.search);
    return room.transaction([&](store::Transaction& tx) -> base::Result<PeoplePage> {
        auto people = all_views(tx, caller, house);
        std::erase_if(people, [&](const PersonView& one) {
            return (query.only_current && !is_current(one, today)) || !is_found(one, wanted);
        });
        sort_people(people, query);
        PeoplePage page{{}, people.size()};
        const std::size_t first = std::min(query.offset, people.size());
        const std::size_t last = std::min(first + query.limit, people.size());
        for (std::size_t i = first; i < last; ++i) page.people.push_back(std::move(people[i]));
        note_shown(tx, caller, "people", page.people.size());
        return page;
    });
}

base::Result<std::optional<PersonView>> open_person(store::Session& room, const module::Caller& caller,
                                                    const module::House& house, PersonAliasId id) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    if (!known_person(room, caller, house, id)) return std::optional<PersonView>{};
    auto view = open_person(room, caller, id);
    if (view && *view) leave_what_may_be_known(*view.value(), functions_kept_from(caller, house));
    return view;
}

base::Result<std::optional<PersonView>> open_person(store::Session& room, const module::Caller& caller,
                                                    PersonAliasId id) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::optional<PersonView>> {
        const auto person = load_person(tx, id);
        if (!person) return std::optional<PersonView>{};
        note_shown(tx, caller, "person", 1);
        return std::optional{view_of(*person, load_functions(tx, id))};
    });
}

base::Result<PersonAliasId> add_person(store::Session& room, const module::Caller& caller, base::Date today,
                                       const PersonInput& input, const FunctionInput& function) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    return room.transaction(
        [&](store::Transaction& tx) { return enter_person(tx, caller.actor(), today, input, function); });
}

base::Result<base::Done> change_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                       PersonAliasId id, const PersonInput& input) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto known = known_person(tx, caller, house, id);
        if (!known) return base::problem("", "directory.person.unknown");
        return write_changed(tx, caller.actor(), *known, input);
    });
}

base::Result<base::Done> add_function(store::Session& room, const module::Caller& caller, const module::House& house,
                                      PersonAliasId id, const FunctionInput& input) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    auto read = judge_person_function(input);
    if (!read) return read.problems();
    PersonFunction one = *std::move(read);
    one.id = PersonFunctionId::ordered();
    one.person = id;
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!known_person(tx, caller, house, id)) return base::problem("", "directory.person.unknown");
        save_function(tx, one);
        tx.journal(caller.actor(), {"person.function_added", id.text(),
                                    nlohmann::json{{"function", one.function}, {"period", one.period.iso()}}.dump()});
        return base::Done{};
    });
}

base::Result<base::Done> close_function(store::Session& room, const module::Caller& caller, const module::House& house,
                                        PersonAliasId id, PersonFunctionId function, std::string_view last) {
    if (!may(caller, kKeepPeople)) return module::refusal();
    base::ProblemList problems;
    const base::Date day = problems.take(base::Date::parse(last), "last");
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!known_person(tx, caller, house, id)) return base::problem("", "directory.person.unknown");
        const auto functions = load_functions(tx, id);
        const auto one =
            std::find_if(functions.begin(), functions.end(), [&](const auto& f) { return f.id == function; });
        if (one == functions.end()) return base::problem("", "directory.person.unknown");
        problems.take(base::Period::of(one->period.first(), day), "last");
        if (!problems.empty()) return problems.all();
        end_function(tx, id, function, day);
        tx.journal(caller.actor(), {"person.function_ended", id.text(),
                                    nlohmann::json{{"function", one->function}, {"last", day.iso()}}.dump()});
        return base::Done{};
    });
}

base::Result<std::string> extract_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                         PersonAliasId id) {
    if (!may(caller, kErasePeople)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        if (!known_person(tx, caller, house, id)) return base::problem("", "directory.person.unknown");
        return extract_all(tx, caller, house, id);
    });
}

base::Result<base::Done> erase_person(store::Session& room, const module::Caller& caller, const module::House& house,
                                      PersonAliasId id) {
    if (!may(caller, kErasePeople)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!known_person(tx, caller, house, id)) return base::problem("", "directory.person.unknown");
        erase_all(tx, caller, house, id);
        return base::Done{};
    });
}

std::optional<std::string> mail_address(store::Reader& room, PersonAliasId id) {
    const auto person = load_person(room, id);
    return person ? person->email : std::nullopt;
}

}  // namespace samrum::directory
