#include "partnership/reports/actions_search.hpp"

#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_readers.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/repository_report.hpp"

namespace samrum::partnership::reports {
namespace {

std::string text_of(const Report& report) {
    std::string text;
    for (const Part& part : report.parts)
        for (const auto& [key, content] : part.sections) {
            text += content.text + "\n\n";
            for (const Judgement& one : content.judgements)
                text += one.title + "\n\n" + one.deviation + "\n\n" + one.explanation + "\n\n";
            for (const Evidence& one : content.evidence) text += one.title + "\n\n" + one.institution + "\n\n";
        }
    return text;
}

void each_report(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const auto& head : agreement::list_agreements(call.room)) {
        const auto readers =
            agreement::readers_of(call.head, agreement::kReadAgreements, agreement::parties_of(call.room, head.id));
        for (const Report& one : load_reports(call.room, head.id)) {
            const bool is_draft = one.state == State::draft;
            take({.link = "/agreements/" + head.id.text() + "/reports/" + one.id.text(),
                  .title = say_kind(call.words, one.about.kind) + " " + call.words.period(one.about.period) + " – " +
                           head.title,
                  .text = text_of(one),
                  .day = one.about.period.last(),
                  .visible_to = is_draft ? std::vector<module::SearchReader>{{&kWriteReports, call.head.organisation}}
                                         : readers});
        }
    }
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "report", .told_by = {"report.", "agreement."}, .each = each_report}};
}

}  // namespace samrum::partnership::reports
