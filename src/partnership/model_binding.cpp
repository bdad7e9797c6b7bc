#include "partnership/model_binding.hpp"

namespace samrum::partnership {

std::string scope_text(const Scope& scope) {
    std::string text;
    for (const auto& [dimension, id] : scope) text += (text.empty() ? "" : "&") + dimension + "=" + id;
    return text;
}

Scope scope_of(std::string_view text) {
    Scope scope;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find('&'));
        const std::size_t mark = one.find('=');
        base::ensure(mark != std::string_view::npos, "a scope is written as dimension=id");
        scope.emplace(one.substr(0, mark), one.substr(mark + 1));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
    }
    return scope;
}

}  // namespace samrum::partnership
