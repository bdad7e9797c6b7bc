#include "directory/pages_parts.hpp"

#include <algorithm>

namespace samrum::directory {

std::optional<SignedIn> signed_in(module::Call& call) {
    return find_session(call.lobby(), call.request.cookie(kSessionCookie), call.now());
}

web::FormState shown_again(const module::Call& call, const base::Problems& problems) {
    return {call.words, call.request.form, problems};
}

std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}

std::string own_path(std::string_view path, std::string_view otherwise) {
    const bool leads_away = path.size() > 1 && (path[1] == '/' || path[1] == '\\');
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != '\\' && c != 0x7f;
    });
    return std::string(path.starts_with('/') && !leads_away && plain ? path : otherwise);
}

}  // namespace samrum::directory
