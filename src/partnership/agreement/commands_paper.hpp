#pragma once
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// Aligned text for a terminal of a hundred columns.
class Paper {
  public:
    explicit Paper(std::ostream& out) : out_(out) {}
    void title(const std::string& text);    ///< with a double line below
    void heading(const std::string& text);  ///< an empty line, then the text with a line below
    void text(int indent, const std::string& text);
    void line();
    /// Rows of cells, columns as wide as their widest cell; the last cell is folded under itself.
    void table(int indent, const std::vector<std::vector<std::string>>& rows);

  private:
    std::ostream& out_;
};

/// How many characters a text shows (code points).
std::size_t width_of(std::string_view text);

}  // namespace samrum::partnership::agreement
