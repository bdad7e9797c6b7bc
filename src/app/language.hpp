#pragma once
#include "foundation/text/words.hpp"
#include "foundation/web/http.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samrum::app {

/// The cookie that remembers a chosen language for a year.
inline constexpr std::string_view kLanguageCookie = "language";

/// Is it a complete language, or the one forced right to left for tests?
bool is_offered(const text::Catalogues& catalogues, std::string_view language);
/// The words of a request: `?lang=` of this request, else the cookie, else the account's choice, else what the browser
/// asks for. `sv-x-rtl` (Swedish forced right to left, for tests) goes by query and cookie alone.
const text::Words& words_for(const text::Catalogues& catalogues, const web::Request& request,
                             std::string_view account_language);
/// The cookie to set when the request chose a language by `?lang=`.
std::optional<web::Cookie> chosen_language(const text::Catalogues& catalogues, const web::Request& request);

}  // namespace samrum::app
