#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A document as its parts, whatever it becomes: PDF (pdf.hpp), DOCX (docx.hpp), text to copy (plain.hpp). All words
/// come in said; nothing here knows what they mean.
namespace samrum::document {

/// The head of the first page: who writes, what kind of document it is, its facts, to whom.
struct Letterhead {
    std::string sender;                                           ///< the organisation
    std::vector<std::string> below = {};                          ///< its department, its committee
    std::string kind = {};                                        ///< "Tjänsteskrivelse"
    std::vector<std::pair<std::string, std::string>> facts = {};  ///< "Datum", "2020-01-31"
    std::vector<std::string> to = {};
};
struct Heading {
    int level = 1;  ///< 1 to 3
    std::string text;
};
/// Words of a text that are emphasised: from byte `begin` up to `end`. One may lie within another.
struct Emphasis {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool strong = false;  ///< bold, else slanted
};
struct Paragraph {
    std::string text;
    std::vector<Emphasis> emphasis = {};
};
struct Bullets {
    std::vector<std::string> items;
    bool numbered = false;
    int depth = 0;                                     ///< of a list within a list
    int first = 1;                                     ///< the number of the first item
    std::vector<std::vector<Emphasis>> emphasis = {};  ///< of each item; empty: of none

    const std::vector<Emphasis>& emphasis_of(std::size_t item) const {
        static const std::vector<Emphasis> kNone;
        return item < emphasis.size() ? emphasis[item] : kNone;
    }
};
/// A stretch of a text in one look, in order: what a writer of runs needs.
struct Run {
    std::string_view text;
    bool strong = false;
    bool slanted = false;
};
std::vector<Run> runs_of(std::string_view text, const std::vector<Emphasis>& emphasis);
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
    std::string party = {};  ///< above both: "För Provköpings kommun"
};
/// Two and more stand beside each other.
struct Signatures {
    std::vector<Signature> all;
};
using Block = std::variant<Letterhead, Heading, Paragraph, Bullets, Facts, Grid, Signatures>;

/// A document on A4 pages.
struct Paper {
    std::string language;  ///< BCP 47
    std::string title;     ///< shown by readers in place of the file's name
    std::string author;
    std::string header;                                    ///< runs along the top of every page
    std::string footer;                                    ///< and the bottom
    std::function<std::string(int page, int of)> page_of;  ///< "Sida 1 av 2"
    std::vector<Block> blocks;
    std::string header_end = {};  ///< at the other end of the top
    bool formal = false;          ///< a letter's sizes in place of a diploma's
    /// "2020-01-31T00:00:00Z": the same paper of the same day is the same bytes. Empty: the moment it is written.
    std::string created = {};
};

}  // namespace samrum::document
