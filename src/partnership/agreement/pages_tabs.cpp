#include "partnership/agreement/pages_tabs.hpp"

#include "partnership/agreement/rules_dates.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

struct TabLink {
    std::string_view label;
    std::string_view path;
};
constexpr TabLink kTabs[] = {{"partnership.tab.overview", ""},
                             {"partnership.tab.commitments", "/commitments"},
                             {"partnership.tab.deliveries", "/deliveries"},
                             {"partnership.tab.reports", "/reports"},
                             {"partnership.tab.dates", "/dates"},
                             {"partnership.tab.timeline", "/timeline"},
                             {"partnership.tab.money", "/money"},
                             {"partnership.tab.steering", "/steering"},
                             {"partnership.tab.changes", "/changes"},
                             {"partnership.tab.papers", "/papers"},
                             {"partnership.tab.assessment", "/assessment"},
                             {"partnership.tab.text", "/text"}};

}  // namespace

std::string agreement_link(const module::Call& call, const AgreementHead& head, std::string_view below) {
    return call.link("/agreements/" + head.id.text() + std::string(below));
}

std::optional<ReadAgreement> agreement_of_path(module::Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    return id ? read_agreement_of(call.room(), call.caller, *id) : std::nullopt;
}

bool may_write_here(const module::Call& call, const AgreementHead& head) {
    return head.home_room == call.head->id.uuid() &&
           module::may_for(call.caller, kWriteAgreements, call.caller.room_organisation);
}

web::Response tab_page(module::Call& call, std::string_view path,
                       const std::function<void(web::Html&, const ReadAgreement&)>& inside) {
    const auto all = agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto& words = call.words;
    const AgreementHead& head = all->head;
    const std::string title = path.empty() ? head.title
                                           : words(std::find_if(std::begin(kTabs), std::end(kTabs),
                                                                [&](const TabLink& one) { return one.path == path; })
                                                       ->label) +
                                                 " – " + head.title;
    const module::PageHead page{.title = title,
                                .crumbs = {{words("partnership.agreements.title"), call.link("/agreements")}},
                                .own_heading = true,
                                .wide = true};
    return module::page(call, page, [&](web::Html& h) {
        const Force force = force_of(head, call.today());
        web::page_heading(h, {.title = head.title,
                              .meta =
                                  [&] {
                                      web::badge(h, web::Tone::accent, words("partnership.public.iop"));
                                      force_badge(h, words, force);
                                  },
                              .actions =
                                  [&] {
                                      web::print_button(h, words);
                                      if (head.home_room == call.head->id.uuid() && head.in_force(call.today()))
                                          web::link_button(h, call.link("/iop/" + head.slug),
                                                           words("partnership.overview.public_page"),
                                                           web::Variant::tertiary);
                                  }});
        std::vector<web::Tab> tabs;
        for (const TabLink& one : kTabs)
            tabs.push_back({words(one.label), agreement_link(call, head, one.path), one.path == path});
        web::tabs(h, words("partnership.tab.label"), tabs);
        inside(h, *all);
    });
}

}  // namespace samrum::partnership::agreement
