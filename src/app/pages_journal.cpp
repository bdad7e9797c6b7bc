// The room's journal for its administrator: who did what when, never what it held.
#include "app/pages.hpp"
#include "foundation/module/page.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/web/components.hpp"

#include <charconv>

namespace samrum::app {
namespace {

using namespace web;

constexpr int kLinesOnAPage = 50;

std::int64_t before(const module::Call& call) {
    const auto text = call.request.query.get("before");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value > 0 ? value : 0;
}

/// The kind of change in words where its slice gave it any, else its key.
std::string what_in_words(const text::Words& words, const std::string& what) {
    const std::string key = "journal." + what;
    return words.has(key) ? words(key) : what;
}

/// The house itself and its command line have a label in the journal's own language; people have their function.
std::string who_in_words(const text::Words& words, const store::Actor& actor) {
    const std::string key = "journal.actor." + actor.id;
    return words.has(key) ? words(key) : actor.label;
}

/// What is named by a word of ours ("radrum-2019"); a bare id says nothing to a reader.
std::string subject_in_words(const std::string& subject) {
    return base::Uuid::parse(subject) ? "" : subject;
}

void lines(module::Call& call, Html& h, const std::vector<store::JournalEntry>& entries) {
    const auto& words = call.words;
    const Table shown{.caption = words("journal.title"),
                      .hide_caption = true,
                      .columns = {{.label = words("journal.when")},
                                  {.label = words("journal.who")},
                                  {.label = words("journal.what")},
                                  {.label = words("journal.subject")}}};
    table(h, words, shown, [&](Rows& rows) {
        for (const auto& entry : entries)
            rows.row({[&] { moment(h, words, entry.at); }, who_in_words(words, entry.actor),
                      what_in_words(words, entry.line.what),
                      [&] { isolated(h, subject_in_words(entry.line.subject)); }});
    });
}

}  // namespace

web::Response journal_page(module::Call& call) {
    const auto entries = store::journal_entries(call.room(), before(call), kLinesOnAPage);
    return module::page(
        call, {.title = call.words("journal.title"), .lead = call.words("journal.lead"), .wide = true}, [&](Html& h) {
            if (entries.empty())
                return empty_state(h, call.words("journal.empty.title"), call.words("journal.empty.text"));
            lines(call, h, entries);
            if (entries.size() == kLinesOnAPage)
                link_button(h, call.link("/journal?before=" + std::to_string(entries.back().seq)),
                            call.words("journal.older"), Variant::secondary);
        });
}

}  // namespace samrum::app
