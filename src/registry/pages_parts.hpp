#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "registry/actions_register.hpp"

#include <string>
#include <string_view>
#include <vector>

// What the pages of the registry share.
namespace samrum::registry {

/// A message of this slice: `said(call, "title")` is `registry.title`.
std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {});
std::string typed(const module::Call& call, std::string_view field);
/// The columns of both lists, and how a query asks for them.
std::vector<web::Column> list_columns(const module::Call& call);
Search search_of(const module::Call& call, const web::ListView& view);
web::ListView view_of(const module::Call& call);
/// The search field above both lists.
void search_form(web::Html& h, const module::Call& call, std::string_view path);
/// The page of the registry while it is off, for whoever may switch it on.
web::Response off_page(module::Call& call, const base::Problems& problems);
/// The columns of a CSV file of the list, in the reader's words, and one line of it.
std::string csv_of(const module::Call& call, const std::vector<PublicLine>& lines);
/// At most so many lines in a file; what is more is asked for in parts, by searching.
inline constexpr int kMostExported = 100'000;

}  // namespace samrum::registry
