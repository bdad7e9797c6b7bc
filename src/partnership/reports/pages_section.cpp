#include "foundation/web/fields.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_write.hpp"
#include "partnership/reports/pages.hpp"
#include "partnership/reports/pages_parts.hpp"
#include "partnership/reports/rules_section.hpp"

#include <charconv>

/// One section of the own part: Markdown with a preview, the judgements of the own promises, or evidence.
namespace samrum::partnership::reports {
namespace {

using agreement::item;
using module::Call;
using web::Html;
using web::Tone;

/// Empty rows that a list of evidence ends with.
constexpr std::size_t kBlankEvidence = 2;
constexpr int kTextRows = 14;

std::optional<SectionPlace> place_of(const Call& call) {
    const auto agreement = AgreementId::parse(call.part("id"));
    const auto report = ReportId::parse(call.part("report"));
    if (!agreement || !report) return std::nullopt;
    return SectionPlace{*agreement, *report, std::string(call.part("party")), std::string(call.part("section"))};
}

std::string link_of(const Call& call, const SectionPlace& place, std::string_view below = "") {
    return report_link(call, place.agreement, place.report,
                       "/write/" + place.party + "/" + place.section + std::string(below));
}

web::Fields fields_of(const SectionContent& content) {
    web::Fields fields;
    fields.add("text", content.text);
    for (std::size_t i = 0; i < content.judgements.size(); ++i) {
        const Judgement& one = content.judgements[i];
        fields.add(item("judgements", i) + ".verdict", std::string(word_of(one.verdict)));
        fields.add(item("judgements", i) + ".deviation", one.deviation);
        fields.add(item("judgements", i) + ".explanation", one.explanation);
    }
    for (std::size_t i = 0; i < content.evidence.size(); ++i) {
        const Evidence& one = content.evidence[i];
        fields.add(item("evidence", i) + ".title", one.title);
        fields.add(item("evidence", i) + ".author", one.author);
        fields.add(item("evidence", i) + ".institution", one.institution);
        fields.add(item("evidence", i) + ".link", one.link);
        fields.add(item("evidence", i) + ".day", one.day ? one.day->iso() : "");
    }
    return fields;
}

/// What the person typed, on top of the promises that stand in the draft.
SectionContent content_of(const web::Fields& form, const SectionContent& saved, base::ProblemList& problems) {
    SectionContent content{std::string(form.get("text")), saved.judgements, {}};
    for (std::size_t i = 0; i < content.judgements.size(); ++i) {
        Judgement& one = content.judgements[i];
        one.verdict = value_of<Verdict>(form.get(item("judgements", i) + ".verdict")).value_or(Verdict::unjudged);
        one.deviation = std::string(form.get(item("judgements", i) + ".deviation"));
        one.explanation = std::string(form.get(item("judgements", i) + ".explanation"));
    }
    for (std::size_t i = 0; i <= kMostEvidence && form.has(item("evidence", i) + ".title"); ++i) {
        const auto text = [&](const char* name) { return std::string(form.get(item("evidence", i) + name)); };
        Evidence one{text(".title"), text(".author"), text(".institution"), text(".link"), {}};
        if (const std::string day = text(".day"); !day.empty()) {
            const auto read = base::Date::parse(day);
            problems.take(read, item("evidence", i) + ".day");
            if (read) one.day = *read;
        }
        content.evidence.push_back(std::move(one));
    }
    return content;
}

void judgement_fields(Html& h, const web::FormState& state, const std::vector<Judgement>& judgements) {
    const auto& words = state.words;
    std::vector<web::Option> verdicts;
    for (const auto& one : kVerdicts) verdicts.push_back({std::string(one.word), say_verdict(words, one.value), ""});
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        const Judgement& one = judgements[i];
        web::field_group(h, one.title, [&] {
            if (!one.promised.empty())
                web::small_print(h, words("report.judgement.promised", {{"promise", one.promised}}));
            web::select_field(h, state,
                              {.name = item("judgements", i) + ".verdict", .label = words("report.column.verdict")},
                              verdicts);
            web::text_area(h, state,
                           {.name = item("judgements", i) + ".deviation",
                            .label = words("report.column.deviation"),
                            .optional = true},
                           2);
            web::text_area(h, state,
                           {.name = item("judgements", i) + ".explanation",
                            .label = words("report.column.explanation"),
                            .optional = true},
                           3);
        });
    }
}

void evidence_fields(Html& h, const web::FormState& state, std::size_t count) {
    const auto& words = state.words;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = item("evidence", i);
        web::field_group(h, words("report.evidence.number", {{"number", static_cast<std::int64_t>(i + 1)}}), [&] {
            web::text_field(h, state,
                            {.name = name + ".title", .label = words("report.evidence.title"), .optional = true});
            web::text_field(h, state,
                            {.name = name + ".author",
                             .label = words("report.evidence.author"),
                             .description = words("report.evidence.author_help"),
                             .optional = true});
            web::text_field(
                h, state,
                {.name = name + ".institution", .label = words("report.evidence.institution"), .optional = true});
            web::text_field(h, state,
                            {.name = name + ".link", .label = words("report.evidence.link"), .optional = true});
            web::date_field(h, state, {.name = name + ".day", .label = words("report.evidence.day"), .optional = true});
        });
    }
}

std::size_t evidence_rows(const web::Fields& values) {
    std::size_t rows = 0;
    while (rows < kMostEvidence && values.has(item("evidence", rows) + ".title")) ++rows;
    return rows;
}

/// A section as text, to be read beside another: its judgements and sources are lines.
std::string as_text(const text::Words& words, const SectionContent& content) {
    std::string said;
    for (const Judgement& one : content.judgements)
        said += "- " + one.title + ": " + say_verdict(words, one.verdict) +
                (one.deviation.empty() ? "" : " " + one.deviation) +
                (one.explanation.empty() ? "" : " " + one.explanation) + "\n";
    for (const Evidence& one : content.evidence)
        said += "- " + one.title + " " + one.author + " " + one.institution + " " + one.link + "\n";
    return said + (said.empty() ? "" : "\n") + content.text;
}

/// Texts that came too late, each with the way to take it away.
void asides_part(Html& h, const Call& call, const SectionPlace& place, const WrittenSection& found) {
    const auto& words = call.words;
    for (const Aside& one : found.asides)
        web::notice(h, Tone::warning,
                    words("report.aside.title", {{"who", one.made_by}, {"day", words.date(one.made_on)}}), [&] {
                        web::paragraph(h, words("report.aside.why"));
                        web::copyable(h, words, as_text(words, one.content));
                        web::form(h, call.csrf, link_of(call, place, "/drop"), [&] {
                            web::hidden(h, "aside", one.id.text());
                            web::submit_button(h, words("report.aside.drop"), web::Variant::tertiary);
                        });
                    });
}

struct Shown {
    web::Fields values;
    base::Problems problems = {};
    bool preview = false;
};

web::Response show(Call& call, const SectionPlace& place, const WrittenSection& found, const Shown& shown) {
    const auto& words = call.words;
    const auto agreement = agreement::agreement_of_path(call);
    if (!agreement) return module::not_found(call);
    const std::string title = say_title(words, found.section);
    const module::PageHead head{
        .title = title,
        .crumbs = {{agreement->head.title, reports_link(call, place.agreement)},
                   {say_subject(words, found.report.about), report_link(call, place.agreement, place.report)}},
        .lead = say_guidance(words, found.section)};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{words, shown.values, shown.problems};
            web::error_summary(h, state);
            asides_part(h, call, place, found);
            const bool late =
                !shown.problems.empty() && shown.problems.front().message.key == "report.section.changed_meanwhile";
            if (late)
                web::notice(h, Tone::info, words("report.section.theirs"), [&] {
                    write_prose(h, agreement->file.agreement.language, as_text(words, found.saved.content), 3);
                });
            if (shown.preview)
                web::section(h, words("report.section.preview"), [&] {
                    write_prose(h, agreement->file.agreement.language, std::string(shown.values.get("text")), 3);
                });
            web::form(h, call.csrf, link_of(call, place), [&] {
                web::hidden(h, "revision", std::to_string(found.saved.revision));
                judgement_fields(h, state, found.saved.content.judgements);
                if (found.section.form == SectionForm::evidence)
                    evidence_fields(h, state, std::min(kMostEvidence, evidence_rows(shown.values) + kBlankEvidence));
                web::text_area(h, state,
                               {.name = "text",
                                .label = words("report.section.text"),
                                .description = words("report.section.markdown"),
                                .optional = true,
                                .unmarked = true},
                               kTextRows);
                web::actions(h, [&] {
                    web::submit_button(h, words("report.section.save"), web::Variant::primary, Tone::accent, "go",
                                       "save");
                    web::submit_button(h, words("report.section.look"), web::Variant::secondary, Tone::accent, "go",
                                       "preview");
                    web::link_button(h, report_link(call, place.agreement, place.report),
                                     words("report.section.cancel"), web::Variant::tertiary);
                });
            });
            if (found.saved.revision > 0)
                web::small_print(
                    h, words(found.saved.edited_by.empty() ? "report.section.drafted" : "report.section.edited",
                             {{"day", words.date(found.saved.edited_on)}, {"who", found.saved.edited_by}}));
        },
        shown.problems.empty() ? 200 : 422);
}

/// The part was handed over while somebody still wrote in it: what they typed stands there to be copied.
web::Response show_closed(Call& call) {
    const auto all = report_of_path(call);
    const TemplateSection* section = all ? all->report.layout.section(call.part("section")) : nullptr;
    const auto part = all ? std::ranges::find(all->report.parts, call.part("party"), &Part::party)
                          : std::vector<Part>::const_iterator{};
    if (!section || !may_write_part(call) || part == all->report.parts.end()) return module::not_found(call);
    const auto saved = part->sections.find(section->key);
    base::ProblemList unread;  // a day that cannot be read keeps nothing else from being shown
    const std::string typed = as_text(
        call.words,
        content_of(call.request.form, saved == part->sections.end() ? SectionContent{} : saved->second, unread));
    const std::string back = report_link(call, all->agreement.head.id, all->report.id);
    return module::page(
        call,
        {.title = say_title(call.words, *section),
         .crumbs = {{all->agreement.head.title, reports_link(call, all->agreement.head.id)},
                    {say_subject(call.words, all->report.about), back}}},
        [&](Html& h) {
            web::error_summary(h, {call.words, {}, {base::problem("", "report.section.closed")}});
            web::section(h, call.words("report.section.closed_title"), [&] {
                web::paragraph(h, call.words("report.section.closed_why"));
                web::copyable(h, call.words, typed);
            });
            web::link_button(h, back, call.words("report.section.closed_back"), web::Variant::secondary);
        },
        422);
}

}  // namespace

web::Response section_page(Call& call) {
    const auto place = place_of(call);
    const auto found = place ? section_to_write(call.room(), call.caller, *place) : std::nullopt;
    if (!found) return module::not_found(call);
    return show(call, *place, *found, {fields_of(found->saved.content)});
}

web::Response section_action(Call& call) {
    const auto place = place_of(call);
    auto found = place ? section_to_write(call.room(), call.caller, *place) : std::nullopt;
    if (!found) return show_closed(call);
    const auto& form = call.request.form;
    if (form.get("go") == "preview") return show(call, *place, *found, {form, {}, true});
    base::ProblemList problems;
    const SectionContent content = content_of(form, found->saved.content, problems);
    std::int64_t revision = -1;
    const std::string_view read = form.get("revision");
    std::from_chars(read.data(), read.data() + read.size(), revision);
    if (problems.empty()) {
        const auto done = write_section(call.room(), call.caller, call.today(), *place, content, revision);
        if (done) return call.done(report_link(call, place->agreement, place->report), "report.flash.written");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems.add(done.problems());
    }
    // What somebody else saved meanwhile, and what was set aside, is read anew.
    found = section_to_write(call.room(), call.caller, *place);
    if (!found) return show_closed(call);
    return show(call, *place, *found, {form, problems.all()});
}

web::Response aside_action(Call& call) {
    const auto place = place_of(call);
    const auto aside = AsideId::parse(call.request.form.get("aside"));
    if (!place || !aside) return module::not_found(call);
    const auto done = drop_aside(call.room(), call.caller, *place, *aside);
    if (!done) return module::not_found(call);
    return call.done(link_of(call, *place), "report.flash.dropped");
}

}  // namespace samrum::partnership::reports
