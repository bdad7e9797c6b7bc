#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/changes/files_compare.hpp"
#include "partnership/changes/pages.hpp"

namespace samrum::partnership::changes {

using namespace web;

std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("partnership.changes." + std::string(key), args);
}
std::string kind_said(const module::Call& call, EventKind kind) {
    return said(call, "kind." + std::string(agreement::word_of(kind)));
}
std::string changes_link(const module::Call& call, const agreement::AgreementHead& head, std::string_view below) {
    return agreement::agreement_link(call, head, "/changes" + std::string(below));
}
std::string line_said(const module::Call& call, const Event& event) {
    return said(call, "line", {{"kind", kind_said(call, event.kind)}, {"day", call.words.date(event.on)}});
}

void differences_table(Html& h, const module::Call& call, const std::vector<Difference>& differences) {
    const auto cell = [&](const std::string& value, std::string_view nothing) -> Content {
        if (value.empty()) return said(call, nothing);
        return [&h, &value] { h(tag::bdi, value); };
    };
    table(h, call.words,
          {.caption = said(call, "differences"),
           .hide_caption = true,
           .columns = {{.label = said(call, "difference.field")},
                       {.label = said(call, "difference.before")},
                       {.label = said(call, "difference.after")}},
           .empty = said(call, "difference.none")},
          [&](Rows& rows) {
              for (const Difference& one : differences)
                  rows.row({[&] { h(tag::code, one.field); }, cell(one.before, "difference.was_not"),
                            cell(one.after, "difference.is_gone")});
          });
}

}  // namespace samrum::partnership::changes
