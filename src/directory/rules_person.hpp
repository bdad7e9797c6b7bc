#pragma once
#include "directory/model_person.hpp"
#include "foundation/base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::directory {

/// As typed. Of volunteers no more than this is asked.
struct PersonInput {
    std::string name;
    std::string email;  ///< may be empty
    std::string phone;  ///< may be empty
    bool is_protected = false;
    bool synthetic = false;
};
/// Reads and judges; id and day of entry are left empty. With `keep_blank` (a protected person's form shows nothing) an
/// empty name is fine. Problems `directory.name.length`, `base.email.*`, `directory.person.phone`.
base::Result<PersonAlias> judge_person(const PersonInput& input, bool keep_blank = false);

/// As typed.
struct FunctionInput {
    std::string function;
    std::string first;  ///< ISO date
    std::string last;   ///< ISO date; empty: until further notice
};
/// Problems `directory.account.function.length`, `base.date.*`, `base.period.*`; `person` and id are left empty.
base::Result<PersonFunction> judge_person_function(const FunctionInput& input);

/// How many months a person's record is kept after the last day of their last function.
inline constexpr int kPersonKeptMonths = 24;
/// The last day on which the record is kept; nothing while a function goes on.
std::optional<base::Date> kept_until(const PersonAlias& person, const std::vector<PersonFunction>& functions);

}  // namespace samrum::directory
