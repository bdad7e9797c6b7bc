#pragma once
#include <string>
#include <string_view>
#include <unicode/unistr.h>

/// ICU's strings and ours.
namespace samrum::text {

inline std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    return text.toUTF8String(out);
}

inline icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

}  // namespace samrum::text
