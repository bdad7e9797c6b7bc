#include "directory/actions_slices.hpp"

#include "directory/actions_names.hpp"
#include "directory/repository_person.hpp"
#include "foundation/module/module.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

void note_function(store::Transaction& room, const store::Actor& who, std::string_view what,
                   const PersonFunction& one) {
    room.journal(who, {std::string(what), one.person.text(),
                       nlohmann::json{{"function", one.function}, {"period", one.period.iso()}}.dump()});
}

}  // namespace

base::Result<PersonAliasId> enter_person(store::Transaction& room, const store::Actor& who, base::Date today,
                                         const PersonInput& input, const FunctionInput& function) {
    base::ProblemList problems;
    PersonAlias person = problems.take(judge_person(input), "name");
    PersonFunction first = problems.take(judge_person_function(function), "function");
    if (!problems.empty()) return problems.all();
    person.id = first.person = PersonAliasId::ordered();
    person.entered_on = today;
    first.id = PersonFunctionId::ordered();
    save_person(room, person, keys_of(person.name));
    save_function(room, first);
    room.journal(who, {"person.added", person.id.text(), "{}"});
    return person.id;
}

bool is_person(store::Reader& room, PersonAliasId id) {
    return load_person(room, id).has_value();
}

void begin_function(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                    base::Date first) {
    for (const auto& one : load_functions(room, id))
        if (one.function == function && (one.period.contains(first) || one.period.first() > first)) return;
    const PersonFunction begun{PersonFunctionId::ordered(), id, std::string(function),
                               base::Period{first, std::nullopt}};
    save_function(room, begun);
    note_function(room, who, "person.function_added", begun);
}

void end_functions(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                   base::Date last) {
    for (auto& one : load_functions(room, id)) {
        if (one.function != function || one.period.last()) continue;
        const base::Date day = std::max(last, one.period.first());
        end_function(room, id, one.id, day);
        one.period = base::Period{one.period.first(), day};
        note_function(room, who, "person.function_ended", one);
    }
}

void reopen_functions(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view function,
                      base::Date last) {
    for (auto& one : load_functions(room, id)) {
        if (one.function != function || one.period.last() != std::max(last, one.period.first())) continue;
        reopen_function(room, id, one.id);
        one.period = base::Period{one.period.first(), std::nullopt};
        note_function(room, who, "person.function_added", one);
    }
}

bool remove_person(store::Transaction& room, const store::Actor& who, PersonAliasId id, std::string_view why) {
    if (!take_away(room, id)) return false;
    room.journal(who, {"person.erased", id.text(), nlohmann::json{{"by", why}}.dump()});
    return true;
}

std::vector<PersonAliasId> ids_by_name(store::Reader& room, std::string_view search) {
    const std::string wanted = text::folded(search);
    std::vector<PersonAliasId> ids;
    std::vector<PersonAliasId> hidden;
    for (const auto& person : load_people(room)) {
        if (person.is_protected)
            hidden.push_back(person.id);
        else if (matches(text::folded(person.name), wanted))
            ids.push_back(person.id);
    }
    if (!wanted.empty()) return ids;
    // Their place in the alphabet would tell how protected names begin.
    std::sort(hidden.begin(), hidden.end());
    ids.insert(ids.end(), hidden.begin(), hidden.end());
    return ids;
}

std::optional<PersonView> view_for_oneself(store::Reader& room, PersonAliasId id) {
    const auto person = load_person(room, id);
    if (!person) return std::nullopt;
    return view_of(*person, load_functions(room, id));
}

base::Result<base::Done> change_for_oneself(store::Transaction& tx, const store::Actor& who, PersonAliasId id,
                                            PersonInput input) {
    const auto known = load_person(tx, id);
    if (!known) return base::problem("", "directory.person.unknown");
    input.is_protected = known->is_protected;
    input.synthetic = known->synthetic;
    return write_changed(tx, who, *known, input);
}

base::Result<std::string> extract_for_oneself(store::Session& room, const module::Caller& caller,
                                              const module::House& house, PersonAliasId id) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::string> {
        if (!load_person(tx, id)) return base::problem("", "directory.person.unknown");
        return extract_all(tx, caller, house, id);
    });
}

base::Result<base::Done> erase_for_oneself(store::Transaction& tx, const module::Caller& caller,
                                           const module::House& house, PersonAliasId id) {
    if (!load_person(tx, id)) return base::problem("", "directory.person.unknown");
    erase_all(tx, caller, house, id);
    return base::Done{};
}

}  // namespace samrum::directory
