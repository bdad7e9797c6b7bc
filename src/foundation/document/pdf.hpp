#pragma once
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Files that people take with them. All words come in said; nothing here knows what they mean.
namespace samrum::document {

struct Heading {
    int level = 1;  ///< 1 to 3
    std::string text;
};
struct Paragraph {
    std::string text;
};
struct Bullets {
    std::vector<std::string> items;
};
/// "Period: 3 September 2018–", a row each.
struct Facts {
    std::vector<std::pair<std::string, std::string>> rows;
};
struct GridColumn {
    std::string label;
    bool numeric = false;  ///< aligned at the end
    double share = 1;      ///< of the width, beside the others'
};
/// A table with a row of headings, which stands again on each page; a row's first cell is its heading.
struct Grid {
    std::string caption;
    std::vector<GridColumn> columns;
    std::vector<std::vector<std::string>> rows;  ///< one text a column
};
/// Lines to sign on, kept together on one page.
struct Signature {
    std::string place_and_date;  ///< the words beside the line for it
    std::string name;            ///< under the line for the signature
    std::string role;
};
struct Signatures {
    std::vector<Signature> all;
};
using Block = std::variant<Heading, Paragraph, Bullets, Facts, Grid, Signatures>;

/// A document on A4 pages.
struct Pdf {
    std::string language;  ///< BCP 47
    std::string title;     ///< shown by readers in place of the file's name
    std::string author;
    std::string header;                                    ///< runs along the top of every page
    std::string footer;                                    ///< and the bottom
    std::function<std::string(int page, int of)> page_of;  ///< "Sida 1 av 2"
    std::vector<Block> blocks;
};

/// The bytes of a tagged PDF (ISO 32000-1, 14.8): headings, paragraphs, lists and tables in reading order, headings of
/// tables with their scope, language and title set, what runs along every page marked as artifact, fonts embedded and
/// ligatures off, so that what is read out and copied is what was written. No conformance to PDF/UA is claimed: no
/// validator has looked. Texts are UTF-8; throws base::Fault when the libraries fail.
std::string write_pdf(const Pdf& pdf);

}  // namespace samrum::document
