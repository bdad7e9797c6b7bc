#pragma once
#include "directory/model_compact.hpp"
#include "foundation/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// As typed.
struct CompactInput {
    std::string level;  ///< level_name
    std::string title;
    std::string parties;  ///< one on each line
    std::string adopted_by;
    std::string adopted_on;  ///< ISO date
    std::string paragraph;   ///< "§ 16", "16"; empty: has none
    std::string website;
    std::string principles;  ///< one on each line: "Dialog: what it means"
};
/// Reads and judges a compact. Two parties at least, one principle at least, a day that has come. Problems
/// `directory.compact.*`, all at once.
base::Result<Compact> judge_compact(const CompactInput& input, base::Date today);
/// The input that gives this compact again.
CompactInput input_of(const Compact& compact);

/// As typed and sent.
struct AccessionInput {
    std::string organisation;  ///< id
    std::string decided_on;    ///< ISO date
    std::string statement;
    bool equal_worth = false;  ///< "we hold that all people are of equal worth"
    bool interest = false;     ///< "we work for the good of society or of our members"
    std::string file_name;
    std::string file;  ///< the minutes' bytes
};
/// Judges an association's joining; the id, the organisation's name and the attachment are left empty. The board
/// decided after the compact was adopted, and not in days to come; the minutes are a PDF or a picture. Problems
/// `directory.accession.*`, all at once.
base::Result<Accession> judge_accession(const AccessionInput& input, const Compact& compact, base::Date today);
/// The media type of minutes, by what the file begins with; empty: neither a PDF nor a picture that we take.
std::string_view minutes_type(std::string_view bytes);

/// Who does something with an accession.
enum class AccessionDoor { officer, association };
/// What may be done with an accession that is sent in.
enum class AccessionAct { accept, decline, withdraw, leave };
std::string_view act_name(AccessionAct act);  ///< "accept"
std::optional<AccessionAct> act_named(std::string_view name);

/// A row of the table of what may be done: read it as one sentence.
struct AccessionStep {
    AccessionState from;
    AccessionAct act;
    AccessionDoor door;
    AccessionState to;
    bool needs_reason;
};
const std::vector<AccessionStep>& accession_steps();
std::optional<AccessionStep> accession_step(AccessionState from, AccessionAct act, AccessionDoor door);

/// Whether an association may apply anew: nothing of its is waiting or accepted. Problem `directory.accession.there`.
base::Problems judge_no_other(const std::vector<Accession>& known, OrganisationId organisation);

/// 1 to 1,000 characters where one is needed. Problem `directory.accession.reason`.
base::Result<std::string> judge_reason(std::string_view typed, bool needed);

}  // namespace samrum::directory
