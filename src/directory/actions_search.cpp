#include "directory/actions_search.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_person.hpp"
#include "directory/model_permissions.hpp"

namespace samrum::directory {
namespace {

using Entries = std::vector<module::SearchEntry>;

Entries find_people(module::Call& call, std::string_view typed, std::size_t limit) {
    Entries found;
    const auto page = list_people(call.room(), call.caller, call.house, call.today(),
                                  {.search = std::string(typed), .only_current = false, .limit = limit});
    if (!page) return found;
    for (const PersonView& one : page->people) {
        if (!one.name) continue;  // protected: found by nobody
        std::string functions;
        for (const auto& function : one.functions) functions += (functions.empty() ? "" : ", ") + function.function;
        found.push_back({.link = "/people/" + one.id.text(), .title = *one.name, .text = functions});
    }
    return found;
}

Entries find_organisations(module::Call& call, std::string_view typed, std::size_t limit) {
    Entries found;
    if (!module::may_anywhere(call.caller, kReadOrganisations)) return found;
    for (const Organisation& one : list_organisations(call.lobby(), typed)) {
        if (found.size() == limit) break;
        found.push_back({.link = "/organisations/" + one.id.text(),
                         .title = one.name,
                         .text = one.number ? one.number->text() : std::string()});
    }
    return found;
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "person", .told_by = {}, .find = find_people},
            {.kind = "organisation", .told_by = {}, .find = find_organisations}};
}

}  // namespace samrum::directory
