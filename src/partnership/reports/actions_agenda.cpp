#include "partnership/reports/actions_agenda.hpp"

#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_read.hpp"

namespace samrum::partnership::reports {

void put_on_agenda(store::Transaction& tx, const Case& about, const Report& report) {
    steering::propose(
        tx, about.head.id, "report/" + report.id.text(),
        {"report.agenda",
         {{"kind", std::string(word_of(report.about.kind))}, {"until", report.about.period.last()->iso()}}},
        "/agreements/" + about.head.id.text() + "/reports/" + report.id.text());
}

std::vector<std::string> meetings_to_choose(store::Reader& room, const module::Caller& caller, AgreementId agreement,
                                            const text::Words& words) {
    std::vector<std::string> all;
    for (const steering::Meeting& one : steering::meetings_of(room, caller, agreement))
        if (one.is_over()) all.push_back(words("report.approve.at", {{"day", words.date(one.day)}}));
    return all;
}

bool is_meeting_to_choose(store::Reader& room, const module::Caller& caller, AgreementId agreement,
                          const text::Catalogues& catalogues, const std::string& said) {
    bool any = false;
    for (const std::string& language : catalogues.languages())
        for (const std::string& one : meetings_to_choose(room, caller, agreement, catalogues.words(language))) {
            any = true;
            if (one == said) return true;
        }
    return !any;
}

}  // namespace samrum::partnership::reports
