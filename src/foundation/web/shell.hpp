#pragma once
// What stands around every page: skip link, header, navigation, language, account, flash, breadcrumb, footer.
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

struct NavigationItem {
    std::string label = {};
    std::string href = {};
    bool current = false;
};

struct LanguageChoice {
    std::string code = {};  ///< BCP 47
    std::string name = {};  ///< in itself: "English"
    std::string href = {};  ///< this page with `lang=`
};

struct Crumb {
    std::string label = {};
    std::string href = {};  ///< empty on the last one, the page itself
};

struct Shell {
    std::string title = {};        ///< of the page; the window's title adds room and product
    std::string description = {};  ///< for search engines, of public pages
    std::string room_name = {};    ///< "Lunds kommun"; empty outside rooms
    std::string room_href = {};    ///< "/lund"
    std::vector<NavigationItem> navigation = {};
    std::vector<LanguageChoice> languages = {};  ///< the other languages
    std::string person = {};                     ///< who is signed in, as shown; empty: a link to sign in
    std::string account_href = "/account";
    std::string sign_in_href = "/sign-in";
    std::string sign_out_action = "/sign-out";
    std::string search_action = {};  ///< of the search field in the header, "/lund/search"; empty: none
    std::string csrf = {};
    Content banner = {};     ///< "This is a demonstration …"
    std::string flash = {};  ///< what was just done, in words
    Tone flash_tone = Tone::success;
    std::vector<Crumb> breadcrumb = {};
    std::string color_scheme = "auto";  ///< auto, light or dark: the cookie `theme`
    std::string accessibility_href = "/accessibility";
    bool wide = false;   ///< no reading width: pages with broad tables
    bool index = false;  ///< may search engines keep it? Public pages only
};

/// The whole document. `main` writes what lies in <main>, beginning with page_heading().
void shell(Html& h, const Words& words, const Shell& shell, const Slot& main);

/// A bare page without room, navigation and account, for faults that leave nothing else to say.
void bare_page(Html& h, const Words& words, std::string_view title, const Slot& main);

}  // namespace samrum::web
