#pragma once
#include "foundation/module/call.hpp"
#include "foundation/web/html.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::module {

struct Navigation;

/// What stands around the body of a page.
struct PageHead {
    std::string title;  ///< in the reader's words: the window's title and, unless the body writes its own, the `<h1>`
    std::vector<std::pair<std::string, std::string>> crumbs = {};  ///< words and path of the pages above this one
    std::string lead = {};                                         ///< a sentence or two under the heading
    std::string description = {};                                  ///< for search engines, of public pages
    bool own_heading = false;                                      ///< the body begins with web::page_heading() itself
    bool wide = false;                                             ///< broad tables: no reading width
    bool index = false;                                            ///< search engines may keep it: public pages only
};

/// The entries of the room's navigation that the caller may walk to, in order; none outside rooms.
std::vector<const Navigation*> navigation_for(Call& call);
/// The entries that the room has not taken into use, for those who may begin.
std::vector<const Navigation*> navigation_to_begin(Call& call);

/// A whole page: shell, navigation of what the caller may reach, demo banner, flash (shown once), title and `body`.
web::Response page(Call& call, const PageHead& head, const std::function<void(web::Html&)>& body, int status = 200);

/// 404 in the reader's language. What must not be known and what is not there look alike.
web::Response not_found(Call& call);
/// 403 in the reader's language, for what everybody may know exists.
web::Response forbidden(Call& call);
/// `not_found` when the problems hold a refusal, else nothing: what a page asks before it shows problems beside a form.
std::optional<web::Response> refused_page(Call& call, const base::Problems& problems);

}  // namespace samrum::module
