#pragma once
#include "foundation/base/problem.hpp"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <vector>

namespace samrum::text {

/// What messages of one language share: how it counts and how it writes numbers. Both ICU objects are immutable.
struct Numerals {
    std::unique_ptr<const icu::PluralRules> cardinal;
    std::unique_ptr<const icu::PluralRules> ordinal;
    icu::number::LocalizedNumberFormatter whole;
};

/// A message in ICU MessageFormat syntax: parsed by ICU's MessagePattern at load, evaluated here. icu::MessageFormat
/// itself may not be shared by threads, holds a number formatter of its own per message, and works in UTF-16; this does
/// not. Of its argument types `number` (whole numbers), `plural`, `selectordinal` and `select` are supported.
class CompiledMessage {
  public:
    /// Throws base::Fault with what is wrong (not where: the caller knows).
    explicit CompiledMessage(std::string_view pattern);

    /// With `isolate`, each argument stands between U+2068 and U+2069.
    std::string format(const base::MessageArgs& args, const Numerals& numerals, bool isolate) const;
    /// True when there is nothing to fill in.
    bool is_plain() const { return parts_.empty() || (parts_.size() == 1 && parts_[0].kind == Kind::literal); }
    /// The names of the arguments, at any depth.
    std::set<std::string> placeholders() const;

  private:
    enum class Kind { literal, argument, number, plural, ordinal, select, pound };
    struct Choice;
    struct Part {
        Kind kind;
        std::string text;  ///< of a literal; else the argument's name
        std::vector<Choice> choices;
        std::int64_t offset = 0;
    };
    struct Choice {
        std::string keyword;  ///< "one", "other", a word of `select`, or empty for an exact number
        std::int64_t exact = 0;
        std::vector<Part> parts;
    };
    class Compiler;
    class Writer;
    static void collect(const std::vector<Part>& parts, std::set<std::string>& names);

    std::vector<Part> parts_;
};

}  // namespace samrum::text
