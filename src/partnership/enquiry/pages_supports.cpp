// The officer's register of support of minor importance (de minimis), with its export; and the limits of the body.
#include "directory/actions_organisation.hpp"
#include "foundation/document/csv.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/pages.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {

using namespace web;

namespace {

std::string support_said(const module::Call& call, std::string_view key) {
    return said(call, "support." + std::string(key));
}

/// How long a support counts is the limits' to say, and has changed with the regulation.
std::string supports_lead(module::Call& call) {
    constexpr int kYear = 12;
    const auto found = limit_on(limits_of(call.room()), "de_minimis", "general", call.today());
    const std::string window = !found ? "none" : found->limit.by_fiscal_years ? "years" : "days";
    const std::int64_t years = found ? found->limit.window_months / kYear : 0;
    return said(call, "supports.lead", {{"window", window}, {"years", years}, {"before", years - 1}});
}

/// What is left under each regulation, beside what was used.
void window_part(Html& h, const module::Call& call, const SupportedOrganisation& one) {
    std::vector<KeyFigure> figures;
    figures.reserve(one.windows.size());
    for (const auto& [regulation, window] : one.windows)
        figures.push_back({.label = said(call, "limit.de_minimis." + regulation),
                           .value = [&h, &call, window = window] { euro(h, call, window.used); },
                           .context =
                               [&h, &call, window = window] {
                                   if (!window.limit) return h.text(support_said(call, "no_limit"));
                                   h.text(support_said(call, "of") + " ");
                                   euro(h, call, window.limit->limit.amount);
                                   h.text(". " + support_said(call, window.left < 0 ? "over" : "left") + " ");
                                   euro(h, call, std::abs(window.left));
                                   h.text(". " + support_said(call, "counted_from") + " ");
                                   date(h, call.words, window.from);
                                   if (window.eases_on) {
                                       h.text(". " + support_said(call, "eases") + " ");
                                       date(h, call.words, *window.eases_on);
                                   }
                               }});
    key_figures(h, figures);
    for (const auto& [regulation, window] : one.windows)
        if (window.limit && window.left < 0)
            notice(h, Tone::warning, support_said(call, "is_over"), support_said(call, "is_over.text"));
}

void lines_table(Html& h, const module::Call& call, const SupportedOrganisation& one) {
    const std::string path = call.link("/supports/" + one.organisation.text());
    table(h, call.words,
          {.caption = support_said(call, "lines"),
           .hide_caption = true,
           .columns = {{.label = support_said(call, "purpose")},
                       {.label = support_said(call, "granted_on")},
                       {.label = support_said(call, "amount"), .numeric = true},
                       {.label = support_said(call, "euro"), .numeric = true},
                       {.label = support_said(call, "giver")},
                       {.label = support_said(call, "state")},
                       {.label = support_said(call, "cancel"), .hide_label = true}}},
          [&](Rows& rows) {
              for (const Support& line : one.lines)
                  rows.row(
                      {[&] {
                           h.text(line.purpose);
                           if (!line.reference.empty()) small_print(h, [&] { isolated(h, line.reference); });
                       },
                       [&] { date(h, call.words, line.granted_on); }, [&] { web::money(h, call.words, line.amount); },
                       [&] {
                           euro(h, call, euro_cents(line.amount, line.rate));
                           small_print(h, [&] {
                               isolated(h, rate_words(line.rate) + " kr");
                               h.text(", " + line.rate_source);
                           });
                       },
                       [&] { name(h, line.giver); },
                       [&] {
                           const char* state = line.cancelled_on ? "cancelled"
                                               : !line.economic  ? "outside"
                                               : line.declared   ? "declared"
                                                                 : "counts";
                           badge(h, line.counts() ? Tone::accent : Tone::neutral, support_said(call, state));
                           if (!line.assessment.empty()) small_print(h, line.assessment);
                           if (line.cancelled_on) small_print(h, line.cancelled_why);
                       },
                       [&] {
                           if (line.cancelled_on) return;
                           details(h, support_said(call, "cancel"), [&] {
                               form(h, call.csrf, path + "/cancel", [&] {
                                   hidden(h, "line", line.id.text());
                                   const FormState state{call.words, {}, {}};
                                   // The label is the same on each line, so each field says which one it is of.
                                   text_field(
                                       h, state,
                                       {.name = "why_" + line.id.text(), .label = support_said(call, "cancel.why")});
                                   submit_button(h, support_said(call, "cancel"), Variant::tertiary);
                               });
                           });
                       }});
          });
}

std::optional<SupportedOrganisation> organisation_of(module::Call& call) {
    const auto id = base::Uuid::parse(call.part("organisation"));
    return id ? supported_organisation(call.room(), call.caller, *id, call.today()) : std::nullopt;
}

std::vector<std::pair<std::string, std::string>> support_crumbs(const module::Call& call) {
    auto crumbs = enquiry_crumbs(call);
    crumbs.emplace_back(said(call, "supports"), call.link("/supports"));
    return crumbs;
}

SupportInput support_input(const module::Call& call) {
    return {typed(call, "organisation"), typed(call, "granted_on"),       typed(call, "amount"),
            typed(call, "rate"),         typed(call, "rate_source"),      typed(call, "regulation"),
            typed(call, "giver"),        typed(call, "instrument"),       typed(call, "sector"),
            typed(call, "purpose"),      typed(call, "reference"),        typed(call, "economic"),
            typed(call, "assessment"),   typed(call, "declared") == "yes"};
}

std::vector<Option> organisation_options(module::Call& call) {
    std::vector<Option> options{{"", support_said(call, "choose_organisation"), ""}};
    for (const auto& one : directory::list_organisations(call.lobby()))
        if (!directory::is_public(one.type)) options.push_back({one.id.text(), one.name, ""});
    return options;
}

void money_fields(Html& h, const module::Call& call, const FormState& state) {
    date_field(h, state,
               {.name = "granted_on",
                .label = support_said(call, "granted_on"),
                .description = support_said(call, "granted_on.hint"),
                .fallback = call.today().iso(),
                .width = Width::medium});
    money_field(h, state,
                {.name = "amount",
                 .label = support_said(call, "amount"),
                 .description = support_said(call, "amount.hint"),
                 .suffix = "kr",
                 .width = Width::medium});
    text_field(h, state,
               {.name = "rate",
                .label = support_said(call, "rate"),
                .description = support_said(call, "rate.hint"),
                .input_mode = "decimal",
                .width = Width::narrow});
    text_field(h, state,
               {.name = "rate_source",
                .label = support_said(call, "rate_source"),
                .description = support_said(call, "rate_source.hint"),
                .max_length = static_cast<int>(kLongestLine)});
}

void kind_fields(Html& h, const module::Call& call, const FormState& state) {
    std::vector<Option> regulations;
    for (const char* one : {"general", "sgei"})
        regulations.push_back({one, said(call, "limit.de_minimis." + std::string(one)), ""});
    radio_fields(h, state, {.name = "regulation", .label = support_said(call, "regulation"), .fallback = "general"},
                 regulations);
    std::vector<Option> instruments;
    for (const std::string_view one : kInstruments)
        instruments.push_back({std::string(one), support_said(call, "instrument." + std::string(one)), ""});
    select_field(h, state, {.name = "instrument", .label = support_said(call, "instrument"), .fallback = "grant"},
                 instruments);
    text_field(h, state,
               {.name = "giver",
                .label = support_said(call, "giver"),
                .fallback = call.head->name,
                .max_length = static_cast<int>(kLongestLine)});
    checkbox(h, state,
             {.name = "declared", .label = support_said(call, "declared.label"), .optional = true, .unmarked = true});
    for (const char* one : {"purpose", "reference", "sector"})
        text_field(h, state,
                   {.name = one,
                    .label = support_said(call, one),
                    .description = support_said(call, std::string(one) + ".hint"),
                    .optional = std::string_view(one) != "purpose",
                    .max_length = static_cast<int>(kLongestLine)});
    radio_fields(h, state,
                 {.name = "economic",
                  .label = support_said(call, "economic"),
                  .description = support_said(call, "economic.hint"),
                  .fallback = "yes"},
                 {{"yes", support_said(call, "economic.yes"), ""}, {"no", support_said(call, "economic.no"), ""}});
    text_area(h, state,
              {.name = "assessment",
               .label = support_said(call, "assessment"),
               .description = support_said(call, "assessment.hint"),
               .unmarked = true},
              4);
}

Response show_new_support(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    if (!may_handle(call.caller)) return module::not_found(call);
    Fields values;
    values.add("organisation", std::string(call.request.query.get("organisation")));
    const FormState state =
        problems.empty() ? FormState{call.words, values} : FormState{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = support_said(call, "new"), .crumbs = support_crumbs(call), .lead = support_said(call, "new.lead")},
        [&](Html& h) {
            problems_on_top(h, call, problems);
            error_summary(h, state);
            form(h, call.csrf, call.link("/supports/new"), [&] {
                select_field(h, state,
                             {.name = "organisation",
                              .label = support_said(call, "organisation"),
                              .description = support_said(call, "organisation.hint")},
                             organisation_options(call));
                money_fields(h, call, state);
                kind_fields(h, call, state);
                actions(h, [&] { submit_button(h, support_said(call, "note")); });
            });
        },
        problems.empty() ? 200 : 422);
}

Response show_support(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const auto one = organisation_of(call);
    if (!one) return module::not_found(call);
    return module::page(
        call,
        {.title = one->name,
         .crumbs = support_crumbs(call),
         .lead = support_said(call, "organisation.lead"),
         .wide = true},
        [&](Html& h) {
            for (const auto& problem : problems)
                notice(h, Tone::danger, said(call, "not_done"), call.words(problem.message));
            window_part(h, call, *one);
            section(h, support_said(call, "lines"), [&] { lines_table(h, call, *one); });
            actions(h, [&] {
                link_button(h, call.link("/supports/new?organisation=" + one->organisation.text()),
                            support_said(call, "new"), Variant::secondary);
                link_button(h, call.link("/supports.csv?organisation=" + one->organisation.text()),
                            support_said(call, "export"), Variant::secondary);
            });
        },
        problems.empty() ? 200 : 422);
}

Response show_limits(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    if (!may_handle(call.caller)) return module::not_found(call);
    const Limits limits = limits_of(call.room());
    Fields values;
    values.add("content", limits_file_of(call.room()));
    const FormState state =
        problems.empty() ? FormState{call.words, values} : FormState{call.words, call.request.form, problems};
    return module::page(
        call,
        {.title = said(call, "limits"),
         .crumbs = enquiry_crumbs(call),
         .lead = said(call, "limits.lead"),
         .wide = true},
        [&](Html& h) {
            limits_table(h, call, limits);
            small_print(h, said(call, "limits.version",
                                {{"version", std::to_string(limits.version)}, {"owner", limits.owner}}));
            details(
                h, said(call, "limits.own"),
                [&] {
                    for (const auto& one : problems)
                        if (one.line)
                            notice(h, Tone::danger, said(call, "limits.line", {{"line", std::to_string(*one.line)}}),
                                   call.words(one.message));
                    error_summary(h, state);
                    paragraph(h, [&] { link(h, "/guide/granser", call.words("page.help.guide")); });
                    form(h, call.csrf, call.link("/limits"), [&] {
                        text_area(h, state,
                                  {.name = "content",
                                   .label = said(call, "limits.content"),
                                   .description = said(call, "limits.content.hint")},
                                  20);
                        actions(h, [&] { submit_button(h, said(call, "limits.keep"), Variant::secondary); });
                    });
                },
                !problems.empty());
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response supports_page(module::Call& call) {
    if (!may_handle(call.caller)) return module::not_found(call);
    const auto all = supported_organisations(call.room(), call.caller, call.today());
    return module::page(
        call,
        {.title = said(call, "supports"), .crumbs = enquiry_crumbs(call), .lead = supports_lead(call), .wide = true},
        [&](Html& h) {
            if (all.empty())
                empty_state(h, support_said(call, "none"), support_said(call, "none.why"));
            else
                table(
                    h, call.words,
                    {.caption = said(call, "supports"),
                     .hide_caption = true,
                     .columns = {{.label = support_said(call, "organisation")},
                                 {.label = support_said(call, "used"), .numeric = true},
                                 {.label = support_said(call, "left.column"), .numeric = true},
                                 {.label = support_said(call, "eases.column")}},
                     .export_href = call.link("/supports.csv")},
                    [&](Rows& rows) {
                        for (const SupportedOrganisation& one : all) {
                            const Window& window = one.windows.front().second;
                            rows.row({[&] {
                                          link(h, call.link("/supports/" + one.organisation.text()),
                                               [&] { name(h, one.name); });
                                      },
                                      [&] { euro(h, call, window.used); }, [&] { euro(h, call, window.left); },
                                      [&] { window.eases_on ? date(h, call.words, *window.eases_on) : h.text("–"); }});
                        }
                    });
            actions(h, [&] { link_button(h, call.link("/supports/new"), support_said(call, "new")); });
        });
}

Response supports_file(module::Call& call) {
    if (!may_handle(call.caller)) return module::not_found(call);
    const std::string only(call.request.query.get("organisation"));
    std::string csv = "\xEF\xBB\xBF";
    std::vector<std::string> header;
    for (const char* one :
         {"organisation", "number", "granted_on", "amount", "rate", "euro", "rate_source", "regulation", "giver",
          "instrument", "sector", "purpose", "reference", "economic", "assessment", "declared", "cancelled"})
        header.push_back(support_said(call, "csv." + std::string(one)));
    document::write_csv_record(csv, header, ';');
    const auto yes_no = [&](bool yes) { return said(call, yes ? "yes" : "no"); };
    for (const SupportedOrganisation& one : supported_organisations(call.room(), call.caller, call.today())) {
        if (!only.empty() && only != one.organisation.text()) continue;
        const auto known = directory::find_organisation(call.lobby(), directory::OrganisationId{one.organisation});
        const std::string number = known && known->number ? known->number->text() : "";
        for (const Support& line : one.lines)
            document::write_csv_record(csv,
                                       {one.name, number, line.granted_on.iso(), plain_euro(line.amount.ore),
                                        rate_words(line.rate), plain_euro(euro_cents(line.amount, line.rate)),
                                        line.rate_source, said(call, "limit.de_minimis." + line.regulation), line.giver,
                                        support_said(call, "instrument." + line.instrument), line.sector, line.purpose,
                                        line.reference, yes_no(line.economic), line.assessment, yes_no(line.declared),
                                        line.cancelled_on ? line.cancelled_on->iso() : ""},
                                       ';');
    }
    return Response::file(csv, "text/csv; charset=utf-8", support_said(call, "file") + ".csv");
}

Response new_support_page(module::Call& call) {
    return show_new_support(call, {});
}
Response new_support_now(module::Call& call) {
    const auto noted = note_support(call.room(), call.lobby(), call.caller, call.today(), support_input(call));
    if (!noted) return show_new_support(call, noted.problems());
    return call.done(call.link("/supports/" + typed(call, "organisation")), "partnership.enquiry.flash.noted");
}
Response support_page(module::Call& call) {
    return show_support(call, {});
}
Response cancel_support_now(module::Call& call) {
    const auto one = organisation_of(call);
    const auto id = SupportId::parse(typed(call, "line"));
    if (!one || !id || std::ranges::find(one->lines, *id, &Support::id) == one->lines.end())
        return module::not_found(call);
    const auto done = cancel_support(call.room(), call.caller, call.today(), *id, typed(call, "why_" + id->text()));
    return done ? call.done(call.link("/supports/" + one->organisation.text()), "partnership.enquiry.flash.saved")
                : show_support(call, done.problems());
}

Response limits_page(module::Call& call) {
    return show_limits(call, {});
}
Response keep_limits_now(module::Call& call) {
    const auto kept = keep_limits(call.room(), call.caller, call.today(), typed(call, "content"));
    return kept ? call.done(call.link("/limits"), "partnership.enquiry.flash.saved")
                : show_limits(call, kept.problems());
}

}  // namespace samrum::partnership::enquiry
