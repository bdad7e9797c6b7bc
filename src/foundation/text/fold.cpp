#include "foundation/base/ensure.hpp"
#include "foundation/text/icu.hpp"
#include "foundation/text/words.hpp"

#include <memory>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace samrum::text {
namespace {

/// Accents and vowel signs of alphabets where people leave them out; the vowels of Indian scripts are letters.
bool is_dropped_mark(UChar32 c) {
    if (u_charType(c) != U_NON_SPACING_MARK) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_INHERITED || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW ||
           script == USCRIPT_SYRIAC;
}

/// The letter without its marks; å, ä and ö are letters of their own.
void append_base(icu::UnicodeString& out, UChar32 c, const icu::Normalizer2& nfc) {
    icu::UnicodeString parts;
    if (c == U'å' || c == U'ä' || c == U'ö' || !nfc.getDecomposition(c, parts)) {
        if (!is_dropped_mark(c)) out.append(c);
        return;
    }
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
        if (!is_dropped_mark(parts.char32At(i))) out.append(parts.char32At(i));
}

/// Collators keep no state between calls, but ICU promises sharing only for frozen ones: one per thread.
const icu::Collator& swedish_collator() {
    static thread_local const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made(icu::Collator::createInstance(icu::Locale("sv", "SE"), status));
        if (U_FAILURE(status)) throw base::Fault(std::string("ICU collation: ") + u_errorName(status));
        return made;
    }();
    return *collator;
}

}  // namespace

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString plain = fold->normalize(utf16(text), status);
    if (U_FAILURE(status)) throw base::Fault(std::string("ICU normalization: ") + u_errorName(status));
    icu::UnicodeString out;
    bool space = false;
    for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
        const UChar32 c = plain.char32At(i);
        if (u_isUWhiteSpace(c)) {
            space = !out.isEmpty();
            continue;
        }
        icu::UnicodeString letters;
        append_base(letters, c, *nfc);
        if (letters.isEmpty()) continue;  // a mark that stands alone is no word, and the space before it waits
        if (std::exchange(space, false)) out.append(u' ');
        out.append(letters);
    }
    return utf8(out);
}

std::string sort_key(std::string_view text) {
    const icu::UnicodeString words = utf16(text);
    std::string key(static_cast<std::size_t>(words.length()) * 4 + 16, '\0');
    const auto& collator = swedish_collator();
    const auto size = [&] { return static_cast<int32_t>(key.size()); };
    const auto data = [&] { return reinterpret_cast<std::uint8_t*>(key.data()); };
    int32_t needed = collator.getSortKey(words, data(), size());
    if (needed > size()) {
        key.resize(static_cast<std::size_t>(needed));
        needed = collator.getSortKey(words, data(), size());
    }
    key.resize(static_cast<std::size_t>(needed > 0 ? needed - 1 : 0));  // ICU ends keys with a zero byte
    return key;
}

std::string sort_key_version() {
    UVersionInfo version{};
    swedish_collator().getVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH]{};
    u_versionToString(version, text);
    return text;
}

std::string file_word(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> kPlain[] = {{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {" ", "-"}};
    std::string word = folded(name);
    for (const auto& [letter, plain] : kPlain)
        for (auto at = word.find(letter); at != std::string::npos; at = word.find(letter, at))
            word.replace(at, letter.size(), plain);
    return word;
}

bool is_named(std::string_view name, std::string_view written) {
    return folded(name) == folded(written) || file_word(name) == written;
}

}  // namespace samrum::text
