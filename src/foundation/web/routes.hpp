#pragma once
#include "foundation/web/http.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

/// What a path leads to.
struct RouteMatch {
    std::optional<std::size_t> route;                       ///< number of the route, in the order of add()
    std::map<std::string, std::string, std::less<>> parts;  ///< "/{room}/people" and "/lund/people": room → lund
    std::string allow;     ///< the path is there but not for this method: value of the Allow header of a 405
    std::string location;  ///< the path is there without its last slash: redirect (308) to this path
    bool missing() const { return !route && allow.empty() && location.empty(); }
};

/// Patterns of paths, segment by segment: "/{room}/agreements/{id}". A literal segment wins over a named one, whatever
/// the order of add(); the pattern found so decides alone which methods there are. HEAD walks where GET may.
class RouteTree {
  public:
    RouteTree();
    ~RouteTree();
    RouteTree(RouteTree&&) noexcept;
    RouteTree& operator=(RouteTree&&) noexcept;

    /// A Bug where the pattern does not begin with "/", names a part twice, or stands already for this method.
    std::size_t add(Method method, std::string_view pattern);
    RouteMatch match(Method method, std::string_view path) const;

  private:
    struct Node;
    struct End;
    const Node* walk(const Node& node, std::string_view rest, std::vector<std::string_view>& named) const;
    std::unique_ptr<Node> root_;
    std::size_t count_ = 0;
};

/// A RouteTree whose routes carry something.
template <class T>
class Routes {
  public:
    struct Match : RouteMatch {
        const T* found = nullptr;
    };
    void add(Method method, std::string_view pattern, T carried) {
        tree_.add(method, pattern);
        carried_.push_back(std::move(carried));
    }
    Match match(Method method, std::string_view path) const {
        Match made{tree_.match(method, path)};
        if (made.route) made.found = &carried_[*made.route];
        return made;
    }
    const std::vector<T>& all() const { return carried_; }

  private:
    RouteTree tree_;
    std::vector<T> carried_;
};

}  // namespace samrum::web
