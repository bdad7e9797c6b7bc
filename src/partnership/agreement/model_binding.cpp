#include "partnership/agreement/model_binding.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {

std::string scope_text(const Scope& scope) {
    std::string text;
    for (const auto& [dimension, id] : scope)
        text.append(text.empty() ? "" : "&").append(dimension).append("=").append(id);
    return text;
}

base::Result<Scope> read_scope(std::string_view text) {
    Scope scope;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find('&'));
        const std::size_t mark = one.find('=');
        if (mark == 0 || mark == std::string_view::npos || mark + 1 == one.size())
            return base::problem("scope", "partnership.binding.scope_unreadable");
        scope.emplace(one.substr(0, mark), one.substr(mark + 1));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
    }
    return scope;
}

Scope scope_of(std::string_view text) {
    return read_scope(text).value();
}

}  // namespace samrum::partnership::agreement
