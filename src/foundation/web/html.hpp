#pragma once
#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace samrum::web {

/// A string as a template argument, so that tags and attributes are types.
template <std::size_t N>
struct Name {
    char text[N]{};
    constexpr Name(const char (&from)[N]) { std::copy_n(from, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// An element. Only those of `tag` below exist, so an unknown tag does not compile.
template <Name N, bool Void = false>
struct Tag {};

namespace tag {
inline constexpr Tag<"html"> html{};
inline constexpr Tag<"head"> head{};
inline constexpr Tag<"title"> title{};
inline constexpr Tag<"body"> body{};
inline constexpr Tag<"header"> header{};
inline constexpr Tag<"footer"> footer{};
inline constexpr Tag<"main"> main{};
inline constexpr Tag<"nav"> nav{};
inline constexpr Tag<"section"> section{};
inline constexpr Tag<"article"> article{};
inline constexpr Tag<"aside"> aside{};
inline constexpr Tag<"div"> div{};
inline constexpr Tag<"span"> span{};
inline constexpr Tag<"p"> p{};
inline constexpr Tag<"h1"> h1{};
inline constexpr Tag<"h2"> h2{};
inline constexpr Tag<"h3"> h3{};
inline constexpr Tag<"h4"> h4{};
inline constexpr Tag<"ul"> ul{};
inline constexpr Tag<"ol"> ol{};
inline constexpr Tag<"li"> li{};
inline constexpr Tag<"dl"> dl{};
inline constexpr Tag<"dt"> dt{};
inline constexpr Tag<"dd"> dd{};
inline constexpr Tag<"a"> a{};
inline constexpr Tag<"em"> em{};
inline constexpr Tag<"strong"> strong{};
inline constexpr Tag<"small"> small{};
inline constexpr Tag<"code"> code{};
inline constexpr Tag<"pre"> pre{};
inline constexpr Tag<"blockquote"> blockquote{};
inline constexpr Tag<"abbr"> abbr{};
inline constexpr Tag<"bdi"> bdi{};
inline constexpr Tag<"time"> time{};
inline constexpr Tag<"figure"> figure{};
inline constexpr Tag<"figcaption"> figcaption{};
inline constexpr Tag<"table"> table{};
inline constexpr Tag<"caption"> caption{};
inline constexpr Tag<"thead"> thead{};
inline constexpr Tag<"tbody"> tbody{};
inline constexpr Tag<"tfoot"> tfoot{};
inline constexpr Tag<"tr"> tr{};
inline constexpr Tag<"th"> th{};
inline constexpr Tag<"td"> td{};
inline constexpr Tag<"form"> form{};
inline constexpr Tag<"fieldset"> fieldset{};
inline constexpr Tag<"legend"> legend{};
inline constexpr Tag<"label"> label{};
inline constexpr Tag<"button"> button{};
inline constexpr Tag<"select"> select{};
inline constexpr Tag<"option"> option{};
inline constexpr Tag<"textarea"> textarea{};
inline constexpr Tag<"output"> output{};
inline constexpr Tag<"details"> details{};
inline constexpr Tag<"summary"> summary{};
inline constexpr Tag<"dialog"> dialog{};
inline constexpr Tag<"progress"> progress{};
inline constexpr Tag<"meter"> meter{};
inline constexpr Tag<"noscript"> noscript{};
inline constexpr Tag<"script"> script{};  ///< only with src: the CSP refuses inline scripts
inline constexpr Tag<"svg"> svg{};
inline constexpr Tag<"g"> g{};
inline constexpr Tag<"path"> path{};
inline constexpr Tag<"rect"> rect{};
inline constexpr Tag<"line"> line{};
inline constexpr Tag<"circle"> circle{};
inline constexpr Tag<"polyline"> polyline{};
inline constexpr Tag<"text"> text{};
inline constexpr Tag<"meta", true> meta{};
inline constexpr Tag<"link", true> link{};
inline constexpr Tag<"br", true> br{};
inline constexpr Tag<"hr", true> hr{};
inline constexpr Tag<"img", true> img{};
inline constexpr Tag<"input", true> input{};
}  // namespace tag

/// `text` with the characters that HTML gives a meaning written as entities; safe in text and in quoted attributes.
void escape_into(std::string& sink, std::string_view text);
/// True for paths of ours, fragments, queries, https:, http:, mailto:, tel: and webcal: (a calendar to subscribe to);
/// nothing else may be linked.
bool is_safe_url(std::string_view url);

/// One attribute. Made by `attr`, so that inline handlers and styles do not compile.
struct Attribute {
    std::string_view name;
    std::string value;
    bool present = true;
};

namespace attr {
namespace detail {
template <Name N>
inline constexpr bool kAllowed =
    !N.view().starts_with("on") && N.view() != "style" && N.view() != "href" && N.view() != "src" &&
    N.view() != "action" && N.view() != "formaction" && N.view() != "srcdoc";
}
/// Any harmless attribute: `set<"aria-label">("…")`. Handlers, styles and URLs are refused.
template <Name N>
Attribute set(std::string_view value) {
    static_assert(detail::kAllowed<N>, "no inline handlers or styles; URLs through href, src and action");
    return {N.view(), std::string(value), true};
}
/// A boolean attribute, written when `on`: `flag<"required">()`.
template <Name N>
Attribute flag(bool on = true) {
    static_assert(detail::kAllowed<N>, "no inline handlers");
    return {N.view(), "", on};
}
// A table, a line each:
// clang-format off
inline Attribute id(std::string_view v) { return {"id", std::string(v)}; }
inline Attribute cls(std::string_view v) { return {"class", std::string(v)}; }
inline Attribute name(std::string_view v) { return {"name", std::string(v)}; }
inline Attribute value(std::string_view v) { return {"value", std::string(v)}; }
inline Attribute type(std::string_view v) { return {"type", std::string(v)}; }
inline Attribute for_(std::string_view v) { return {"for", std::string(v)}; }
inline Attribute lang(std::string_view v) { return {"lang", std::string(v)}; }
inline Attribute dir(std::string_view v) { return {"dir", std::string(v)}; }
inline Attribute url(std::string_view attribute, std::string_view v) {
    return {attribute, is_safe_url(v) ? std::string(v) : std::string("about:invalid")};
}
inline Attribute href(std::string_view v) { return url("href", v); }
inline Attribute src(std::string_view v) { return url("src", v); }
inline Attribute action(std::string_view v) { return url("action", v); }
// clang-format on
}  // namespace attr

/// HTML that is known to be safe (of the Markdown renderer).
struct TrustedHtml {
    std::string_view html;
};

/// Writes HTML straight into a string: `h(tag::p, attr::cls("lead"), "text", [&] { h(tag::br); })`.
/// Attributes come first; then text (escaped), TrustedHtml, or callables that write what lies inside.
class Html {
  public:
    explicit Html(std::string& sink) : sink_(sink) {}

    template <Name N, bool Void, class... Parts>
    void operator()(Tag<N, Void>, const Parts&... parts) {
        sink_ += '<';
        sink_ += N.view();
        (attribute(parts), ...);
        sink_ += '>';
        if constexpr (Void) {
            static_assert((std::same_as<Parts, Attribute> && ...), "a void element holds attributes only");
        } else {
            (content(parts), ...);
            sink_ += "</";
            sink_ += N.view();
            sink_ += '>';
        }
    }
    /// Text between elements, escaped.
    void text(std::string_view words) { escape_into(sink_, words); }
    void trusted(TrustedHtml html) { sink_ += html.html; }
    void doctype() { sink_ += "<!doctype html>\n"; }
    std::string& sink() { return sink_; }

  private:
    template <class Part>
    void attribute(const Part& part) {
        if constexpr (std::same_as<Part, Attribute>) write(part);
    }
    void write(const Attribute& one) {
        if (!one.present) return;
        sink_ += ' ';
        sink_ += one.name;
        sink_ += "=\"";
        escape_into(sink_, one.value);
        sink_ += '"';
    }
    template <class Part>
    void content(const Part& part) {
        if constexpr (std::same_as<Part, Attribute>) {
        } else if constexpr (std::same_as<Part, TrustedHtml>) {
            trusted(part);
        } else if constexpr (std::invocable<const Part&>) {
            part();
        } else {
            text(std::string_view(part));
        }
    }
    std::string& sink_;
};

}  // namespace samrum::web
