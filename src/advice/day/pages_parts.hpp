#pragma once
#include "advice/day/actions_day.hpp"
#include "advice/day/actions_queue.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>

// What the pages of the day share.
namespace samrum::advice::day {

/// A picture of ours for a topic, a length ("short" …) or "urgent": understood without reading.
void picture(web::Html& h, std::string_view code);
/// The dark squares of a QR code, with the quiet zone that readers need.
void qr_picture(web::Html& h, const std::string& holds, const std::string& label);

/// Where the phone goes: "https://…/im/a/stadsbiblioteket?k=SECRET".
std::string phone_address(const module::Call& call, const DayView& day);
/// Tells every screen of an open session that something changed, on every server.
void announce(const module::Call& call, const OpenSession& open);

/// The first assessment, as a form of staff or visitor sent it.
Assessment assessment_of(const web::Fields& form);

/// The words of a visitor's page: the visitor's language, with Swedish beside.
class Visitor {
  public:
    /// The language of `l` in form or query when the pages speak it; else of the browser; else Swedish.
    explicit Visitor(module::Call& call);

    const text::Words& words() const { return *words_; }
    std::string_view language() const { return words_->language(); }
    std::string_view asked() const { return asked_; }  ///< empty: nobody chose yet
    /// A phrase in the visitor's language and, smaller, in Swedish.
    void say(web::Html& h, std::string_view key, const base::MessageArgs& args = {}) const;
    /// In one line, for buttons and fields: "خذ رقم انتظار · Ta en kölapp" with each in its own direction.
    std::string text(std::string_view key, const base::MessageArgs& args = {}) const;
    std::string swedish(std::string_view key, const base::MessageArgs& args = {}) const;
    /// A promise: in the visitor's language only when a person has read it, else in Swedish and English.
    void promise(web::Html& h, std::string_view key) const;
    /// A big button with the phrase on it.
    void button(web::Html& h, std::string_view key, bool primary = true) const;
    /// `path` below the site with the language kept: "/t/…?l=ar".
    std::string link(std::string_view below, std::string_view more = {}) const;
    /// The same in another language.
    std::string link_in(std::string_view language, std::string_view below, std::string_view more) const;

  private:
    module::Call& call_;
    const text::Words* words_;
    const text::Words* swedish_;
    const text::Words* english_;
    std::string asked_;
    std::set<std::string, std::less<>> shown_promises_;
};

/// The pictures to choose from, the same on phone and kiosk.
void assessment_fields(web::Html& h, const Visitor& visitor, const Assessment& needs, bool asks_language);

/// A visitor's whole document, without the house's navigation and account.
struct VisitorHead {
    std::string title;
    std::string site;          ///< name of the place
    std::string refresh = {};  ///< "15;url=…" takes a kiosk back to its beginning
    bool wall = false;         ///< the large screen
};
web::Response visitor_document(module::Call& call, const Visitor& visitor, const VisitorHead& head,
                               const std::function<void(web::Html&)>& main, int status = 200);
/// Links to a visitor's page (`below` the site: "/kiosk") in each of the fifteen languages, by their own names.
void language_choice(web::Html& h, const Visitor& visitor, std::string_view below, std::string_view more = {});

}  // namespace samrum::advice::day
