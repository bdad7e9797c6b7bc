#include "app/paths.hpp"

#include <algorithm>

namespace samrum::app {

std::string own_path(std::string_view path) {
    const bool leads_away = path.size() > 1 && (path[1] == '/' || path[1] == '\\');
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != '\\' && c != 0x7f;
    });
    return path.starts_with('/') && !leads_away && plain ? std::string(path) : "/";
}

}  // namespace samrum::app
