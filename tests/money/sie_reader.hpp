#pragma once
// A strict reader of SIE 4I of our own, which shares nothing with the writer: it reads bytes, as a receiving accounting
// system does, and refuses what the format does not say. Format: "SIE filformat", utgåva 4B (2008), sie.se.
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::tests {

class SieError : public std::runtime_error {
  public:
    SieError(int line, const std::string& what) : std::runtime_error("line " + std::to_string(line) + ": " + what) {}
};

struct ReadTransaction {
    std::string account;
    std::int64_t ore = 0;
};
struct ReadVoucher {
    std::string series;
    std::string number;
    std::string date;
    std::string text;  ///< UTF-8
    std::vector<ReadTransaction> transactions;
};
struct ReadSie {
    std::string program;
    std::string version;
    std::string made_on;
    std::string company;
    std::string organisation_number;
    std::map<std::string, std::string> accounts;
    std::vector<ReadVoucher> vouchers;
};

/// Throws SieError.
ReadSie read_sie(std::string_view bytes);

}  // namespace samrum::tests
