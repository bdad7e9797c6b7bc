#include "partnership/module.hpp"

#include "partnership/agreement/module.hpp"
#include "partnership/changes/module.hpp"
#include "partnership/drafting/module.hpp"
#include "partnership/enquiry/module.hpp"
#include "partnership/money/module.hpp"
#include "partnership/overview/module.hpp"
#include "partnership/papers/module.hpp"
#include "partnership/reports/module.hpp"
#include "partnership/steering/module.hpp"

namespace samrum::partnership {

// One slice of several rooms; each module.cpp tells its own.
module::Module partnership_module() {
    module::Module all;
    all.name = "partnership";
    agreement::add_to(all);  // what was agreed: parties, promises, dates, eligibility, and what is delivered on it
    enquiry::add_to(all);    // what comes before: the guide, what associations ask, support of minor importance
    changes::add_to(all);    // how it goes on: signed, running, ending, ended; amendments, dialogue, notice
    money::add_to(all);      // what is paid: instalments, two persons' authorisation, index, claims
    steering::add_to(all);   // who follows it up: the group, its meetings and actions
    reports::add_to(all);    // what became of it: follow-up reports of both parties
    drafting::add_to(all);   // how it came about: the case, and the draft that the parties write together
    papers::add_to(all);     // on paper: originals to sign, the officer's report to the committee
    overview::add_to(all);   // many at once: next dates, figures, money; the timeline of one
    return all;
}

}  // namespace samrum::partnership
