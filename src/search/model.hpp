#pragma once
#include "foundation/base/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Search in a room: what is kept of each page that can be found, and what a search answers.
namespace samrum::search {

/// More words of a search than these are left aside.
inline constexpr std::size_t kMostWords = 6;

/// An entry as the index keeps it.
struct Kept {
    std::int64_t id = 0;
    std::string kind;
    std::string link;
    std::string title;
    std::string title_terms;  ///< folded, with spaces between and around
    std::string body;         ///< plain words
    std::optional<base::Date> day;
    std::string mark;  ///< of all its content: as long as it is the same, nothing is written anew
};

/// An entry on its way into the index: with its words and its readers.
struct Fresh {
    Kept kept;
    std::vector<std::string> terms;    ///< folded, each once
    std::vector<std::string> readers;  ///< labels, each once
};

struct Query {
    std::string typed;
    std::string kind;  ///< empty: all
    std::size_t offset = 0;
    std::size_t limit = 20;
};

/// A page that was found.
struct Hit {
    std::string kind;
    std::string link;  ///< below the room
    std::string title;
    std::string text;
    std::optional<base::Date> day;
};

struct KindCount {
    std::string kind;
    std::int64_t count = 0;
};

struct Found {
    std::vector<Hit> hits;         ///< of the page that was asked for, the best first
    std::int64_t total = 0;        ///< of the kind that was asked for
    std::vector<KindCount> kinds;  ///< of all kinds, in alphabetical order of their keys
    bool too_many = false;         ///< there are more than are looked through
};

/// What a candidate is ranked by.
struct Candidate {
    std::int64_t id = 0;
    std::string kind;
    std::string day;  ///< ISO, or empty
    std::string title_terms;
};

/// A part of a text: does it hold what was searched for?
struct Piece {
    std::string text;
    bool marked = false;
};

}  // namespace samrum::search
