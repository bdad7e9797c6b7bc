#include "foundation/module/page.hpp"

#include "foundation/module/module.hpp"
#include "foundation/web/shell.hpp"

#include <algorithm>

namespace samrum::module {
namespace {

using namespace web;

constexpr std::string_view kRightToLeftTest = "sv-x-rtl";

bool may_walk(const Call& call, const Navigation& entry) {
    return entry.permission ? may_anywhere(call.caller, *entry.permission) : !call.caller.grants.empty();
}

bool is_in_use(Call& call, const Navigation& entry) {
    return !entry.in_use || entry.in_use(call.room());
}

/// The entries that `is_wanted`, in order; none outside rooms.
template <typename Wanted>
std::vector<const Navigation*> entries_of(const Call& call, Wanted is_wanted) {
    std::vector<const Navigation*> entries;
    if (!call.head) return entries;
    for (const Module& slice : call.house.modules)
        for (const Navigation& entry : slice.navigation)
            if (is_wanted(entry)) entries.push_back(&entry);
    std::stable_sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    return entries;
}

/// Does the path lie at or below an entry's?
bool lies_below(std::string_view path, std::string_view href) {
    return path == href || (path.starts_with(href) && path[href.size()] == '/');
}

/// The entry that the page belongs to: of several above each other, the nearest. Null: it lies under none of them.
const Navigation* entry_of_page(const Call& call, const std::vector<const Navigation*>& entries) {
    const Navigation* nearest = nullptr;
    for (const Navigation* entry : entries) {
        const bool nearer = !nearest || nearest->path.size() < entry->path.size();
        if (nearer && lies_below(call.request.path, call.link(entry->path))) nearest = entry;
    }
    return nearest;
}

/// The entries with the one marked that the page belongs to.
std::vector<NavigationItem> navigation_items(const Call& call, const std::vector<const Navigation*>& entries) {
    std::vector<NavigationItem> items;
    const Navigation* here = entry_of_page(call, entries);
    items.reserve(entries.size());
    for (const Navigation* entry : entries)
        items.push_back({call.words(entry->label), call.link(entry->path), entry == here});
    return items;
}

/// Takes the next part of a path: "lund" of "/lund/cases", and leaves "/cases".
std::string_view take_part(std::string_view& path) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    return part;
}

/// How many parts a pattern has, when the path lies at it or below; else nothing. "{id}" stands for any part.
std::size_t parts_above(std::string_view pattern, std::string_view path) {
    std::size_t parts = 0;
    for (; !pattern.empty(); ++parts) {
        if (path.empty()) return 0;
        const std::string_view wanted = take_part(pattern);
        const std::string_view part = take_part(path);
        if (!wanted.starts_with('{') && wanted != part) return 0;
    }
    return parts;
}

/// The help that is nearest to the page: a slice's own text, or that of the entry that it lies under.
std::string help_of(const Call& call, const std::vector<const Navigation*>& entries) {
    const Navigation* here = entry_of_page(call, entries);
    std::size_t nearest = here ? parts_above(call.link(here->path), call.request.path) : 0;
    std::string key = here ? std::string(here->label) + ".help" : std::string();
    for (const Module& slice : call.house.modules)
        for (const Help& one : slice.helps)
            if (const auto parts = parts_above(one.pattern, call.request.path); parts > nearest) {
                nearest = parts;
                key = one.text;
            }
    return key;
}

/// What one does on this page, folded, in the same place on every page (WCAG 3.2.6).
void help(const Call& call, Html& h, const std::vector<const Navigation*>& entries) {
    const std::string key = help_of(call, entries);
    if (key.empty() || !call.words.has(key)) return;
    h(tag::details, attr::cls("s-help"), [&] {
        h(tag::summary, call.words("page.help"));
        h(tag::div, attr::cls("s-help__text"), [&] {
            paragraph(h, call.words(key));
            paragraph(h, [&] { link(h, "/guide", call.words("page.help.guide")); });
        });
    });
}

/// This page in another language; a page that came by POST cannot be asked for again, so that goes by /language.
std::string in_language(const Call& call, const std::string& code) {
    Fields query;
    if (call.request.method != Method::get) {
        query.add("lang", code);
        query.add("next", call.request.path);
        return "/language?" + query.encoded();
    }
    for (const auto& [name, value] : call.request.query.all())
        if (name != "lang") query.add(name, value);
    query.add("lang", code);
    return call.request.path + "?" + query.encoded();
}

/// Is there a search for the caller in this room? Everybody with a role has one.
bool is_searched(const Call& call) {
    return !call.caller.grants.empty() && std::any_of(call.house.modules.begin(), call.house.modules.end(),
                                                      [](const Module& slice) { return slice.name == "search"; });
}

std::vector<LanguageChoice> other_languages(const Call& call) {
    std::vector<LanguageChoice> others;
    for (const std::string& code : call.house.catalogues->languages())
        if (code != call.words.language() && code != kRightToLeftTest)
            others.push_back({code, call.house.catalogues->words(code)("language.own_name"), in_language(call, code)});
    return others;
}

/// That nothing here is real, which day it is, and where the letters lie.
void demo_banner(const Call& call, Html& h) {
    h.text(call.words("page.demo_banner", {{"date", call.words.date(call.today())}}));
    h.text(" ");
    link(h, "/mail", call.words("page.demo_letters"));
}

Shell shell_of(Call& call, const PageHead& head, Html& h, const std::vector<const Navigation*>& entries) {
    Shell shell;
    shell.title = head.title;
    shell.description = head.description;
    if (call.head) {
        shell.room_name = call.head->name;
        shell.room_href = call.link("");
        shell.navigation = navigation_items(call, entries);
        if (is_searched(call)) shell.search_action = call.link("/search");
    }
    shell.languages = other_languages(call);
    shell.person = call.caller.signed_in() ? call.caller.label : "";
    shell.csrf = call.csrf;
    if (call.house.demo) shell.banner = [&h, &call] { demo_banner(call, h); };
    if (!call.flash.empty()) shell.flash = call.words(call.flash);
    // What could not be done is told in the same place, and looks like it.
    if (call.flash.find(".problem.") != std::string::npos) shell.flash_tone = Tone::danger;
    for (const auto& [label, href] : head.crumbs) shell.breadcrumb.push_back({label, href});
    if (!head.crumbs.empty()) shell.breadcrumb.push_back({head.title, ""});
    if (const auto theme = call.request.cookie("theme"); theme == "light" || theme == "dark")
        shell.color_scheme = theme;
    shell.wide = head.wide;
    shell.index = head.index && !call.caller.signed_in();
    return shell;
}

web::Response plain_words(Call& call, std::string_view kind, int status) {
    const std::string key = "page." + std::string(kind);
    return page(
        call, {.title = call.words(key + ".title"), .lead = call.words(key + ".text")}, [](Html&) {}, status);
}

}  // namespace

std::vector<const Navigation*> navigation_for(Call& call) {
    return entries_of(call, [&](const Navigation& entry) { return may_walk(call, entry) && is_in_use(call, entry); });
}

std::vector<const Navigation*> navigation_to_begin(Call& call) {
    return entries_of(call, [&](const Navigation& entry) {
        return entry.begins && may_anywhere(call.caller, *entry.begins) && !is_in_use(call, entry);
    });
}

web::Response Call::done(std::string path, std::string_view flash_key) const {
    web::Response response = web::Response::redirect(std::move(path));
    response.cookies.push_back({std::string(kFlashCookie), std::string(flash_key), 60});
    return response;
}

web::Response page(Call& call, const PageHead& head, const std::function<void(Html&)>& body, int status) {
    std::string out;
    out.reserve(16 * 1024);
    Html h(out);
    const auto entries = navigation_for(call);
    shell(h, call.words, shell_of(call, head, h, entries), [&] {
        // What is not there, or not for the reader, is not explained.
        if (status != 403 && status != 404) help(call, h, entries);
        if (!head.own_heading) page_heading(h, {.title = head.title, .lead = head.lead});
        body(h);
    });
    web::Response response = web::Response::html(std::move(out), status);
    if (!call.flash.empty()) response.cookies.push_back({std::string(kFlashCookie), "", 0});
    return response;
}

web::Response not_found(Call& call) {
    return plain_words(call, "not_found", 404);
}
web::Response forbidden(Call& call) {
    return plain_words(call, "forbidden", 403);
}

std::optional<web::Response> refused_page(Call& call, const base::Problems& problems) {
    if (!is_refusal(problems)) return std::nullopt;
    return not_found(call);
}

}  // namespace samrum::module
