#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// SIE 4I: vouchers that a body's accounting system takes in (sie.se, format 4B of 2008). Bytes are CP437, lines end
/// with CR LF.
namespace samrum::partnership::money {

struct SieAccount {
    std::string number;
    std::string name;
};
struct SieLine {
    std::string account;
    base::Money sum;
};
struct SieVoucher {
    std::string series;
    std::optional<std::int64_t> number;  ///< nothing: the receiving system numbers it
    base::Date day;
    std::string text;
    std::vector<SieLine> lines;
};
struct SieFile {
    std::string program = "Samrum";
    std::string program_version;
    base::Date made_on;
    std::string company;
    std::string company_number;  ///< "212000-1132"; may be empty
    std::vector<SieAccount> accounts;
    std::vector<SieVoucher> vouchers;
};

/// The bytes of the file. A voucher whose lines do not sum to zero is a Bug.
std::string write_sie(const SieFile& file);

/// UTF-8 as CP437. What CP437 lacks is said by its nearest letters ("–" is "-", "ł" is "l"), else by "?"; control
/// characters become spaces.
std::string cp437(std::string_view utf8);

}  // namespace samrum::partnership::money
