#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/embedded.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/problem.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::text {

/// The words of one language. Safe for threads without locks: messages are parsed once (ICU MessageFormat syntax) and
/// never change. A number given to a message is written with its groups, so a year is given as text. In a right-to-left
/// language each argument is wrapped in U+2068 and U+2069, so that names and figures do not turn around.
class Words {
  public:
    virtual ~Words() = default;
    virtual std::string_view language() const = 0;  ///< BCP 47, "sv"; fits `<html lang>`
    virtual bool right_to_left() const = 0;

    /// The message of `key`. A key that no catalogue holds, or an argument that is not given, is a Bug.
    virtual std::string operator()(std::string_view key, const base::MessageArgs& args = {}) const = 0;
    std::string operator()(const base::Message& message) const { return (*this)(message.key, message.args); }
    virtual bool has(std::string_view key) const = 0;

    virtual std::string number(std::int64_t value) const = 0;  ///< "34 095" with U+00A0 in Swedish
    virtual std::string decimal(double value,
                                int digits) const = 0;  ///< "12,5": rounded half away from zero, 0 to 3 digits
    virtual std::string percent(double share, int digits = 0) const = 0;  ///< 0.32 is "32 %" with U+00A0
    virtual std::string money(base::Money value) const = 0;           ///< "520 000 kr"; öre only where there are any
    virtual std::string date(base::Date value) const = 0;             ///< "1 juli 2019"
    virtual std::string month(base::Date value) const = 0;            ///< "juli 2019"
    virtual std::string weekday(base::Date value) const = 0;          ///< "fredag"
    virtual std::string period(const base::Period& value) const = 0;  ///< "1 juli 2019–30 juni 2021"; open end in words
    virtual std::string times(base::ClockTime from, base::ClockTime to) const = 0;  ///< "17.00–19.00"
    virtual std::string time(base::ClockTime value) const = 0;                      ///< "17.00"
    virtual std::string moment(base::Instant value) const = 0;  ///< "31 januari 2020 kl. 10.15", Swedish time
};

/// The message catalogues of every slice, all languages. A language is complete when it has every key that Swedish has.
class Catalogues {
  public:
    /// Reads `messages.<language>.json` files (flat objects, key → ICU MessageFormat). Throws base::Fault naming file
    /// and key for a message that ICU refuses, a key that stands twice, or a file name without a known language. What
    /// this folder needs itself (`text.…`) is there even when `files` leaves it out.
    static std::unique_ptr<Catalogues> load(std::span<const base::EmbeddedFile> files);
    virtual ~Catalogues() = default;
    /// The words of a language, Swedish when it is not a complete one. `sv-x-rtl` is Swedish forced right to left, for
    /// tests.
    virtual const Words& words(std::string_view language) const = 0;
    /// The best complete language for an Accept-Language header value (RFC 9110, 12.5.4); Swedish when none fits.
    virtual const Words& negotiate(std::string_view accept_language) const = 0;
    /// The complete languages, Swedish first.
    virtual std::vector<std::string> languages() const = 0;
    /// The keys of any language that was read, sorted.
    virtual std::vector<std::string> keys(std::string_view language) const = 0;
    /// The placeholder names of a message, sorted.
    virtual std::vector<std::string> placeholders(std::string_view language, std::string_view key) const = 0;
};

/// The message files of the whole house, as the build put them into the binary.
std::span<const base::EmbeddedFile> embedded_messages();

/// Folds for search and comparison: case, width and marks away, white space to single spaces, å ä ö kept apart from a
/// and o (they are letters).
std::string folded(std::string_view text);
/// A name as it stands in files and addresses: "RådRum" is "radrum", "Linero bibliotek" is "linero-bibliotek".
std::string file_word(std::string_view name);
/// A name that keeps its own direction whatever stands around it, where no markup can say so: between U+2068 and
/// U+2069.
std::string isolated(std::string_view name);
/// Is the name the one that somebody wrote, as people write it or as files do?
bool is_named(std::string_view name, std::string_view written);
/// ICU sort key of the Swedish collation (å < ä < ö after z), as bytes to order by.
std::string sort_key(std::string_view text);
/// The ICU and collation version that sort keys were made with: keys of another version are made anew.
std::string sort_key_version();
/// Markdown (CommonMark) to HTML; raw HTML is shown as text, images and unsafe URLs are left out. Headings begin at
/// `first_heading`. A text over 64 KiB or nested deeper than 32 levels is shown as it was written, without Markdown.
std::string markdown_html(std::string_view markdown, int first_heading = 2);

/// Reads a day as people in Sweden write it: `2019-07-01`, `20190701`, `1/7 2019`, `1.7.2019`, `1 juli 2019`,
/// `den 1 juli 2019`, `måndag 1 juli 2019`, `1 July 2019`. Problems `base.date.missing`, `.unreadable`,
/// `.no_such_day`, and `text.date.wrong_weekday` when the weekday does not fit the day.
base::Result<base::Date> parse_date_input(std::string_view text);

}  // namespace samrum::text
