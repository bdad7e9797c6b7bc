// The tab "Ändringar" of an agreement: where it stands, what is next, what may happen now, and what has happened.
#include "directory/actions_room.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/changes/actions_amend.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/pages.hpp"

#include <algorithm>

namespace samrum::partnership::changes {

using namespace web;
using agreement::ReadAgreement;

namespace {

constexpr std::size_t kLinesOnPage = 20;

/// What the parts of the page share.
struct Shown {
    module::Call& call;
    Html& h;
    const ReadAgreement& all;
    Course course;
    bool may_write = false;
};

std::string new_link(const Shown& s, EventKind kind, const Event* about = nullptr) {
    if (kind == EventKind::amendment || kind == EventKind::prolongation)
        return changes_link(s.call, s.all.head, "/amend");
    return changes_link(
        s.call, s.all.head,
        "/new?kind=" + std::string(agreement::word_of(kind)) + (about ? "&about=" + about->id.text() : std::string()));
}
const Event* find_line(const Course& course, const std::optional<EventId>& id) {
    if (!id) return nullptr;
    const auto found = std::ranges::find(course.events, *id, &Event::id);
    return found == course.events.end() ? nullptr : &*found;
}

Tone tone_of(State state) {
    if (state == State::running) return Tone::success;
    if (state == State::ending) return Tone::warning;
    return state == State::terminated || state == State::ended_by_notice ? Tone::danger : Tone::neutral;
}

void standing_part(const Shown& s) {
    auto& [call, h, all, course, may_write] = s;
    const State state = state_on(course, call.today());
    const std::string word(agreement::word_of(state));
    std::vector<Term> terms{{said(call, "state"), [&h, &call, state, word] {
                                 badge(h, tone_of(state), said(call, "state." + word));
                                 h.text(" " + said(call, "state." + word + ".about"));
                             }}};
    if (const auto end = end_of(course))
        terms.push_back({said(call, "end"), [&h, &call, end] { date(h, call.words, *end); }});
    else
        terms.push_back({said(call, "end"), said(call, "end.none")});
    if (course.notice.empty()) terms.push_back({said(call, "notice"), said(call, "notice.none")});
    for (const auto& rule : course.notice)
        terms.push_back({said(call, "notice"), agreement::say_notice(call.words, rule)});
    terms.push_back({said(call, "termination"), course.termination && !course.termination->text.empty()
                                                    ? course.termination->text
                                                : course.termination ? said(call, "termination.given")
                                                                     : said(call, "termination.none")});
    definition_list(h, terms);
}

/// Where a waiting matter is answered.
EventKind answer_to(Step step, const Event* about) {
    switch (step) {
        case Step::mend:
            return EventKind::mended;
        case Step::settle:
            return EventKind::dispute_settled;
        case Step::review:
            return EventKind::review;
        case Step::prepare:
            return EventKind::successor;
        case Step::decide:
            return about && about->kind == EventKind::breach ? EventKind::termination : EventKind::dialogue;
        default:
            return EventKind::dialogue;
    }
}

void next_part(const Shown& s) {
    auto& [call, h, all, course, may_write] = s;
    const auto matters = open_matters(course, call.today());
    if (matters.empty() && !all.head.has_ended(call.today())) return paragraph(h, said(call, "next.none"));
    if (matters.empty()) {
        paragraph(h, said(call, "next.ended"));
        return actions(h, [&] {
            for (const std::string_view tab : {"money", "reports"})
                link_button(h, agreement::agreement_link(call, all.head, "/" + std::string(tab)),
                            call.words("partnership.tab." + std::string(tab)), Variant::secondary);
        });
    }
    std::vector<TimelineEntry> entries;
    for (const Matter& one : matters) {
        const Event* about = find_line(course, one.about);
        const std::string step(agreement::word_of(one.step));
        const std::string link_to =
            s.may_write && one.step != Step::wind_up ? new_link(s, answer_to(one.step, about), about) : std::string();
        entries.push_back({[&h, &call, due = one.due] { date(h, call.words, due); }, said(call, "step." + step),
                           [&h, &call, about, link_to, step] {
                               if (about) paragraph(h, line_said(call, *about));
                               if (!link_to.empty()) link(h, link_to, said(call, "step." + step + ".do"));
                           },
                           one.due < call.today() ? Stage::now : Stage::coming});
    }
    timeline(h, call.words, entries);
}

/// Notes, corrections and signatures are no steps to choose among.
bool is_step(EventKind kind) {
    return kind != EventKind::correction && kind != EventKind::signed_ && kind != EventKind::prolongation;
}

void possible_part(const Shown& s) {
    auto& [call, h, all, course, may_write] = s;
    const auto possible = what_may_happen(course, call.today());
    actions(h, [&] {
        for (const Possible& one : possible)
            if (is_step(one.kind) && one.reasons.empty() &&
                (one.kind != EventKind::amendment || agreement::may_write_here(call, all.head)))
                link_button(h, new_link(s, one.kind), kind_said(call, one.kind), Variant::secondary);
    });
    std::vector<Term> refused;
    for (const Possible& one : possible) {
        if (!is_step(one.kind) || one.reasons.empty()) continue;
        std::string why;
        for (const auto reason : one.reasons)
            why += (why.empty() ? "" : " ") + said(call, "why." + std::string(reason));
        refused.push_back({kind_said(call, one.kind), why});
    }
    if (!refused.empty()) details(h, said(call, "not_now"), [&] { definition_list(h, refused); });
}

void facts_of(const Shown& s, const Event& one) {
    auto& [call, h, all, course, may_write] = s;
    std::vector<Content> facts;
    if (!one.party.empty())
        facts.emplace_back([&h, &call, &all, &one] {
            h.text(said(call, "party." + std::string(agreement::word_of(one.kind))) + ": ");
            name(h, all.file.agreement.name_of(one.party));
        });
    if (one.outcome != Outcome::none)
        facts.emplace_back(said(call, "outcome." + std::string(agreement::word_of(one.outcome))));
    if (one.until)
        facts.emplace_back(
            said(call, "until." + std::string(agreement::word_of(one.kind)), {{"day", call.words.date(*one.until)}}));
    if (one.touches_purpose) facts.emplace_back(said(call, "touched_purpose"));
    if (!one.successor.empty())
        facts.emplace_back([&h, &call, &all, &one] {
            const auto listed = agreement::read_agreements(call.room(), call.caller);
            const auto next = std::ranges::find_if(listed, [&](const agreement::ListedAgreement& each) {
                return each.head.slug == one.successor && each.head.home_room == all.head.home_room;
            });
            next != listed.end() ? link(h, agreement::agreement_link(call, next->head), next->head.title)
                                 : h.text(one.successor);
        });
    if (one.version)
        facts.emplace_back([&h, &call, &all, &one] {
            link(h, changes_link(call, all.head, "/versions/" + std::to_string(*one.version)),
                 said(call, "version", {{"number", std::int64_t{*one.version}}}));
        });
    if (const Event* about = find_line(course, one.about))
        facts.emplace_back([&h, &call, about] {
            link(h, "#line-" + std::to_string(about->number), said(call, "about", {{"line", line_said(call, *about)}}));
        });
    for (const EventFile& file : one.files)
        facts.emplace_back([&h, &call, &all, &file] {
            link(h, changes_link(call, all.head, "/files/" + file.id.text()), [&] { name(h, file.name); });
        });
    if (!facts.empty()) bullets(h, facts);
}

void line_part(const Shown& s, const Event& one) {
    auto& [call, h, all, course, may_write] = s;
    h(tag::div, attr::id("line-" + std::to_string(one.number)), [&] {
        if (one.corrected) paragraph(h, [&] { badge(h, Tone::warning, said(call, "corrected")); });
        if (!one.text.empty()) h(tag::div, attr::cls("prose"), TrustedHtml{text::markdown_html(one.text, 4)});
        facts_of(s, one);
        small_print(h, said(call, "written", {{"day", call.words.date(one.written_on)}, {"by", one.written_by}}));
        if (!s.may_write || one.corrected || one.kind == EventKind::correction || one.version) return;
        link(h, new_link(s, EventKind::correction, &one), [&] {
            h.text(said(call, "correct"));
            visually_hidden(h, ": " + line_said(call, one));
        });
    });
}

std::vector<const Event*> lines_found(const Shown& s, const std::string& search) {
    std::vector<const Event*> lines;
    const std::string wanted = text::folded(search);
    for (const Event& one : s.course.events)
        if (text::folded(one.text + " " + kind_said(s.call, one.kind)).find(wanted) != std::string::npos)
            lines.push_back(&one);
    if (s.call.request.query.get("sort") != "oldest") std::ranges::reverse(lines);
    return lines;
}

void paging(const Shown& s, std::size_t total, std::size_t page) {
    const std::size_t pages = (total + kLinesOnPage - 1) / kLinesOnPage;
    if (pages < 2) return;
    actions(s.h, [&] {
        for (std::size_t one = 1; one <= pages; ++one) {
            if (one == page) continue;
            Fields query;
            for (const auto& [key, value] : s.call.request.query.all())
                if (key != "page") query.add(key, value);
            query.add("page", std::to_string(one));
            link(s.h, "?" + query.encoded(), said(s.call, "page", {{"number", static_cast<std::int64_t>(one)}}));
        }
    });
}

void lines_part(const Shown& s) {
    auto& [call, h, all, course, may_write] = s;
    if (course.events.empty()) return empty_state(h, said(call, "empty"), said(call, "empty.why"));
    const std::string search(call.request.query.get("search"));
    if (course.events.size() > 5)
        query_form(h, changes_link(call, all.head), [&] {
            const FormState state{call.words, call.request.query, {}};
            search_field(h, state,
                         {.name = "search", .label = said(call, "search"), .optional = true, .unmarked = true});
            select_field(h, state,
                         {.name = "sort", .label = said(call, "sort"), .fallback = "newest", .width = Width::medium},
                         {{"newest", said(call, "sort.newest"), ""}, {"oldest", said(call, "sort.oldest"), ""}});
            submit_button(h, said(call, "show"), Variant::secondary);
        });
    const auto lines = lines_found(s, search);
    if (lines.empty()) return paragraph(h, said(call, "search.none"));
    const std::size_t pages = (lines.size() + kLinesOnPage - 1) / kLinesOnPage;
    const auto typed = std::string(call.request.query.get("page"));
    const std::size_t page =
        !typed.empty() && typed.size() < 6 && std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; })
            ? std::clamp<std::size_t>(std::stoul(typed), 1, pages)
            : 1;
    std::vector<TimelineEntry> entries;
    for (std::size_t at = (page - 1) * kLinesOnPage; at < std::min(lines.size(), page * kLinesOnPage); ++at) {
        const Event* one = lines[at];
        entries.push_back({[&h, &call, one] { date(h, call.words, one->on); }, kind_said(call, one->kind),
                           [&s, one] { line_part(s, *one); }, Stage::past});
    }
    timeline(h, call.words, entries);
    paging(s, lines.size(), page);
}

void versions_part(const Shown& s) {
    auto& [call, h, all, course, may_write] = s;
    const auto versions = list_versions(call.room(), call.caller, all.head.id);
    table(h, call.words,
          {.caption = said(call, "versions"),
           .hide_caption = true,
           .columns = {{.label = said(call, "version.number")},
                       {.label = said(call, "version.made")},
                       {.label = said(call, "version.by")},
                       {.label = said(call, "version.file"), .hide_label = true}}},
          [&](Rows& rows) {
              for (const auto& one : versions) {
                  const std::string path = changes_link(call, all.head, "/versions/" + std::to_string(one.number));
                  const std::string label = said(call, "version", {{"number", std::int64_t{one.number}}});
                  rows.row({[&h, path, label] { link(h, path, label); },
                            [&h, &call, &one] { moment(h, call.words, one.made_at); }, one.made_by,
                            [&h, &call, path, label] {
                                link(h, path + "/file", [&] {
                                    h.text(said(call, "version.get"));
                                    visually_hidden(h, ": " + label);
                                });
                            }});
              }
          });
}

/// In a copy: where the lines are written.
void copy_notice(const Shown& s) {
    if (s.may_write) return;
    auto& call = s.call;
    if (s.all.head.home_room == call.head->id.uuid()) return;
    const auto home = directory::find_room(call.lobby(), store::RoomId{s.all.head.home_room});
    if (!home) return;
    notice(s.h, Tone::info, said(call, "copy"), [&] {
        paragraph(s.h, said(call, "copy.why", {{"room", home->name}}));
        // Who works for the party enters there by grant; others of this room do not.
        if (module::may_anywhere(call.caller, agreement::kDeliver))
            link(s.h, "/" + home->short_name + "/agreements/" + s.all.head.id.text() + "/changes",
                 said(call, "copy.there", {{"room", home->name}}));
    });
}

}  // namespace

Response changes_page(module::Call& call) {
    return agreement::tab_page(call, "/changes", [&](Html& h, const ReadAgreement& all) {
        const Shown s{call, h, all, course_of(call.room(), all.head.id, all.file.agreement),
                      may_write_for(call.room(), call.caller, all.head).has_value()};
        copy_notice(s);
        section(h, said(call, "standing"), [&] { standing_part(s); });
        section(h, said(call, "next"), [&] { next_part(s); });
        if (s.may_write) section(h, said(call, "possible"), [&] { possible_part(s); });
        section(h, said(call, "happened"), [&] { lines_part(s); });
        section(h, said(call, "versions"), [&] { versions_part(s); });
    });
}

}  // namespace samrum::partnership::changes
