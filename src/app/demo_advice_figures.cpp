// What RådRum's sessions left, and where its visitors are referred. Every count is synthetic; the units are those that
// the documents name, their addresses, numbers and hours invented or left out.
#include "advice/sheets/actions_unit.hpp"
#include "app/demo.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"

namespace samrum::app {
namespace {

namespace sheets = advice::sheets;

struct DemoUnit {
    const char* type;
    const char* name;
    const char* organisation;
    const char* description;
    std::vector<std::string> languages;
    std::vector<std::string> topics;
};
const DemoUnit kUnits[] = {
    {"medborgarcenter",
     "Medborgarcenter Kristallen",
     "Lunds kommun",
     "Hjälper direkt med kommunens tjänster, e-tjänster och blanketter (påhittade uppgifter).",
     {"sv", "en", "ar"},
     {"form", "letter", "society"}},
    {"municipal",
     "Vägen in",
     "Lunds kommun",
     "Samordnad hjälp till familjer i en svår situation (påhittade uppgifter).",
     {"sv", "en"},
     {"family", "money"}},
    {"municipal",
     "Flyktingenheten",
     "Lunds kommun",
     "Stöd under den första tiden i kommunen (påhittade uppgifter).",
     {"sv", "en", "ar", "fa-AF"},
     {"housing", "society"}},
    {"authority",
     "Arbetsförmedlingen i Lund",
     "Arbetsförmedlingen",
     "Arbete, utbildning och etablering (påhittade uppgifter).",
     {"sv", "en"},
     {"work", "school"}},
    {"association",
     "Språkkafé i Linero",
     "Påhittade föreningen",
     "Svenska över en kopp kaffe. Ingen anmälan (påhittade uppgifter).",
     {"sv", "ar", "so"},
     {"school", "society"}},
};

void list_units(DemoBuild& build, store::Session& room, const module::Caller& coordinator) {
    for (const DemoUnit& one : kUnits) {
        sheets::UnitDraft draft;
        draft.type = one.type;
        draft.name = one.name;
        draft.organisation = one.organisation;
        draft.description = one.description;
        draft.languages = one.languages;
        draft.topics = one.topics;
        draft.municipality = "Lund";
        must(sheets::add_unit(room, coordinator, build.day, draft));
    }
}

}  // namespace

void count_advice(DemoBuild& build) {
    build.load("advice.counts", "coordinator-im", "im", "advice-im.csv");
    const module::RoomHead& head = build.rooms.find("im")->second;
    const module::Caller coordinator = build.caller("coordinator-im", head);
    const auto room = build.store.room(head.id);
    list_units(build, *room, coordinator);
    // From the agreement's first day the promise is counted by the advice service, and the log holds none of its
    // sessions.
    for (const auto& one : partnership::agreement::read_agreements(*room, coordinator))
        if (one.head.slug == "radrum-2019")
            must(partnership::agreement::rebind(*room, build.house, coordinator, one.head.id, "sessions",
                                                "advice.sessions", {{"activity", "radrum"}}, *one.head.first));
}

}  // namespace samrum::app
