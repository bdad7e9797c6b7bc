// Lund's compact, adopted by its assembly (KF 2019-01-31 § 16); who has joined, and two entries of one association, are
// invented.
#include "app/demo.hpp"
#include "directory/actions_compact.hpp"
#include "directory/actions_organisation.hpp"

namespace samrum::app {
namespace {

const store::Actor kDirectoryDemo{"demo", "demo"};

/// A page without a word: no real board's minutes are in the demo.
constexpr std::string_view kEmptyMinutes =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

directory::CompactInput lunds_compact(const text::Words& words) {
    directory::CompactInput input{.level = "local",
                                  .title = "Överenskommelsen i Lund",
                                  .parties = "Lunds kommun\nIdéburna organisationer i Lund",
                                  .adopted_by = "kommunfullmäktige",
                                  .adopted_on = "2019-01-31",
                                  .paragraph = "§ 16",
                                  .website = "",
                                  .principles = ""};
    for (const char* key : {"independence", "dialogue", "quality", "continuity", "openness", "diversity"})
        input.principles += words("directory.compact.principle." + std::string(key)) + "\n";
    return input;
}

directory::AccessionId join(DemoBuild& build, store::Session& room, const module::Caller& who,
                            directory::CompactId compact, std::string_view organisation, const char* day) {
    const auto id = build.organisations.find(organisation)->second;
    return must(directory::send_accession(
        room, who, base::Date::parse(day).value().plus_days(9), base::Instant::now(), compact,
        {.organisation = id.text(),
         .decided_on = day,
         .statement = "Vi är en medlemsstyrd organisation. Årsmötet väljer styrelsen, och alla som delar våra mål är "
                      "välkomna (påhittat uttalande).",
         .equal_worth = true,
         .interest = true,
         .file_name = "protokollsutdrag.pdf",
         .file = std::string(kEmptyMinutes)},
        directory::find_organisation(*build.store.lobby(), id)));
}

}  // namespace

void make_directory(DemoBuild& build) {
    const module::RoomHead& lund = build.rooms.find("lund")->second;
    const auto room = build.store.room(lund.id);
    const auto officer = build.caller("officer", lund);
    const auto compact = must(directory::add_compact(*room, officer, base::Date::parse("2019-02-11").value(),
                                                     lunds_compact(build.house.catalogues->words("sv"))));
    const auto im = join(build, *room, build.caller("coordinator-im", lund), compact, "Individuell Människohjälp (IM)",
                         "2019-03-05");
    must(directory::act_on_accession(*room, officer, base::Date::parse("2019-03-20").value(), im,
                                     directory::AccessionAct::accept, ""));
    join(build, *room, build.caller("coordinator-kompis", lund), compact, "Kompis Sverige", "2020-01-14");
    build.store.lobby()->transaction([&](store::Transaction& lobby) {
        for (const char* name : {"Grannar i Lund", "Grannar i Lund, ideell förening"})
            must(directory::add_organisation(lobby, kDirectoryDemo, {"association", name, "", "", true}, lund.id));
    });
}

}  // namespace samrum::app
