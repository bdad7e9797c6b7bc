// docs/user-guide/lagen.md says what the tables of states say. `UPDATE_GUIDE=1 unit_tests
// --gtest_filter='GuideStates.*'` writes the page anew.
#include "directory/rules_compact.hpp"
#include "foundation/base/embedded.hpp"
#include "foundation/text/words.hpp"
#include "partnership/changes/rules.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

std::span<const samrum::base::EmbeddedFile> samrum_user_guide();

namespace samrum::app {
namespace {

namespace changes = partnership::changes;
using partnership::agreement::word_of;

std::string words_of_event(const text::Words& words, changes::EventKind kind) {
    return words("partnership.changes.kind." + std::string(word_of(kind)));
}
std::string words_of_state(const text::Words& words, changes::State state) {
    return words("partnership.changes.state." + std::string(word_of(state)));
}

/// Who does it, where the table says so.
template <class Row>
std::string words_of_doer(const text::Words& words, const Row& row) {
    if constexpr (requires { row.doer; })
        return " Görs av " + words("partnership.changes.doer." + std::string(word_of(row.doer))) + ".";
    else
        return {};
}

/// What comes by the calendar alone has no words of its own: nobody does it.
template <class Row>
bool is_done_by_somebody(const text::Words& words, const Row& row) {
    return words.has("partnership.changes.kind." + std::string(word_of(row.event)));
}

/// One state, with what moves it on and what is noted in it. All that is refused would be a list of thirty lines that
/// nobody reads: the program's own table and the page of the agreement tell why.
template <class Rows>
std::string state_part(const text::Words& words, const Rows& rows, changes::State state) {
    std::string moves, stays;
    for (const auto& row : rows) {
        if (!is_done_by_somebody(words, row)) continue;
        const changes::Cell& cell = changes::cell_of(state, row.event);
        const std::string event = words_of_event(words, row.event);
        if (cell.kind == changes::Cell::Kind::move)
            moves += "- **" + event + "**: läget blir *" + words_of_state(words, cell.to) + "*." +
                     words_of_doer(words, row) + "\n";
        else if (cell.kind == changes::Cell::Kind::stay)
            stays += "- " + event + "." + words_of_doer(words, row) + "\n";
    }
    const std::string key = "partnership.changes.state." + std::string(word_of(state));
    std::string part = "\n## Läget *" + words_of_state(words, state) + "*\n\n";
    if (words.has(key + ".about")) part += words(key + ".about") + "\n";
    if (!moves.empty()) part += "\n### Det här ändrar läget\n\n" + moves;
    if (!stays.empty()) part += "\n### Det här skrivs upp utan att läget ändras\n\n" + stays;
    return part;
}

std::string accession_part(const text::Words& words) {
    std::string part = "\n## En förenings anslutning till Överenskommelsen\n\nNär protokollet är inskickat är läget *" +
                       words("directory.accession.state.submitted") + "*.\n\n";
    for (const auto& step : directory::accession_steps())
        part += "- *" + words("directory.accession.state." + std::string(directory::state_name(step.from))) +
                "*: " + (step.door == directory::AccessionDoor::officer ? "handläggaren" : "föreningen") +
                " väljer **" + words("directory.accession.act." + std::string(directory::act_name(step.act))) +
                "**. Läget blir *" + words("directory.accession.state." + std::string(directory::state_name(step.to))) +
                "*." + (step.needs_reason ? " Ett skäl behövs." : "") + "\n";
    return part;
}

std::string whole_page(const text::Words& words) {
    std::string page =
        "# En överenskommelses lägen\n\n"
        "En överenskommelse är alltid i ett läge. Här står vad som kan hända i varje läge, och vad det leder till. "
        "Allt annat går\n"
        "inte då, och programmet säger varför. Hela tabellen finns i kommunens rum, under **Nya överenskommelser**, "
        "**Vem får göra\n"
        "vad, i varje läge?** Sidan är skriven ur samma tabell som programmet följer.\n";
    for (const auto& one : changes::kStates) page += state_part(words, changes::state_table(), one.value);
    return page + accession_part(words);
}

TEST(GuideStates, ThePageSaysWhatTheTablesSay) {
    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    const std::string expected = whole_page(catalogues->words("sv"));
    if (const char* path = std::getenv("GUIDE_STATES")) std::ofstream(path) << expected;
    for (const auto& file : samrum_user_guide())
        if (file.path == "lagen.md") {
            EXPECT_EQ(file.bytes, expected);
        }
}

}  // namespace
}  // namespace samrum::app
