#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "foundation/web/components.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>

// Pages for people without an account, on their own phone, in their own language.
namespace samrum::module {

/// The promises that a person who knows the language has read: only those are made in it.
using ShownPromises = std::set<std::string, std::less<>> (*)(store::Reader&, std::string_view language);

/// The words of a visitor's page: the visitor's language, with Swedish beside.
class Visitor {
  public:
    /// The language of `l` in form or query when the pages speak it; else the one that is `known` of them; else of the
    /// browser; else Swedish. `path` is where the pages begin: "/im/a/stadsbiblioteket".
    Visitor(Call& call, std::string path, ShownPromises shown, std::string_view known = {});

    const text::Words& words() const { return *words_; }
    std::string_view language() const { return words_->language(); }
    std::string_view asked() const { return asked_; }  ///< empty: nobody chose yet
    /// A phrase in the visitor's language and, smaller, in Swedish.
    void say(web::Html& h, std::string_view key, const base::MessageArgs& args = {}) const;
    /// The same with arguments that are words themselves, as dates are: made anew for each of the two languages.
    using ArgsIn = std::function<base::MessageArgs(const text::Words&)>;
    void say_in_each(web::Html& h, std::string_view key, const ArgsIn& args) const;
    /// In one line, for buttons and fields, in the visitor's language alone.
    std::string text(std::string_view key, const base::MessageArgs& args = {}) const;
    std::string swedish(std::string_view key, const base::MessageArgs& args = {}) const;
    /// A promise: in the visitor's language only when a person has read it, else in Swedish and English.
    void promise(web::Html& h, std::string_view key, const base::MessageArgs& args = {}) const;
    /// A big button with the phrase on it.
    void button(web::Html& h, std::string_view key, bool primary = true) const;
    /// A path below the pages' own with the language kept: "/t/…?l=ar".
    std::string link(std::string_view below, std::string_view more = {}) const;
    /// The same in another language.
    std::string link_in(std::string_view language, std::string_view below, std::string_view more) const;

  private:
    std::string path_;
    const text::Words* words_ = nullptr;
    const text::Words* swedish_;
    const text::Words* english_;
    std::string asked_;
    std::set<std::string, std::less<>> shown_promises_;
};

/// A visitor's whole document, without the house's navigation and account.
struct VisitorHead {
    std::string title;
    std::string site;          ///< name of the place, or of the programme
    std::string refresh = {};  ///< "15;url=…" takes a kiosk back to its beginning
    bool wall = false;         ///< the large screen
};
web::Response visitor_document(Call& call, const Visitor& visitor, const VisitorHead& head,
                               const std::function<void(web::Html&)>& main, int status = 200);
/// Links to a visitor's page (`below` their own: "/kiosk") in each of the fifteen languages, by their own names.
void language_choice(web::Html& h, const Visitor& visitor, std::string_view below, std::string_view more = {});
/// The dark squares of a QR code, with the quiet zone that readers need.
void qr_picture(web::Html& h, const std::string& holds, const std::string& label);

}  // namespace samrum::module
