#pragma once
#include "partnership/money/pages_parts.hpp"

/// What can be done with an instalment now, as forms on its page.
namespace samrum::partnership::money {

/// What a page of one instalment draws with.
struct InstalmentView {
    web::Html& h;
    module::Call& call;
    const Shown& shown;
    const LiveInstalment& one;
    const web::FormState& state;
    const text::Words& words() const { return call.words; }
    std::string path() const { return instalment_link(call, shown.read.head, one); }
    std::string account() const { return call.caller.account ? call.caller.account->text() : ""; }
};

/// The steps that its status allows; what falls after the end says so first.
void instalment_steps(const InstalmentView& view);

}  // namespace samrum::partnership::money
