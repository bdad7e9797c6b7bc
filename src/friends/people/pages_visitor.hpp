#pragma once
#include "foundation/module/visitor.hpp"
#include "foundation/web/fields.hpp"
#include "friends/people/model.hpp"

#include <string>
#include <string_view>

// What the phone pages of the slice share: also those of the proposals and of the pairs.
namespace samrum::friends::people {

/// The words of a page behind a secret address, `/{room}/k/{secret}`; `known`: the language of the participant.
class OwnVisitor : public module::Visitor {
  public:
    explicit OwnVisitor(module::Call& call, std::string_view known = {});
};

/// "friend.interest.food" of `interest` and "food".
std::string phrase_of(std::string_view question, std::string_view code);
/// The page for an address that nobody has (any more).
web::Response nobody_here(module::Call& call);
/// Where the participant begins, behind their secret address. `friend_is_gone`: the one whom they met has withdrawn,
/// and nobody has decided yet what comes next.
web::Response own_page(module::Call& call, bool friend_is_gone);
/// A big button that sends a form of its own.
void own_button(module::Call& call, web::Html& h, const module::Visitor& visitor, std::string_view path,
                std::string_view key, bool primary = true);
/// A line of the visitor's words, large.
void lead(web::Html& h, const module::Visitor& visitor, std::string_view key, const base::MessageArgs& args = {});

}  // namespace samrum::friends::people
