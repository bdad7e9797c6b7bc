#include "advice/day/rules_code.hpp"

#include <cstdint>
#include <sodium.h>

namespace samrum::advice::day {
namespace {

/// Without 0 O, 1 I L, and what else is mixed up when read aloud.
constexpr std::string_view kCodeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kBookingLetters = 10;
constexpr std::size_t kOwnerLetters = 40;

std::string random_letters(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += kCodeLetters[randombytes_uniform(static_cast<std::uint32_t>(kCodeLetters.size()))];
    return out;
}

}  // namespace

std::string new_day_secret() {
    return random_letters(12);
}
std::string new_owner_secret() {
    return random_letters(kOwnerLetters);
}
bool is_owner_secret(std::string_view text) {
    return text.size() == kOwnerLetters && text.find_first_not_of(kCodeLetters) == std::string_view::npos;
}
std::string new_booking_code() {
    std::string code = random_letters(kBookingLetters);
    code.insert(8, "-");
    code.insert(4, "-");
    return code;
}
std::optional<std::string> normal_booking_code(std::string_view typed) {
    std::string code;
    for (char c : typed.substr(0, 40)) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        if (c == ' ' || c == '-' || c == '.') continue;
        if (kCodeLetters.find(c) == std::string_view::npos) return std::nullopt;
        code += c;
    }
    return code.size() == kBookingLetters ? std::optional(code) : std::nullopt;
}

}  // namespace samrum::advice::day
