#include "search/model_signature.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::search {
namespace {

bool passes(const std::vector<std::string>& terms, const std::vector<std::string>& prefixes) {
    const std::int64_t mask = signature_of(prefixes);
    return (signature_of(terms) & mask) == mask;
}

TEST(Signature, PassesEveryEntryThatHasTheWords) {
    EXPECT_TRUE(passes({"radrum", "lund"}, {"rad", "lun"}));
    EXPECT_TRUE(passes({"radrum"}, {"ra"})) << "two letters ask for nothing";
    EXPECT_TRUE(passes({"iop"}, {"iop"}));
    EXPECT_TRUE(passes({"مرحبا"}, {"مرح"})) << "letters, not bytes";
    EXPECT_FALSE(passes({"lund"}, {"mal"}));
    EXPECT_FALSE(passes({}, {"mal"}));
    EXPECT_TRUE(passes({}, {}));
}

// Against what the words say themselves, on random ones: it never passes over what fits, and mostly what does not.
TEST(Signature, NeverPassesOverWhatFits) {
    std::mt19937 random(3);
    const auto word = [&] {
        std::string one;
        for (int left = 1 + static_cast<int>(random() % 6); left > 0; --left)
            one += static_cast<char>('a' + static_cast<int>(random() % 12));
        return one;
    };
    int passed = 0, unfit = 0;
    for (int n = 0; n < 20'000; ++n) {
        std::vector<std::string> terms(9);
        for (auto& one : terms) one = word();
        const std::string prefix = word();
        const bool fits = std::ranges::any_of(terms, [&](const auto& one) { return one.starts_with(prefix); });
        const bool pass = passes(terms, {prefix});
        EXPECT_TRUE(pass || !fits) << prefix;
        if (!fits && prefix.size() >= 3) ++unfit, passed += pass ? 1 : 0;
    }
    EXPECT_LT(passed * 5, unfit) << "four of five that do not fit are passed over";
}

}  // namespace
}  // namespace samrum::search
