#pragma once
#include "foundation/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::registry {

/// The shape of a town's registry numbers: "SO {year}/{number:4}" gives "SO 2019/0089", "KSN-{year}-{number}"
/// "KSN-2016-1422", "KS/{year}:{number}" "KS/2016:7". Valid by construction: one `{number}` (with the fewest digits it
/// is filled to, 1 to 9), at most one `{year}` (four digits), and between and beside them something that is no digit,
/// so that every number of the shape reads back in one way.
class NumberTemplate {
  public:
    /// Problems `registry.shape.empty`, `.too_long`, `.sign`, `.brace`, `.no_number`, `.two_numbers`, `.two_years`,
    /// `.touching`.
    static base::Result<NumberTemplate> parse(std::string_view given);

    /// A number of this shape, read strictly: nothing but what `number` writes.
    struct Read {
        int year = 0;  ///< 0 where the shape has none
        std::int64_t ordinal = 0;
        bool operator==(const Read&) const = default;
    };
    std::optional<Read> read(std::string_view number) const;
    std::string number(int year, std::int64_t ordinal) const;
    bool has_year() const { return has_year_; }
    const std::string& text() const { return text_; }

  private:
    NumberTemplate() = default;
    std::string text_;
    std::string before_;  ///< what stands before the first placeholder, between the two, and after the last
    std::string between_;
    std::string after_;
    bool has_year_ = false;
    bool year_first_ = true;
    int fewest_digits_ = 1;
};

/// A registry number that a person typed off another registry, where the shape is not known here: 1 to 40 signs,
/// letters, digits and `-/:.` and single spaces, with a digit in it. Problems `registry.number.*`.
base::Result<std::string> typed_number(std::string_view given);

}  // namespace samrum::registry
