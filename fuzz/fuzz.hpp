#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What a fuzzer is given, as text.
inline std::string_view fuzz_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// A property that must hold for every input: the fuzzer stops and keeps the input where it does not.
inline void hold(bool property) {
    if (!property) std::abort();
}
