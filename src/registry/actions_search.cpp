#include "registry/actions_search.hpp"

#include "registry/actions_register.hpp"

namespace samrum::registry {
namespace {

constexpr int kDocumentsAtATime = 500;

void take_document(const Document& one, const module::TakeEntry& take) {
    const bool hidden = one.marking && one.marking->hides_about;
    take({.link = "/registry/documents/" + one.id.text(),
          .title = one.number + (hidden || one.about.empty() ? "" : ": " + one.about),
          .text = {},
          .day = one.on,
          .visible_to = {{&kReadRegistry, {}}}});
}

void each_document(const module::SearchCall& call, const module::TakeEntry& take) {
    Search all;
    all.limit = kDocumentsAtATime;
    for (;; all.offset += kDocumentsAtATime) {
        const auto documents = find_documents(call.room, all);
        for (const Document& one : documents) take_document(one, take);
        if (documents.size() < static_cast<std::size_t>(kDocumentsAtATime)) return;
    }
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "document", .told_by = {"registry."}, .each = each_document}};
}

}  // namespace samrum::registry
