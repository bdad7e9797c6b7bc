#include "foundation/web/routes.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/web/guard.hpp"

#include <algorithm>

namespace samrum::web {

/// Where a pattern ends: its number by method, and the names of its parts in order.
struct RouteTree::End {
    Method method;
    std::size_t route;
    std::vector<std::string> names;
};

struct RouteTree::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> named;
    std::vector<End> ends;
};

namespace {

/// Takes the first segment off `rest`, which begins with "/".
std::string_view next_segment(std::string_view& rest) {
    rest.remove_prefix(1);
    const std::size_t length = std::min(rest.find('/'), rest.size());
    const std::string_view segment = rest.substr(0, length);
    rest.remove_prefix(length);
    return segment;
}

bool is_name(std::string_view segment) {
    return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

}  // namespace

RouteTree::RouteTree() : root_(std::make_unique<Node>()) {}
RouteTree::~RouteTree() = default;
RouteTree::RouteTree(RouteTree&&) noexcept = default;
RouteTree& RouteTree::operator=(RouteTree&&) noexcept = default;

std::size_t RouteTree::add(Method method, std::string_view pattern) {
    base::ensure(pattern.starts_with('/'), "a pattern begins with a slash");
    Node* node = root_.get();
    std::vector<std::string> names;
    for (std::string_view rest = pattern; !rest.empty() && pattern != "/";) {
        const std::string_view segment = next_segment(rest);
        base::ensure(!segment.empty(), "a pattern has no empty segment");
        std::unique_ptr<Node>& next = is_name(segment) ? node->named : node->literal[std::string(segment)];
        if (is_name(segment)) names.emplace_back(segment.substr(1, segment.size() - 2));
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    std::vector<std::string> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    base::ensure(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end(), "a pattern names each part once");
    for (const End& end : node->ends) base::ensure(end.method != method, "a path has one route a method");
    node->ends.push_back({method, count_, std::move(names)});
    return count_++;
}

/// The node that `rest` leads to, with what its named segments held; null when there is none. Literals first.
const RouteTree::Node* RouteTree::walk(const Node& node, std::string_view rest,
                                       std::vector<std::string_view>& named) const {
    if (rest.empty()) return node.ends.empty() ? nullptr : &node;
    const std::string_view segment = next_segment(rest);
    if (segment.empty()) return nullptr;
    if (const auto literal = node.literal.find(segment); literal != node.literal.end())
        if (const Node* found = walk(*literal->second, rest, named)) return found;
    if (!node.named) return nullptr;
    named.push_back(segment);
    if (const Node* found = walk(*node.named, rest, named)) return found;
    named.pop_back();
    return nullptr;
}

RouteMatch RouteTree::match(Method method, std::string_view path) const {
    RouteMatch made;
    if (!path.starts_with('/')) return made;
    const bool slash = path.size() > 1 && path.ends_with('/');
    std::vector<std::string_view> named;
    const Node* node = walk(*root_, path == "/" ? "" : path.substr(0, path.size() - slash), named);
    if (!node) return made;
    if (slash) {
        made.location = path.substr(0, path.size() - 1);
        return made;
    }
    for (Method wanted : {method, method == Method::head ? Method::get : method})
        for (const End& end : node->ends) {
            if (end.method != wanted || made.route) continue;
            made.route = end.route;
            for (std::size_t i = 0; i < named.size(); ++i) made.parts.emplace(end.names[i], named[i]);
        }
    if (made.route) return made;
    for (const End& end : node->ends) {
        if (!made.allow.empty()) made.allow += ", ";
        made.allow += method_name(end.method);
        if (end.method == Method::get) made.allow += ", HEAD";
    }
    return made;
}

}  // namespace samrum::web
