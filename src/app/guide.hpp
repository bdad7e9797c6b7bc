#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace samrum::app {

/// A part of a page of the user guide: Markdown, or a picture with what it shows.
struct GuideBlock {
    std::string text;  ///< Markdown, its links leading into the program; of a picture what it shows
    std::string path;  ///< "images/login.png"; empty: no picture
};
struct GuidePage {
    std::string title;
    std::vector<GuideBlock> blocks;
};

/// Reads a page of docs/user-guide: the first `# ` line is its title, a line `![what it shows](images/name.png)` is a
/// picture, and links to `other.md` lead to `/guide/other` (`index.md` to `/guide`).
GuidePage read_guide_page(std::string_view markdown);

}  // namespace samrum::app
