#include "partnership/money/rules_text.hpp"

namespace samrum::partnership::money {

base::Problems judge_lengths(std::initializer_list<TypedText> all) {
    base::Problems problems;
    for (const TypedText& one : all)
        if (one.text.size() > one.longest)
            problems.push_back(base::problem(std::string(one.field), "money.too_long",
                                             {{"most", static_cast<std::int64_t>(one.longest)}}));
    return problems;
}

}  // namespace samrum::partnership::money
