#include "advice/module.hpp"

#include "advice/day/module.hpp"
#include "advice/figures/module.hpp"
#include "advice/rota/module.hpp"
#include "advice/sheets/module.hpp"
#include "advice/sites/actions_read.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/module.hpp"
#include "advice/volunteers/module.hpp"

namespace samrum::advice {

// One slice, six rooms; each module.cpp tells its own.
module::Module advice_module() {
    module::Module all;
    all.name = "advice";
    all.permissions = {&kRunAdvice, &kAdvise};
    sites::add_to(all);       // where and when: sites, weekly hours, sessions
    volunteers::add_to(all);  // who: languages, training, breaks, leaving
    rota::add_to(all);        // who when: shifts, swaps, the suggested rota
    day::add_to(all);         // the day: queue, desk, visitors' pages, booked times
    sheets::add_to(all);      // what about: case sheets, referral
    figures::add_to(all);     // what it adds up to: measures, figures
    // An association without a site gives no advice, and sees nothing of it but where its coordinator may begin.
    for (module::Navigation& one : all.navigation) {
        one.in_use = sites::has_sites;
        if (one.path == "/advice") one.begins = &kRunAdvice;
    }
    return all;
}

}  // namespace samrum::advice
