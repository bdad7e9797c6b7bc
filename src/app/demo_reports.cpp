// Follow-up reports of the Lund case: Kompis' half-year of 2019 with the experiences of both parties, approved; and
// RådRum's autumn, drafted in IM's room and still being written. Sentences are ours, figures come from the made-up log.
#include "app/demo.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/actions_submit.hpp"
#include "partnership/reports/actions_write.hpp"

#include <utility>
#include <vector>

namespace samrum::app {
namespace {

using partnership::agreement::AgreementId;
namespace reports = partnership::reports;
using reports::ReportKind;

const base::Period kSpring{base::Date::of(2019, 1, 1), base::Date::of(2019, 6, 30)};
const base::Period kAutumn{base::Date::of(2019, 7, 1), base::Date::of(2019, 12, 31)};

/// One party at work in its room, on a day.
struct Writer {
    Writer(DemoBuild& build, std::string_view account, std::string_view short_name, base::Date day)
        : head(build.rooms.find(short_name)->second),
          caller(build.caller(account, head)),
          room(build.store.room(head.id)),
          house(build.house) {
        house.clocks = base::Clocks(day);
    }
    AgreementId agreement(std::string_view slug) const {
        for (const auto& one : partnership::agreement::read_agreements(*room, caller))
            if (one.head.slug == slug) return one.head.id;
        base::ensure(false, "the agreements are imported before they are followed up");
        return {};
    }

    const module::RoomHead& head;
    module::Caller caller;
    std::unique_ptr<store::Session> room;
    module::House house;
};

using Texts = std::vector<std::pair<std::string_view, std::string_view>>;

/// Adds sentences below what was drafted.
void add_texts(Writer& writer, const reports::SectionPlace& at, const Texts& texts) {
    for (const auto& [section, text] : texts) {
        reports::SectionPlace place = at;
        place.section = section;
        const auto found = reports::section_to_write(*writer.room, writer.caller, place);
        base::ensure(found.has_value(), "the template has the demo's sections");
        reports::SectionContent content = found->saved.content;
        content.text += (content.text.empty() ? "" : "\n") + std::string(text);
        must(reports::write_section(*writer.room, writer.caller, writer.house.clocks.today(), place, content,
                                    found->saved.revision));
    }
}

/// What nobody counts was kept: the demo's parties say so of each such promise.
void judge_the_rest(Writer& writer, const reports::SectionPlace& at, std::string_view explanation) {
    reports::SectionPlace place = at;
    place.section = "commitments";
    const auto found = reports::section_to_write(*writer.room, writer.caller, place);
    reports::SectionContent content = found->saved.content;
    for (reports::Judgement& one : content.judgements) {
        if (one.verdict != reports::Verdict::unjudged) continue;
        one.verdict = reports::Verdict::kept;
        one.explanation = explanation;
    }
    must(reports::write_section(*writer.room, writer.caller, writer.house.clocks.today(), place, content,
                                found->saved.revision));
}

reports::ReportId draft(Writer& writer, std::string_view slug, ReportKind kind, const base::Period& period) {
    return must(reports::draft_report(*writer.room, writer.house, writer.caller, writer.agreement(slug), kind, period));
}

void write_and_submit(Writer& writer, ReportKind kind, const std::string& party, const Texts& texts,
                      std::string_view explanation) {
    const reports::SectionPlace at{writer.agreement("kompis-2019"), draft(writer, "kompis-2019", kind, kSpring), party,
                                   ""};
    add_texts(writer, at, texts);
    judge_the_rest(writer, at, explanation);
    must(reports::submit_part(*writer.room, writer.house, writer.caller, at.agreement, at.report, party));
}

const Texts kKompisHalfYear{
    {"works_well",
     "De flesta paren hittade varandra snabbt när samtalet innan tog tid på sig. De gemensamma träffarna lockade också "
     "dem som ännu väntade på en kompis."},
    {"to_improve",
     "Fler etablerade än nyanlända anmälde sig under våren, så väntan blev ojämn. Vi vill nå fler nyanlända genom "
     "sfi."},
    {"ahead", "Under hösten vill vi pröva träffar tillsammans med biblioteket."}};
const Texts kLundHalfYear{
    {"works_well", "Samtalen med föreningen har varit öppna, och kontakterna med sfi kom till stånd under våren."},
    {"to_improve", "Förvaltningen kom sent i gång med att sprida information på mötesplatserna."}};
const Texts kKompisLessons{
    {"lessons",
     "Sex månader är en lagom tid för ett par, men en för kort tid för en överenskommelse: de par som startade i maj "
     "hann bara börja."},
    {"elsewhere",
     "Flera deltagare har berättat om praktik och arbete som kom genom en kompis. Det syns inte i våra siffror och ska "
     "inte göra det heller."},
    {"qualitative", "Deltagare beskriver att de vågar prata svenska i vardagen på ett annat sätt än i klassrummet."}};
const Texts kLundLessons{
    {"lessons",
     "Formen fungerar när båda parter har någon som håller i den. Uppföljningen blev enklare när siffrorna kom från "
     "föreningen själv."},
    {"works_well", "Rollerna var tydliga: föreningen höll i verksamheten, förvaltningen i kontakterna."}};

void approve_kompis(DemoBuild& build, Writer& officer, ReportKind kind) {
    const auto agreement = officer.agreement("kompis-2019");
    for (const auto& one : reports::read_reports(*officer.room, officer.house, officer.caller, agreement)) {
        if (one.about.kind != kind) continue;
        must(reports::approve(*officer.room, officer.house, officer.caller, agreement, one.id,
                              {officer.house.clocks.today().iso(), "Styrgruppen", ""}));
        must(reports::publish(*officer.room, officer.caller, agreement, one.id, true));
    }
    build.run_jobs();
}

void follow_kompis_up(DemoBuild& build) {
    Writer kompis(build, "coordinator-kompis", "kompis", base::Date::of(2019, 8, 20));
    Writer lund(build, "officer", "lund", base::Date::of(2019, 8, 30));
    Writer group(build, "officer", "lund", base::Date::of(2019, 9, 12));
    must(partnership::agreement::make_delivery(*kompis.room, kompis.house, kompis.caller,
                                               {kompis.agreement("kompis-2019"), "pairs", kSpring, "", true}));
    build.run_jobs();
    constexpr std::string_view kAsAgreed = "Som överenskommet.";
    write_and_submit(kompis, ReportKind::half_year, "kompis", kKompisHalfYear, kAsAgreed);
    write_and_submit(kompis, ReportKind::experience, "kompis", kKompisLessons, kAsAgreed);
    build.run_jobs();
    write_and_submit(lund, ReportKind::half_year, "socialforvaltningen", kLundHalfYear, kAsAgreed);
    write_and_submit(lund, ReportKind::experience, "socialforvaltningen", kLundLessons, kAsAgreed);
    approve_kompis(build, group, ReportKind::half_year);
    approve_kompis(build, group, ReportKind::experience);
}

/// IM's coordinator has begun on what the night drafted; Lund has not begun on its own.
void follow_radrum_up(DemoBuild& build) {
    Writer im(build, "coordinator-im", "im", build.day);
    Writer lund(build, "officer", "lund", build.day);
    if (build.day <= *kAutumn.last()) return;
    add_texts(im, {im.agreement("radrum-2019"), draft(im, "radrum-2019", ReportKind::half_year, kAutumn), "im", ""},
              {{"works_well",
                "Hänvisningen till och från medborgarcenter fungerar åt båda håll. Besökare som behöver längre tid får "
                "den på Linero."},
               {"to_improve",
                "Kön på Stadsbiblioteket börjar före öppningen. Vi prövar att två rådgivare tar emot redan i kön."}});
    draft(lund, "radrum-2019", ReportKind::half_year, kAutumn);
}

}  // namespace

void make_reports(DemoBuild& build) {
    if (build.day > base::Date::of(2019, 9, 12)) follow_kompis_up(build);
    follow_radrum_up(build);
}

}  // namespace samrum::app
