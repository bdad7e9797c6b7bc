#include "partnership/drafting/actions_search.hpp"

#include "partnership/drafting/model_permissions.hpp"
#include "partnership/drafting/repository.hpp"

namespace samrum::partnership::drafting {
namespace {

void each_case(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const Case& one : load_cases(call.room)) {
        module::SearchEntry entry{.link = "/cases/" + one.id.text(),
                                  .title = one.title,
                                  .text = one.activity,
                                  .day = one.opened_on,
                                  .visible_to = {{&kDraft, call.head.organisation}}};
        for (const CaseParty& party : one.associations) {
            entry.text += "\n\n" + party.name;
            entry.visible_to.push_back({&kDraft, party.organisation});
        }
        take(entry);
    }
}

}  // namespace

module::SearchSource case_search() {
    return {.kind = "case", .told_by = {"partnership.case_", "partnership.draft_saved"}, .each = each_case};
}

}  // namespace samrum::partnership::drafting
