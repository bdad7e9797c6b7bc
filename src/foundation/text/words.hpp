#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/date.hpp"
#include "foundation/base/embedded.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/problem.hpp"

namespace samrum::text {

/// The words of one language. Safe for threads: messages are parsed once (ICU MessageFormat), reused by all.
class Words {
  public:
    virtual ~Words() = default;
    virtual std::string_view language() const = 0;  ///< BCP 47, "sv"
    virtual bool right_to_left() const = 0;

    /// The message of `key`. A key that no catalogue holds is a Bug (a house test finds it first).
    virtual std::string operator()(std::string_view key, const base::MessageArgs& args = {}) const = 0;
    std::string operator()(const base::Message& message) const { return (*this)(message.key, message.args); }
    virtual bool has(std::string_view key) const = 0;

    virtual std::string number(std::int64_t value) const = 0;        ///< "34 095" with U+00A0 in Swedish
    virtual std::string decimal(double value, int digits) const = 0;  ///< "12,5"
    virtual std::string money(base::Money value) const = 0;          ///< "520 000 kr"; öre only where there are any
    virtual std::string date(base::Date value) const = 0;            ///< "1 juli 2019"
    virtual std::string month(base::Date value) const = 0;           ///< "juli 2019"
    virtual std::string weekday(base::Date value) const = 0;         ///< "fredag"
    virtual std::string period(const base::Period& value) const = 0;  ///< "1 juli 2019–30 juni 2021"; open end in words
    virtual std::string time(base::ClockTime value) const = 0;       ///< "17.00"
    virtual std::string moment(base::Instant value) const = 0;       ///< "31 januari 2020 kl. 10.15", Swedish time
};

/// The message catalogues of every slice, all languages.
class Catalogues {
  public:
    /// Reads `messages.<language>.json` files (flat objects, key → ICU MessageFormat). Throws base::Fault naming file and
    /// key for a message that ICU refuses or a key that stands twice.
    static std::unique_ptr<Catalogues> load(std::span<const base::EmbeddedFile> files);
    virtual ~Catalogues() = default;
    /// The words of a language, Swedish when it is not a complete one. `right_to_left_test` forces dir=rtl on `sv`.
    virtual const Words& words(std::string_view language) const = 0;
    /// The best complete language for an Accept-Language header value.
    virtual const Words& negotiate(std::string_view accept_language) const = 0;
    virtual std::vector<std::string> languages() const = 0;
    virtual std::vector<std::string> keys(std::string_view language) const = 0;
    /// The placeholder names of a message, sorted.
    virtual std::vector<std::string> placeholders(std::string_view language, std::string_view key) const = 0;
};

/// Folds for search and comparison: case, width and marks away, å ä ö kept apart from a and o (they are letters).
std::string folded(std::string_view text);
/// ICU sort key of the Swedish collation (å < ä < ö after z), as bytes to order by.
std::string sort_key(std::string_view text);
/// Markdown (CommonMark) to HTML; raw HTML and unsafe URLs are left out. Headings begin at `first_heading`.
std::string markdown_html(std::string_view markdown, int first_heading = 2);

}  // namespace samrum::text
