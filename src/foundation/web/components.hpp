#pragma once
// The components of every page, on Designsystemet's classes. They write HTML that works without JavaScript; what a page
// passes in is already said in the reader's language, and Words is taken only for the components' own words.
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"
#include "foundation/text/words.hpp"
#include "foundation/web/html.hpp"

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::web {

using text::Words;
using Slot = std::function<void()>;

/// What fills a place in a component: text (escaped), or a callable that writes: `[&] { web::link(h, "/lund", "Lund");
/// }`.
class Content {
  public:
    Content() = default;
    Content(std::string text) : text_(std::move(text)) {}
    Content(std::string_view text) : text_(text) {}
    Content(const char* text) : text_(text) {}
    template <std::invocable F>
    Content(F write) : write_(std::move(write)) {}

    bool empty() const { return !write_ && text_.empty(); }
    void write(Html& h) const { write_ ? write_() : h.text(text_); }

  private:
    std::string text_ = {};
    Slot write_;
};

enum class Tone { neutral, accent, info, success, warning, danger };

// Isolated values. In a right-to-left line "1 400", "+32 %" and date ranges turn around unless each is isolated:
// print every number, date, sum and foreign name through these.

/// A value that runs left to right whatever surrounds it: "+32 %", "SO 2019/0089", an e-mail address.
void isolated(Html& h, std::string_view value);
/// A name in its own direction, with its language when it is known ("en"): organisations, people, places.
void name(Html& h, std::string_view name, std::string_view language = {});
void number(Html& h, const Words& words, std::int64_t value);
void decimal(Html& h, const Words& words, double value, int digits);
void money(Html& h, const Words& words, base::Money value);
void date(Html& h, const Words& words, base::Date value);
void period(Html& h, const Words& words, const base::Period& value);
void clock_time(Html& h, const Words& words, base::ClockTime value);
void moment(Html& h, const Words& words, base::Instant value);

// Text.

struct PageHeading {
    std::string title = {};
    Content lead = {};     ///< one or two sentences under the title
    Content meta = {};     ///< badges and small facts above the title
    Content actions = {};  ///< buttons and links of the whole page
};
/// The page's only h1.
void page_heading(Html& h, const PageHeading& heading);
/// A heading below the page's: level 2 to 4. An id makes it a place to link to.
void heading(Html& h, int level, std::string_view text, std::string_view id = {});
void paragraph(Html& h, const Content& content);
/// A subtle smaller line: source, as-of time, hint.
void small_print(Html& h, const Content& content);
void bullets(Html& h, const std::vector<Content>& items);
/// A part of a page, named by its heading (level 2).
void section(Html& h, std::string_view title, const Slot& inside);
void visually_hidden(Html& h, std::string_view text);

// Links and buttons.

enum class Variant { primary, secondary, tertiary };
void link(Html& h, std::string_view href, const Content& label);
/// A link that looks like a button: it goes somewhere and changes nothing.
void link_button(Html& h, std::string_view href, std::string_view label, Variant variant = Variant::primary);
/// Sends the form around it. With a name and value several buttons of one form can mean different things.
void submit_button(Html& h, std::string_view label, Variant variant = Variant::primary, Tone tone = Tone::accent,
                   std::string_view name = {}, std::string_view value = {});
/// A row of buttons and links that wraps.
void actions(Html& h, const Slot& inside);
/// Prints the page; shown only where JavaScript runs.
void print_button(Html& h, const Words& words);
/// Text with a button that copies it, which is shown only where JavaScript runs.
void copyable(Html& h, const Words& words, std::string_view text);

// Marks and messages.

/// A small mark with words in it; colour never says anything that the words do not.
void badge(Html& h, Tone tone, std::string_view text);
/// Something the reader should know, in place on the page.
void notice(Html& h, Tone tone, std::string_view title, const Content& content);
/// What was just done (role=status); the shell writes the flash of the page by itself.
void flash(Html& h, Tone tone, std::string_view text);
/// Nothing here yet: why, and the next step.
void empty_state(Html& h, std::string_view title, const Content& why, const Content& next_step = {});

struct Progress {
    std::string label = {};  ///< "Rådgivningstillfällen"
    double value = 0;
    double maximum = 1;
    std::string text = {};  ///< "41 av 64", said instead of the bare number
};
/// How far something has come, as a bar and in words. Above the maximum the bar is full and the words tell.
void progress(Html& h, const Progress& progress);

// Groups.

struct Term {
    std::string term = {};
    Content definition = {};
};
void definition_list(Html& h, const std::vector<Term>& terms);

struct KeyFigure {
    std::string label = {};
    Content value = {};     ///< through number(), money() …
    Content context = {};   ///< period, as-of, source; a figure never stands without it
    std::string href = {};  ///< its rows or its page; empty: none
};
/// A row of key figure cards that wraps.
void key_figures(Html& h, const std::vector<KeyFigure>& figures);

struct Card {
    std::string title = {};
    std::string href = {};  ///< empty: the title is no link
    Content content = {};
    int level = 2;
};
void card(Html& h, const Card& card);
/// Cards beside each other where there is room.
void card_grid(Html& h, const Slot& inside);

enum class Stage { past, now, coming };
struct TimelineEntry {
    Content when = {};
    std::string title = {};
    Content content = {};
    Stage stage = Stage::past;
};
void timeline(Html& h, const Words& words, const std::vector<TimelineEntry>& entries);

struct Tab {
    std::string label = {};
    std::string href = {};
    bool current = false;
};
/// Pages beside each other of one thing, as links; `label` names the navigation for screen readers.
void tabs(Html& h, std::string_view label, const std::vector<Tab>& tabs);

/// Something that most readers do not need, opened by a click.
void details(Html& h, std::string_view summary, const Content& content, bool open = false);

struct Dialog {
    std::string id = {};
    std::string opener = {};  ///< the label of the button that opens it
    std::string title = {};
    Variant variant = Variant::secondary;
    Tone tone = Tone::accent;
};
/// A modal dialog where JavaScript runs; without it the same content unfolds in place.
void dialog(Html& h, const Words& words, const Dialog& dialog, const Content& content);

struct Confirm {
    std::string id = {};
    std::string opener = {};  ///< "Återkalla behörigheten"
    std::string title = {};   ///< "Vill du återkalla behörigheten?"
    std::string text = {};    ///< what happens, and whether it can be undone
    std::string submit = {};  ///< label of the button that does it; empty: the opener's
    std::string csrf = {};
    std::string action = {};
    std::vector<std::pair<std::string, std::string>> hidden = {};  ///< fields sent along
    Tone tone = Tone::danger;
};
/// Asks before something that cannot be taken back; works without JavaScript.
void confirm(Html& h, const Words& words, const Confirm& confirm);

/// A region that is fetched anew when its topic is told that something changed. `id` is unique on the page. `read` says
/// what the reader had before them when the page was opened, and comes back as `?read=` with each fetch.
void live(Html& h, std::string_view id, std::string_view topic, const Slot& inside, std::string_view read = {});

/// An id made of a field's or a thing's name: "parties[2].name" becomes "parties-2-name".
std::string id_from(std::string_view name);

}  // namespace samrum::web

#include "foundation/web/fields.hpp"  // IWYU pragma: export
#include "foundation/web/table.hpp"   // IWYU pragma: export
