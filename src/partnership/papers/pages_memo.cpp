// The officer's report: begin, overview with readability, head, state, versions.
#include "partnership/papers/pages_memo.hpp"

#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "registry/actions_number.hpp"

namespace samrum::partnership::papers {

using module::Call;
using web::Html;
using web::Tone;

std::optional<SeenMemo> memo_of_path(Call& call) {
    const auto agreement = agreement_in_path(call);
    const auto memo = MemoId::parse(call.part("memo"));
    return agreement && memo ? read_memo_of(call.room(), call.caller, *agreement, *memo) : std::nullopt;
}
std::string memo_link(const Call& call, std::string_view below) {
    return papers_link(call, "/memos/" + std::string(call.part("memo")) + std::string(below));
}
std::int64_t revision_typed(const Call& call) {
    return base::whole_number(call.request.form.get("revision")).value_or(0);
}

namespace {

const text::Words& words_of_memo(Call& call) {
    const auto all = agreement::agreement_of_path(call);
    return all ? call.house.catalogues->words(all->file.agreement.language) : call.words;
}
bool may_write_memo(Call& call) {
    const auto all = agreement::agreement_of_path(call);
    return all && agreement::may_write_here(call, all->head);
}

std::string kind_value(MemoKind kind, std::optional<base::Date> due) {
    return std::string(word_of(kind)) + (due ? "/" + due->iso() : "");
}

web::Fields head_values(const Memo& memo) {
    web::Fields values;
    values.add("title", memo.title);
    values.add("committee", memo.committee);
    values.add("signed_by", memo.signed_by);
    values.add("dated", memo.dated.iso());
    values.add("number", memo.number);
    return values;
}

void head_form(Html& h, Call& call, const Memo& memo, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, memo_link(call, "/head"), [&] {
        web::hidden(h, "revision", std::to_string(memo.revision));
        web::text_field(h, state, {.name = "title", .label = words("papers.memo.field.title"), .max_length = 200});
        web::text_field(h, state,
                        {.name = "committee", .label = words("papers.memo.field.committee"), .max_length = 120});
        web::text_field(h, state,
                        {.name = "signed_by", .label = words("papers.memo.field.signed_by"), .max_length = 120});
        web::date_field(h, state,
                        {.name = "dated", .label = words("papers.memo.field.dated"), .width = web::Width::medium});
        web::text_field(h, state,
                        {.name = "number",
                         .label = words("papers.memo.field.number"),
                         .description = words("papers.memo.field.number_help"),
                         .optional = true,
                         .max_length = 40,
                         .width = web::Width::medium});
        web::submit_button(h, words("papers.memo.save_head"), web::Variant::secondary);
    });
}

void head_facts(Html& h, const text::Words& words, const Memo& memo) {
    web::definition_list(h, {{words("papers.memo.field.committee"), memo.committee},
                             {words("papers.memo.field.signed_by"), memo.signed_by},
                             {words("papers.memo.field.dated"), [&] { web::date(h, words, memo.dated); }},
                             {words("papers.memo.field.number"),
                              [&] { memo.number.empty() ? h.text("–") : web::isolated(h, memo.number); }}});
}

void state_button(Html& h, Call& call, const Memo& memo, std::string_view to, std::string_view label,
                  web::Variant variant) {
    web::form(h, call.csrf, memo_link(call, "/state"), [&] {
        web::hidden(h, "revision", std::to_string(memo.revision));
        web::submit_button(h, call.words(label), variant, Tone::accent, "to", to);
    });
}

void send_form(Html& h, Call& call, const Memo& memo, const web::FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, memo_link(call, "/state"), [&] {
        web::hidden(h, "revision", std::to_string(memo.revision));
        web::text_field(h, state,
                        {.name = "number",
                         .label = words("papers.memo.field.number"),
                         .description = words(registry::in_use(call.room()) ? "papers.memo.field.number_own"
                                                                            : "papers.memo.field.number_help"),
                         .unmarked = true,
                         .fallback = memo.number,
                         .max_length = 40,
                         .width = web::Width::medium});
        web::date_field(h, state,
                        {.name = "sent_on",
                         .label = words("papers.memo.field.sent_on"),
                         .fallback = call.today().iso(),
                         .width = web::Width::medium});
        web::submit_button(h, words("papers.memo.send"), web::Variant::primary, Tone::accent, "to", "sent");
    });
}

/// Draft again what nobody has written in; or take the draft away, while nothing of it is kept.
void draft_forms(Html& h, Call& call, const SeenMemo& seen) {
    const auto& words = call.words;
    web::details(h, words("papers.memo.draft_again"), [&] {
        web::paragraph(h, words("papers.memo.redraft_lead"));
        web::form(h, call.csrf, memo_link(call, "/draft"), [&] {
            web::submit_button(h, words("papers.memo.redraft"), web::Variant::secondary, Tone::accent, "do", "redraft");
        });
        if (!seen.versions.empty()) return;
        web::paragraph(h, words("papers.memo.discard_lead"));
        web::form(h, call.csrf, memo_link(call, "/draft"), [&] {
            web::submit_button(h, words("papers.memo.discard"), web::Variant::secondary, Tone::danger, "do", "discard");
        });
    });
}

void way_part(Html& h, Call& call, const SeenMemo& seen, bool may_write, const web::FormState& state) {
    const auto& words = call.words;
    const Memo& memo = seen.memo;
    web::section(h, words("papers.memo.way"), [&] {
        if (memo.state == MemoState::sent)
            web::paragraph(
                h, words("papers.memo.sent_lead", {{"day", words.date(*memo.sent_on)}, {"number", memo.number}}));
        if (memo.state == MemoState::ready) web::paragraph(h, words("papers.memo.ready_lead"));
        web::actions(h, [&] {
            web::link_button(h, memo_link(call, "/read"), words("papers.memo.read"), web::Variant::secondary);
            web::link_button(h, memo_link(call, "/pdf"), words("papers.memo.pdf"), web::Variant::secondary);
            web::link_button(h, memo_link(call, "/docx"), words("papers.memo.docx"), web::Variant::secondary);
            web::link_button(h, memo_link(call, "/text"), words("papers.memo.text"), web::Variant::secondary);
        });
        if (!may_write) return;
        if (memo.state == MemoState::draft) {
            state_button(h, call, memo, "ready", "papers.memo.make_ready", web::Variant::primary);
            draft_forms(h, call, seen);
        }
        if (memo.state != MemoState::ready) return;
        send_form(h, call, memo, state);
        state_button(h, call, memo, "draft", "papers.memo.reopen", web::Variant::tertiary);
    });
}

void sections_part(Html& h, Call& call, const SeenMemo& seen, bool may_write) {
    const auto& words = call.words;
    const auto& own = words_of_memo(call);
    web::section(h, words("papers.memo.sections"), [&] {
        for (const SectionText& one : seen.sections) {
            const bool below = one.section == MemoSection::works || one.section == MemoSection::improve;
            web::heading(h, below ? 4 : 3, section_heading(own, seen.memo, one.section), word_of(one.section));
            if (one.text.empty())
                web::paragraph(h, words("papers.memo.empty"));
            else
                h(web::tag::div, web::attr::cls("prose"), web::attr::lang(own.language()),
                  web::TrustedHtml{text::markdown_html(one.text, below ? 5 : 4)});
            if (!one.text.empty()) readability_line(h, words, readability(one.text));
            if (may_write && seen.memo.state == MemoState::draft)
                web::paragraph(h, [&] {
                    web::link(
                        h, memo_link(call, "/sections/" + std::string(word_of(one.section))),
                        words("papers.memo.edit_of", {{"section", section_heading(words, seen.memo, one.section)}}));
                });
        }
    });
}

void versions_part(Html& h, Call& call, const SeenMemo& seen) {
    const auto& words = call.words;
    web::section(h, words("papers.memo.versions"), [&] {
        if (seen.versions.empty()) return web::paragraph(h, words("papers.memo.versions_none"));
        std::vector<web::Content> items;
        items.reserve(seen.versions.size());
        for (const MemoVersion& one : seen.versions)
            items.emplace_back([&h, &call, &words, &one] {
                web::link(h, memo_link(call, "/versions/" + std::to_string(one.number)),
                          words("papers.memo.version", {{"number", std::int64_t{one.number}}}));
                h.text(" " +
                       words("papers.memo.version_made",
                             {{"state", words("papers.memo.state." + std::string(word_of(one.state)))},
                              {"day", words.date(one.made_on)},
                              {"who", one.made_by}}) +
                       ". ");
                web::small_print(h, [&] { web::isolated(h, one.hash); });
            });
        web::bullets(h, items);
    });
}

/// `form_name`: whose problems they are, "head" or "state".
web::Response show_memo(Call& call, std::string_view form_name, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const auto seen = memo_of_path(call);
    if (!seen) return module::not_found(call);
    const auto& words = call.words;
    const Memo& memo = seen->memo;
    const bool may_write = may_write_memo(call);
    const auto state_for = [&](std::string_view name, web::Fields values) {
        return name == form_name ? web::FormState{words, call.request.form, problems}
                                 : web::FormState{words, std::move(values), {}};
    };
    return module::page(
        call,
        {.title = memo.title, .crumbs = {{words("partnership.tab.papers"), papers_link(call)}}, .own_heading = true},
        [&](Html& h) {
            web::page_heading(
                h,
                {.title = memo.title, .lead = words("papers.memo.lead", {{"committee", memo.committee}}), .meta = [&] {
                     web::badge(h, memo.state == MemoState::sent ? Tone::success : Tone::info,
                                words("papers.memo.state." + std::string(word_of(memo.state))));
                 }});
            web::error_summary(h, {words, {}, problems});
            way_part(h, call, *seen, may_write, state_for("state", {}));
            web::section(h, words("papers.lix"), [&] {
                readability_line(h, words, seen->readability);
                web::small_print(h, words("papers.lix.about", {{"target", std::int64_t{kReadableLix}}}));
            });
            web::section(h, words("papers.memo.head"), [&] {
                if (may_write && memo.state == MemoState::draft)
                    head_form(h, call, memo, state_for("head", head_values(memo)));
                else
                    head_facts(h, words, memo);
            });
            sections_part(h, call, *seen, may_write);
            versions_part(h, call, *seen);
        },
        problems.empty() ? 200 : 422);
}

web::Response show_new(Call& call, const base::Problems& problems) {
    const auto all = agreement::agreement_of_path(call);
    if (!all || !agreement::may_write_here(call, all->head)) return module::not_found(call);
    const auto& words = call.words;
    const web::FormState state{words, call.request.form, problems};
    return module::page(
        call,
        {.title = words("papers.memos.new"),
         .crumbs = {{all->head.title, papers_link(call)}},
         .lead = words("papers.memos.new_lead")},
        [&](Html& h) {
            std::vector<web::Option> options;
            for (const base::Date day : accounts_to_write(call.room(), all->head.id, call.today()))
                options.push_back({kind_value(MemoKind::account, day),
                                   words("papers.memos.new_account", {{"day", words.date(day)}}), ""});
            options.push_back({kind_value(MemoKind::account, {}), words("papers.memos.new_free"), ""});
            options.push_back({kind_value(MemoKind::proposal, {}), words("papers.memos.new_proposal"), ""});
            web::error_summary(h, state);
            web::form(h, call.csrf, papers_link(call, "/memos/new"), [&] {
                web::radio_fields(
                    h, state,
                    {.name = "due", .label = words("papers.memos.new_what"), .fallback = options.front().value},
                    options);
                web::submit_button(h, words("papers.memos.begin"));
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

web::Response new_memo_page(Call& call) {
    return show_new(call, {});
}

web::Response begin_memo_now(Call& call) {
    const auto id = agreement_in_path(call);
    if (!id) return module::not_found(call);
    const std::string_view chosen = call.request.form.get("due");
    const auto slash = chosen.find('/');
    const auto kind = agreement::value_of<MemoKind>(chosen.substr(0, slash));
    const auto day =
        slash == std::string_view::npos ? std::nullopt : std::optional(base::Date::parse(chosen.substr(slash + 1)));
    if (!kind || (day && !*day)) return show_new(call, {base::problem("due", "papers.memos.choose")});
    const auto done =
        begin_memo(call.room(), call.house, call.caller, *id, *kind, day ? std::optional(**day) : std::nullopt);
    if (done) return call.done(papers_link(call, "/memos/" + done->text()), "papers.flash.begun");
    if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
    return show_new(call, done.problems());
}

web::Response memo_page(Call& call) {
    return show_memo(call, "", {});
}

web::Response memo_head_now(Call& call) {
    const auto seen = memo_of_path(call);
    if (!seen) return module::not_found(call);
    const auto field = [&](const char* name) { return std::string(call.request.form.get(name)); };
    const auto done =
        save_head(call.room(), call.house, call.caller, seen->memo.agreement, seen->memo.id, revision_typed(call),
                  {field("title"), field("committee"), field("signed_by"), field("dated"), field("number")});
    return done ? call.done(memo_link(call), "papers.flash.saved") : show_memo(call, "head", done.problems());
}

web::Response memo_draft_now(Call& call) {
    const auto seen = memo_of_path(call);
    const std::string_view what = call.request.form.get("do");
    const bool discards = what == "discard";
    if (!seen || (!discards && what != "redraft")) return module::not_found(call);
    const Memo& memo = seen->memo;
    const auto done = discards ? discard_memo(call.room(), call.caller, memo.agreement, memo.id)
                               : redraft_memo(call.room(), call.house, call.caller, memo.agreement, memo.id);
    if (!done) return show_memo(call, "draft", done.problems());
    return discards ? call.done(papers_link(call), "papers.flash.discarded")
                    : call.done(memo_link(call), "papers.flash.redrafted");
}

web::Response memo_state_now(Call& call) {
    const auto seen = memo_of_path(call);
    const auto to = agreement::value_of<MemoState>(call.request.form.get("to"));
    if (!seen || !to) return module::not_found(call);
    const auto& form = call.request.form;
    const Memo& memo = seen->memo;
    const auto done =
        *to == MemoState::sent
            ? send_memo(call.room(), call.house, call.caller, memo.agreement, memo.id, revision_typed(call),
                        std::string(form.get("number")), std::string(form.get("sent_on")))
            : move_memo(call.room(), call.house, call.caller, memo.agreement, memo.id, revision_typed(call), *to);
    if (!done) return show_memo(call, "state", done.problems());
    return call.done(memo_link(call), *to == MemoState::sent    ? "papers.flash.sent"
                                      : *to == MemoState::ready ? "papers.flash.ready"
                                                                : "papers.flash.reopened");
}

}  // namespace samrum::partnership::papers
