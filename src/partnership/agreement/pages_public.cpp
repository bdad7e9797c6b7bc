#include "directory/actions_room.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {

std::string public_link(module::Call& call, const AgreementHead& agreement) {
    if (agreement.home_room == call.head->id.uuid()) return call.link("/iop/" + agreement.slug);
    const auto home = directory::find_room(call.lobby(), store::RoomId{agreement.home_room});
    return home ? "/" + home->short_name + "/iop/" + agreement.slug : std::string();
}

namespace {

using module::Call;
using web::Html;
namespace tag = web::tag;
namespace attr = web::attr;

void agreement_card(Html& h, Call& call, const ListedAgreement& listed) {
    const AgreementHead& agreement = listed.head;
    web::card(h, {.title = agreement.title, .href = public_link(call, agreement), .content = [&] {
                      web::definition_list(
                          h, {{call.words("partnership.public.parties"),
                               [&] {
                                   web::name(h, party_names(listed.parties, Side::public_side, call.today()));
                                   h.text(" · ");
                                   web::name(h, party_names(listed.parties, Side::civil, call.today()));
                               }},
                              {call.words("partnership.public.period"), [&] {
                                   web::isolated(h, days_words(call.words, listed.head.first, listed.head.last,
                                                               listed.head.open_end));
                               }}});
                  }});
}

void parties_part(Html& h, const Call& call, const std::vector<PartyRow>& parties) {
    std::vector<web::Term> terms;
    for (const PartyRow& one : parties) {
        const std::string side = one.contributor ? "contributor" : std::string(word_of(one.side));
        terms.push_back({call.words("partnership.side." + side), [&h, &call, one] {
                             web::name(h, one.name);
                             if (!one.joined && !one.left) return;
                             h.text(" ");
                             web::isolated(h, "(" + days_words(call.words, one.joined, one.left) + ")");
                         }});
    }
    web::definition_list(h, terms);
}

void money_part(Html& h, const Call& call, const std::vector<AmountRow>& amounts) {
    const auto& words = call.words;
    if (amounts.empty()) {
        web::paragraph(h, words("partnership.public.no_money"));
        return;
    }
    bool contradicts = false;
    web::table(h, words,
               {.caption = words("partnership.public.money"),
                .hide_caption = true,
                .columns = {{.label = words("partnership.column.payer")},
                            {.label = words("partnership.column.period")},
                            {.label = words("partnership.column.sum"), .numeric = true}}},
               [&](web::Rows& rows) {
                   for (const AmountRow& one : amounts) {
                       contradicts = contradicts || one.reading > 1;
                       rows.row({[&] { web::name(h, one.payer); },
                                 [&] { web::isolated(h, days_words(words, one.first, one.last)); },
                                 [&] {
                                     web::isolated(h, sum_words(words, one));
                                     if (one.per != Per::whole_period)
                                         h.text(" " + words("partnership.per." + std::string(word_of(one.per))));
                                 }});
                   }
               });
    if (contradicts) web::small_print(h, words("partnership.public.readings"));
}

/// Of one commitment, the published figures beside what was promised.
void figures_part(Html& h, const Call& call, const PublicAgreement& all) {
    const auto& words = call.words;
    if (all.published.empty()) {
        web::empty_state(h, words("partnership.public.no_figures"), words("partnership.public.no_figures_why"));
        return;
    }
    std::vector<web::KeyFigure> figures;
    for (const CommitmentRow& promised : all.commitments) {
        const auto of_it = deliveries_for(all.published, promised.key);
        if (!of_it.empty()) figures.push_back(delivered_figure(h, call, promised, of_it));
    }
    web::key_figures(h, figures);
}

/// What the room's slices show to anybody: opening hours, how to become a volunteer.
void public_pages(Html& h, Call& call) {
    std::vector<const module::PublicPage*> there;
    for (const module::Module& slice : call.house.modules)
        for (const module::PublicPage& page : slice.public_pages)
            if (page.is_there(call.room(), call.today())) there.push_back(&page);
    if (there.empty()) return;
    web::section(h, call.words("partnership.public.pages"), [&] {
        web::card_grid(h, [&] {
            for (const auto* page : there)
                web::card(h, {.title = call.words(page->label),
                              .href = call.link(page->path),
                              .content = call.words(std::string(page->label) + ".about"),
                              .level = 3});
        });
    });
}

}  // namespace

web::Response public_room_page(Call& call) {
    const auto& words = call.words;
    const auto agreements = public_agreements(call.room(), call.today());
    const std::int64_t over = count_agreements_over(call.room(), call.today());
    return module::page(call, {.title = call.head->name, .own_heading = true}, [&](Html& h) {
        web::page_heading(h, {.title = call.head->name, .lead = words("partnership.public.room_lead")});
        public_pages(h, call);
        web::section(h, words("partnership.public.in_force"), [&] {
            if (agreements.empty()) {
                web::empty_state(h, words("partnership.public.none"), words("partnership.public.none_why"));
                return;
            }
            web::card_grid(h, [&] {
                for (const ListedAgreement& one : agreements) agreement_card(h, call, one);
            });
        });
        if (over > 0)
            web::paragraph(h, [&] {
                web::link(h, call.link("/iop"), words("partnership.public.over", {{"count", over}}));
            });
    });
}

web::Response public_agreement_page(Call& call) {
    const auto& words = call.words;
    const auto all = public_agreement(call.room(), call.head->id, call.part("slug"), call.today());
    if (!all) return module::not_found(call);
    const AgreementHead* agreement = &all->head;
    const bool in_force = agreement->in_force(call.today());
    return module::page(
        call, {.title = agreement->title, .crumbs = {{call.head->name, call.link("")}}, .own_heading = true},
        [&](Html& h) {
            web::page_heading(h, {.title = agreement->title, .lead = words("partnership.public.is_iop"), .meta = [&] {
                                      web::badge(h, web::Tone::accent, words("partnership.public.iop"));
                                      web::badge(
                                          h, in_force ? web::Tone::success : web::Tone::neutral,
                                          words(in_force ? "partnership.force.in_force" : "partnership.force.over"));
                                  }});
            web::section(h, words("partnership.public.parties"), [&] { parties_part(h, call, all->parties); });
            web::section(h, words("partnership.public.purpose"), [&] {
                h(tag::div, attr::cls("prose"), attr::lang("sv"),
                  web::TrustedHtml{text::markdown_html(agreement->purpose, 3)});
            });
            web::section(h, words("partnership.public.figures"), [&] { figures_part(h, call, *all); });
            web::section(h, words("partnership.public.money"), [&] { money_part(h, call, all->amounts); });
            web::section(h, words("partnership.public.facts"), [&] {
                std::vector<web::Term> terms{{words("partnership.public.period"),
                                              [&] { web::isolated(h, words.period(*agreement->period())); }}};
                if (!agreement->registry_number.empty())
                    terms.push_back({words("partnership.public.registry_number"),
                                     [&] { web::isolated(h, agreement->registry_number); }});
                web::definition_list(h, terms);
            });
            for (const module::Module& slice : call.house.modules)
                for (const module::PublicPart& part : slice.public_parts)
                    if (part.page == "agreement") part.write(call, h, agreement->id.uuid());
        });
}

}  // namespace samrum::partnership::agreement
