#include "foundation/base/language.hpp"

#include <algorithm>

namespace samrum::base {
namespace {

constexpr Language kLanguages[] = {
    {"sv", "Svenska", true},
    {"en", "English", true},
    {"ar", "العربية", true},
    {"uk", "Українська", true},
    {"fa-AF", "دری", true},
    {"fa", "فارسی", true},
    {"so", "Soomaali", true},
    {"ti", "ትግርኛ", true},
    {"ps", "پښتو", true},
    {"tr", "Türkçe", true},
    {"ku", "Kurmancî", true},
    {"ckb", "کوردیی ناوەندی", true},
    {"ru", "Русский", true},
    {"es", "Español", true},
    {"ro", "Română", true},
    {"pl", "Polski"},
    {"bs", "Bosanski"},
    {"sq", "Shqip"},
    {"am", "አማርኛ"},
    {"fr", "Français"},
    {"ur", "اردو"},
    {"th", "ไทย"},
    {"vi", "Tiếng Việt"},
    {"zh", "中文"},
    {"hi", "हिन्दी"},
    {"de", "Deutsch"},
    {"fi", "Suomi"},
    {"swl", "Svenskt teckenspråk"},
    {kOtherLanguage, "Annat / Other"},
};

}  // namespace

std::span<const Language> languages() {
    return kLanguages;
}
const Language* language_of(std::string_view code) {
    const auto* found = std::ranges::find(kLanguages, code, &Language::code);
    return found == std::end(kLanguages) ? nullptr : found;
}

}  // namespace samrum::base
