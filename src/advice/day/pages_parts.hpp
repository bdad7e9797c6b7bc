#pragma once
#include "advice/day/actions_day.hpp"
#include "advice/day/actions_queue.hpp"
#include "foundation/module/page.hpp"
#include "foundation/module/visitor.hpp"
#include "foundation/web/components.hpp"

#include <string>
#include <string_view>

// What the pages of the day share.
namespace samrum::advice::day {

/// A picture of ours for a topic, a length ("short" …) or "urgent": understood without reading.
void picture(web::Html& h, std::string_view code);
using module::qr_picture;

/// Where the phone goes: "https://…/im/a/stadsbiblioteket?k=SECRET".
std::string phone_address(const module::Call& call, const DayView& day);
/// Tells every screen of an open session that something changed, on every server.
void announce(const module::Call& call, const OpenSession& open);

/// The first assessment, as a form of staff or visitor sent it.
Assessment assessment_of(const web::Fields& form);

/// The words of a visitor's page, which begins at the site of the path.
class Visitor : public module::Visitor {
  public:
    explicit Visitor(module::Call& call);
};

/// The pictures to choose from, the same on phone and kiosk.
void assessment_fields(web::Html& h, const Visitor& visitor, const Assessment& needs, bool asks_language);

using module::language_choice;
using module::visitor_document;
using module::VisitorHead;

}  // namespace samrum::advice::day
