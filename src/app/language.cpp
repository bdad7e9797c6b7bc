#include "app/language.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

constexpr std::string_view kRightToLeftTest = "sv-x-rtl";
constexpr int kYear = 365 * 24 * 3600;

}  // namespace

bool is_offered(const text::Catalogues& catalogues, std::string_view language) {
    const auto offered = catalogues.languages();
    return language == kRightToLeftTest || std::find(offered.begin(), offered.end(), language) != offered.end();
}

const text::Words& words_for(const text::Catalogues& catalogues, const web::Request& request,
                             std::string_view account_language) {
    for (const std::string_view wish : {request.query.get("lang"), request.cookie(kLanguageCookie), account_language})
        if (!wish.empty() && is_offered(catalogues, wish)) return catalogues.words(wish);
    return catalogues.negotiate(request.header("accept-language"));
}

std::optional<web::Cookie> chosen_language(const text::Catalogues& catalogues, const web::Request& request) {
    const auto wish = request.query.get("lang");
    if (wish.empty() || !is_offered(catalogues, wish)) return std::nullopt;
    return web::Cookie{std::string(kLanguageCookie), std::string(wish), kYear};
}

}  // namespace samrum::app
