#pragma once
#include "foundation/base/result.hpp"
#include "foundation/optimise/rota.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The rota file, a JSON document described in docs/rota-file.md: sessions, volunteers, and shifts to judge or to begin
/// from. It needs no installation; `samrum rota` reads and writes it.
namespace samrum::advice::rota {

/// A rota file read: the problem in numbers, and what the numbers are called.
struct RotaFile {
    optimise::rota::Problem problem;
    optimise::rota::Rota shifts;          ///< as the file has them, in its order, twice if they stand twice
    std::vector<std::string> sessions;    ///< ids, by number
    std::vector<std::string> volunteers;  ///< ids, by number
    std::vector<std::string> languages;   ///< as written, by number
    std::vector<std::string> when;        ///< of each session: "2020-02-04 16:00 stadsbiblioteket"
    std::string text;                     ///< the file itself
};

inline constexpr std::size_t kLongestRotaFile = 8 * 1024 * 1024;
inline constexpr std::size_t kMostSessions = 2'000;
inline constexpr std::size_t kMostVolunteers = 1'000;
inline constexpr std::size_t kMostPairs = 250'000;  ///< sessions times volunteers

/// Reads a rota file; every problem at once, with where it stands ("sessions[3].day"). Problems `advice.rota.file.…`.
base::Result<RotaFile> read_rota_file(std::string_view text);

/// What a rota is worth and lacks, as a JSON object text.
std::string judgement_json(const RotaFile& file, const optimise::rota::Rota& rota);
/// The same file with other shifts and an `answer`: a rota file again, which check judges alike.
std::string answer_json(const RotaFile& file, const optimise::rota::Answer& answer);

/// The rules that the file's shifts break, each with where ("shifts[3]"): problems `advice.rota.breach.…`.
base::Problems breaches_of(const RotaFile& file, const optimise::rota::Rota& rota);

}  // namespace samrum::advice::rota
