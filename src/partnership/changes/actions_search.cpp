#include "partnership/changes/actions_search.hpp"

#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_readers.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/changes/actions_read.hpp"

namespace samrum::partnership::changes {
namespace {

void each_event(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const auto& head : agreement::list_agreements(call.room)) {
        const auto readers =
            agreement::readers_of(call.head, agreement::kReadAgreements, agreement::parties_of(call.room, head.id));
        for (const Event& one : events_of(call.room, head.id)) {
            if (one.corrected || comes_by_itself(one.kind)) continue;
            const std::string kind(agreement::word_of(one.kind));
            take({.link = "/agreements/" + head.id.text() + "/changes#line-" + std::to_string(one.number),
                  .title = call.words("partnership.changes.kind." + kind) + " – " + head.title,
                  .text = one.text,
                  .day = one.on,
                  .visible_to = readers});
        }
    }
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "change", .told_by = {"agreement."}, .each = each_event}};
}

}  // namespace samrum::partnership::changes
