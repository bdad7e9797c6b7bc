#pragma once
#include "foundation/base/result.hpp"
#include "foundation/optimise/match_people.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// People to match in a file, JSON or CSV, described in docs/match-file.md. No installation is needed; `samrum match`
/// reads and writes it.
namespace samrum::friends::matching {

/// What the bits and places of a pool are called.
struct Vocabulary {
    std::vector<std::string> interests, languages, times, life, traits, places;
    struct Question {
        std::string id;
        int first = 0;  ///< bit of `scales`
        int steps = 4;
    };
    std::vector<Question> questions;

    /// The word for a reason's bit; empty when there is none (`Kind::never`).
    std::string word(const optimise::match::Reason& reason) const;
};

struct PeopleFile {
    optimise::match::Pool pool;
    optimise::match::Rule rule = optimise::match::Rule::waiting;
    std::vector<std::string> newcomers;    ///< ids, by number: in waiting order
    std::vector<std::string> established;  ///< ids, by number
    Vocabulary words;
    std::optional<std::vector<int>> established_of;  ///< the pairs, when the file has any
    std::optional<optimise::match::Certificate> certificate;
    std::string text;  ///< the file itself, when it is JSON
};

inline constexpr std::size_t kLongestPeopleFile = 64 * 1024 * 1024;
inline constexpr std::size_t kMostPeople = 100'000;  ///< of each side

/// Reads a file of people: JSON when it begins with a brace, else CSV. Every problem at once, with where it stands
/// ("newcomers[3].must") or its line: `friends.matching.file.…`.
base::Result<PeopleFile> read_people_file(std::string_view text);
base::Result<PeopleFile> read_people_json(std::string_view text);
base::Result<PeopleFile> read_people_csv(std::string_view text);

/// A person of a file, in words; what both formats read before it becomes bits.
struct PersonInWords {
    std::string id;
    std::vector<std::string> interests, languages, times, life, traits, must, like;
    std::vector<std::pair<std::string, int>> answers;
    std::string place;
    int room = 1;
    std::string field;  ///< where it stands, for problems
    int line = 0;
};
/// Turns words into bits. Tells of too many different words and of ids that are there twice.
class PeopleBuilder {
  public:
    explicit PeopleBuilder(base::ProblemList& problems) : problems_(problems) {}
    void question(const std::string& id, int steps);
    void add(const PersonInWords& one, bool newcomer);
    void problem(const PersonInWords& one, const std::string& member, std::string key, base::MessageArgs args = {});
    std::optional<int> newcomer(const std::string& id) const { return find(newcomers_, id); }
    std::optional<int> established(const std::string& id) const { return find(established_, id); }
    int place(const std::string& name);
    /// Where places matter, everybody has one.
    void want_places();
    PeopleFile& file() { return file_; }

  private:
    using Numbers = std::map<std::string, int>;
    static std::optional<int> find(const Numbers& numbers, const std::string& id);
    std::uint64_t bits(const PersonInWords& one, const std::string& member, const std::vector<std::string>& words,
                       Numbers& numbers, std::vector<std::string>& names);
    int bit(const PersonInWords& one, const std::string& member, const std::string& word, Numbers& numbers,
            std::vector<std::string>& names, std::size_t most);

    base::ProblemList& problems_;
    PeopleFile file_;
    Numbers newcomers_, established_, interests_, languages_, times_, life_, traits_, places_, questions_;
    std::vector<std::pair<std::string, int>> placeless_;
    int next_scale_ = 0;
};

/// The same file with the pairs of a proposal and an `answer` that explains them: a match file again, which check
/// judges alike. From a CSV file: the pairs and the answer alone.
std::string proposal_json(const PeopleFile& file, const optimise::match::Proposal& proposal);
/// What was found wrong and what is missing, as a JSON object text.
std::string verdict_json(const PeopleFile& file, const optimise::match::PeopleVerdict& verdict);
/// A limit that a pair breaks, as a sentence with their names.
base::Problem limit_problem(const PeopleFile& file, optimise::match::Pair pair, const optimise::match::Reason& limit);
/// Pairs beyond the limits, missing locks, too many friends: problems `friends.matching.broken.…`, each with its place.
base::Problems broken_limits(const PeopleFile& file, const optimise::match::PeopleVerdict& verdict);

/// "newcomer_must": as in JSON and in the keys `friends.matching.limit.…` and `friends.matching.reason.…`.
std::string_view code_of(optimise::match::Kind kind);

}  // namespace samrum::friends::matching
