// The steering group of RådRum and Kompis Sverige: what its meetings came to is invented; its functions are those of
// the agreements. And the review after which Kompis' agreement ran out.
#include "app/demo.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/changes/actions_events.hpp"
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_meeting.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

namespace steering = partnership::steering;
using partnership::agreement::AgreementId;

base::Date day_named(const char* iso) {
    return base::Date::parse(iso).value();
}

/// The group as the officer of the municipality keeps it.
class SteeringEntry {
  public:
    SteeringEntry(DemoBuild& build, const module::RoomHead& head)
        : build_(build),
          room_(build.store.room(head.id)),
          officer_(build.caller("officer", head)),
          partner_(build.caller("coordinator-im", head)) {
        for (const auto& one : partnership::agreement::read_agreements(*room_, officer_)) {
            if (one.head.slug == "radrum-2019") radrum_ = one.head.id;
            if (one.head.slug == "kompis-2019") kompis_ = one.head.id;
        }
    }

    void review_of_kompis() {
        must(partnership::changes::write_event(
            *room_, officer_, day_named("2019-02-12"), base::Instant::now(), kompis_,
            {.kind = "closing",
             .on = "2019-02-12",
             .text = "Parterna såg över överenskommelsen tillsammans. Den slutar som bestämt den 30 juni. Båda lämnar "
                     "en erfarenhetsrapport (påhittad anteckning)."}));
    }

    void group() {
        group_ = must(steering::add_group(*room_, officer_,
                                          {"Styrgrupp för RådRum och Kompis Sverige",
                                           "Gruppen möts en gång i halvåret. Den söker enighet i beslut om ändringar.",
                                           {radrum_.text(), kompis_.text()}}));
        const auto seen = steering::see_group(*room_, officer_, group_);
        for (const auto& one : seen->seats) {
            const bool is_im = one.seat.function == "samordnare för RådRum";
            const bool is_kompis = one.seat.organisation == "Kompis Sverige";
            const char* email = one.seat.convener ? "handlaggare@lund.example"
                                : is_im           ? "samordnare@im.example"
                                : is_kompis       ? "samordnare@kompis.example"
                                                  : "";
            must(steering::set_seat_email(*room_, officer_, group_, one.seat.id, email));
            seats_.push_back(one.seat);
        }
    }

    /// In the autumn of 2019: both agreements, and the first one's payer on the table.
    void autumn() {
        const auto id = meeting("2019-10-17", {radrum_, kompis_});
        draw(id);
        const auto payer =
            must(steering::add_item(*room_, officer_, id,
                                    {"Vem som betalar från årsskiftet",
                                     "Budgeten för 2020 kan flytta anslaget mellan nämnderna.", radrum_.text()}));
        const auto read = steering::find_meeting(*room_, officer_, id);
        for (const auto& item : read->items) {
            if (item.source == "state/" + radrum_.text()) {
                note(id, item, "Rådgivningen har kommit igång på båda platserna. Fler frågar efter tider på kvällen.",
                     "consensus");
                const auto action = act(id, item,
                                        {"", "Pröva rådgivning i de östra kommundelarna, med lokala frivilliga",
                                         "projektchef", "im", "2020-02-28"});
                static_cast<void>(action);
            }
            if (item.source == "state/" + kompis_.text()) {
                note(id, item, "Överenskommelsen har löpt ut. Parterna vill ta vara på det de har lärt sig.",
                     "consensus");
                closed_ = act(id, item,
                              {"", "Sammanställ parternas erfarenhetsrapporter", "ansvarig företrädare",
                               "socialforvaltningen", "2019-12-15"});
            }
            if (item.id == payer)
                note(id, item, "Frågan avgörs i kommunfullmäktiges budget. Till dess betalar socialförvaltningen.",
                     "disagreement",
                     "Projektchefen: IM behöver besked före årsskiftet för att kunna planera bemanningen.");
        }
        std::vector<std::string> present;
        for (const auto& seat : seats_)
            if (seat.function != "administrativ chef eller enhetschef") present.push_back(seat.id.text());
        must(steering::hold_meeting(*room_, officer_, day_named("2019-10-17"), id,
                                    {present, "En bibliotekarie från Linero, adjungerad"}));
        must(steering::settle_meeting(*room_, officer_, day_named("2019-10-31"), id));
        must(steering::close_action(*room_, officer_, day_named("2019-12-12"), closed_, false,
                                    "Sammanställningen är klar och skickad till båda parter."));
    }

    /// In the spring of 2020: called, with its agenda drawn.
    void spring() {
        must(steering::propose_item(*room_, partner_, radrum_.text(), "Utbildning för nya rådgivare i vår",
                                    "Vi behöver en lokal för två lördagar."));
        const auto id = meeting("2020-03-12", {radrum_});
        draw(id);
        must(steering::call_meeting(*room_, officer_, id));
        build_.run_jobs();
    }

  private:
    steering::MeetingId meeting(const char* day, const std::vector<AgreementId>& agreements) {
        std::vector<std::string> ids;
        ids.reserve(agreements.size());
        for (const AgreementId& one : agreements) ids.push_back(one.text());
        return must(steering::plan_meeting(*room_, officer_, group_,
                                           {day, "13:00", "15:00", "Stadsbiblioteket, mötesrummet", ids}));
    }
    void draw(steering::MeetingId id) {
        must(steering::draw_agenda(*room_, build_.house, officer_, build_.house.catalogues->words("sv"), id));
    }
    void note(steering::MeetingId id, const steering::Item& item, const char* notes, const char* consensus,
              const char* dissent = "") {
        must(steering::save_notes(*room_, officer_, id, item.id, item.revision, {notes, consensus, dissent}));
    }
    steering::ActionId act(steering::MeetingId id, const steering::Item& item, const steering::ActionInput& input) {
        return must(steering::add_action(*room_, officer_, id, item.id.text(), input));
    }

    DemoBuild& build_;
    std::unique_ptr<store::Session> room_;
    module::Caller officer_;
    module::Caller partner_;
    AgreementId radrum_;
    AgreementId kompis_;
    steering::GroupId group_;
    steering::ActionId closed_;
    std::vector<steering::Seat> seats_;
};

}  // namespace

void make_steering(DemoBuild& build) {
    SteeringEntry entry(build, build.rooms.find("lund")->second);
    entry.review_of_kompis();
    entry.group();
    entry.autumn();
    entry.spring();
    build.run_jobs();
}

}  // namespace samrum::app
