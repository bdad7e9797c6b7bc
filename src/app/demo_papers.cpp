// The papers of RådRum's agreement: its original, and the officer's report about its first half-year. When the paper
// was signed the sources do not say but for the month, so the demo writes down what they say and no day.
#include "app/demo.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/papers/actions_memo.hpp"
#include "partnership/papers/actions_original.hpp"

namespace samrum::app {
namespace {

namespace papers = partnership::papers;

/// What a person wrote in the draft, where the case holds nothing: invented.
constexpr std::pair<papers::MemoSection, std::string_view> kWritten[] = {
    {papers::MemoSection::child,
     "Beslutet påverkar barn indirekt. De som söker råd hos RådRum är vuxna, men många frågor rör barnens skola, "
     "barnomsorg och vård. När föräldrar får hjälp i tid blir vardagen tryggare för barnen. Barn har inte tillfrågats "
     "inför "
     "den här redovisningen."},
    {papers::MemoSection::works,
     "- Besökare hänvisas rätt mellan RådRum och kommunens verksamheter.\n"
     "- Stadsbiblioteket är välbesökt, och Linero bibliotek får fler besök än förut.\n"
     "- Nya frivilliga har tagit plats bland rådgivarna."},
    {papers::MemoSection::improve,
     "- På Stadsbiblioteket är det kö redan när dörren öppnas.\n"
     "- Det saknas rådgivare i flera språk. Till dess hjälper språkstöd på telefon.\n"
     "- Tidsbokning prövas på Linero."},
};

/// Everybody has signed, as the agreement went on; the source tells the month, no day, no name, and has no scan.
void sign(DemoBuild& build, store::Session& session, const module::Caller& officer,
          partnership::agreement::AgreementId id) {
    constexpr const char* kFunctions[] = {"socialdirektör", "generalsekreterare", "HR-chef"};
    int position = 0;
    for (const char* function : kFunctions)
        must(papers::record_signature(session, build.house, officer, id, 1, ++position,
                                      {function, "", "Lund", "", "juni 2019, dagen saknas i källan"}, std::nullopt));
}

}  // namespace

void make_papers(DemoBuild& build) {
    const module::RoomHead& room = build.rooms.find("lund")->second;
    const module::Caller officer = build.caller("officer", room);
    const auto session = build.store.room(room.id);
    for (const auto& one : partnership::agreement::read_agreements(*session, officer)) {
        if (one.head.slug != "radrum-2019") continue;
        const auto id = one.head.id;
        must(papers::make_original(*session, build.house, officer, id));
        sign(build, *session, officer, id);
        const auto memo = must(papers::begin_memo(*session, build.house, officer, id, papers::MemoKind::account,
                                                  base::Date::of(2019, 12, 31)));
        for (const auto& [section, text] : kWritten)
            must(papers::save_section(*session, build.house, officer, id, memo, section, text, 1));
    }
    build.run_jobs();  // the original arrives in IM's room
}

}  // namespace samrum::app
