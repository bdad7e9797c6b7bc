// What associations have asked Lund about working together, and what they were answered. All of it is invented: the
// organisations too, but for those of the directory in the register of support.
#include "app/demo.hpp"
#include "directory/actions_organisation.hpp"
#include "partnership/enquiry/actions_enquiry.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/actions_support.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/rules_guide.hpp"

namespace samrum::app {
namespace {

namespace enquiry = partnership::enquiry;

base::Date enquiry_day(const char* iso) {
    return base::Date::parse(iso).value();
}

const enquiry::Answers kPartnership{{"who", "association"}, {"initiative", "own"}, {"aim", "open"},
                                    {"work", "social"},     {"regular", "no"},     {"market", "no"},
                                    {"control", "own"},     {"pay", "both"},       {"plan", "yes"},
                                    {"yearly", "200000"},   {"months", "24"},      {"extension", "0"}};

enquiry::Answers with(enquiry::Answers answers, std::initializer_list<std::pair<const char*, const char*>> changed) {
    for (const auto& [question, answer] : changed) answers[question] = answer;
    return answers;
}

/// The desk of the officer who answers.
class EnquiryEntry {
  public:
    EnquiryEntry(DemoBuild& build, const module::RoomHead& head)
        : build_(build), room_(build.store.room(head.id)), officer_(build.caller("officer", head)) {}

    void open_guide() {
        must(enquiry::set_guide(*room_, officer_, 0,
                                {true,
                                 "Inkluderingskoordinatorn på socialförvaltningen svarar. Du kan också ringa "
                                 "kommunens växel och fråga efter "
                                 "funktionen, eller komma till Medborgarcenter på Bangatan 10A."}));
    }

    enquiry::EnquiryId ask(const char* day, const char* organisation, const char* what, const enquiry::Answers& answers,
                           const char* email = "") {
        const base::Date on = enquiry_day(day);
        enquiry::EnquiryInput input{organisation, what, email[0] ? "Kontaktperson (påhittad)" : "", email, "", answers};
        input.synthetic = true;
        if (!answers.empty()) {
            input.guide_version = enquiry::shipped_guide().version;
            const auto advice = enquiry::advise(enquiry::shipped_guide(), enquiry::shipped_limits(), answers, on);
            input.advice = enquiry::code_of(advice.form);
        }
        const auto sent = must(enquiry::send_enquiry(*room_, on, input, "sv"));
        last_secret_ = sent.secret;
        return sent.id;
    }
    void answer(enquiry::EnquiryId id, const char* day, const char* text) {
        must(enquiry::answer_enquiry(*room_, officer_, enquiry_day(day), id, revision(id), text));
    }
    void close(enquiry::EnquiryId id, const char* day, const char* outcome, const char* reason) {
        must(enquiry::close_enquiry(*room_, officer_, enquiry_day(day), id, revision(id), {outcome, reason}));
    }
    void more(const char* day, const char* text) {
        must(enquiry::write_more(*room_, enquiry_day(day), last_secret_, text));
    }
    void assess(enquiry::EnquiryId id, const char* day) {
        must(enquiry::take_to_assessment(*room_, officer_, enquiry_day(day), id));
    }
    void support(const char* organisation, const char* day, const char* amount, const char* rate, const char* purpose,
                 const char* economic, const char* assessment) {
        const auto lobby = build_.store.lobby();
        const auto found = directory::find_organisation(*lobby, "", organisation);
        if (!found) return;
        must(enquiry::note_support(*room_, *lobby, officer_, build_.day,
                                   {found->id.text(), day, amount, rate, "påhittad kurs för provet", "general",
                                    "Lunds kommun", "grant", "", purpose, "", economic, assessment, false}));
    }

  private:
    std::int64_t revision(enquiry::EnquiryId id) { return enquiry::find_enquiry(*room_, officer_, id)->revision; }

    DemoBuild& build_;
    std::unique_ptr<store::Session> room_;
    module::Caller officer_;
    std::string last_secret_;
};

void closed_ones(EnquiryEntry& desk) {
    auto one = desk.ask("2018-03-06", "Föreningen Språkbron (påhittad)",
                        "Vi vill ordna språkkafé för våra medlemmar två kvällar i veckan.",
                        with(kPartnership, {{"aim", "members"}, {"regular", "yes"}}));
    desk.answer(one, "2018-03-14", "Språkkaféet ryms i det vanliga föreningsbidraget. Sista dag att söka är 1 april.");
    desk.close(one, "2018-03-14", "grant", "Verksamheten ryms i det normerade föreningsbidraget (villkor 3).");
    one = desk.ask("2018-09-18", "Lunds läxhjälp (påhittad)",
                   "Kommunen har frågat om vi kan driva läxhjälp på fyra skolor med betalning per elev.",
                   with(kPartnership, {{"initiative", "body"}, {"control", "body"}, {"pay", "performance"}}));
    desk.answer(
        one, "2018-10-04",
        "Det som ni beskriver är en tjänst som kommunen beställer. Vi återkommer med en annons om upphandling.");
    desk.close(one, "2018-10-11", "procurement", "Kommunen beställer och bestämmer i detalj (villkor 6 och 8).");
    one =
        desk.ask("2019-02-12", "Cykelköket Norr (påhittad)", "Vi lagar cyklar tillsammans. Går ett IOP att söka?", {});
    desk.answer(one, "2019-02-15",
                "Ett IOP söks inte som ett bidrag. Gå gärna igenom guiden. Ni kan få låna en lokal redan nu.");
    desk.close(one, "2019-03-01", "none", "Föreningen ville ha en lokal. Det löstes utan avtal.");
    one = desk.ask("2019-05-21", "Nätverket Första jobbet (påhittad)",
                   "Vi vill hjälpa nyanlända ungdomar till ett första sommarjobb, tillsammans med lokala företag.",
                   with(kPartnership, {{"plan", "no"}}), "jobbet@natverket.example");
    desk.answer(one, "2019-05-28", "Behovet finns inte i någon plan än. Vi tar upp det inför nästa års budget.");
    desk.close(one, "2019-06-17", "grant",
               "Inget led i en politiskt beslutad plan (villkor 2). Ett bidrag beviljades.");
}

void open_ones(EnquiryEntry& desk) {
    auto one = desk.ask("2019-11-04", "Grannskapet Linero (påhittad)",
                        "Vi vill öppna en mötesplats för nya och gamla Lundabor på Linero, två eftermiddagar i veckan. "
                        "Vi har frivilliga och kunskap men ingen lokal.",
                        kPartnership, "grannskapet@linero.example");
    desk.answer(one, "2019-11-08",
                "Tack för förslaget. Kan ni beskriva vad föreningen själv bidrar med, och vilka ni når?");
    desk.more("2019-11-19", "Vi bidrar med tolv frivilliga och en samordnare på halvtid. Vi når mest föräldrar.");
    desk.assess(one, "2019-12-02");
    one = desk.ask("2020-01-14", "Odlarna på Norra Fäladen (påhittad)",
                   "Odling tillsammans för äldre och nyanlända. Vi undrar om kommunen kan bidra med mark.",
                   with(kPartnership, {{"work", "other"}, {"market", "unknown"}, {"plan", "unknown"}}),
                   "odlarna@faladen.example");
    desk.answer(one, "2020-01-20", "Marken kan vi nog ordna. Vi vill gärna träffa er i februari.");
    desk.ask("2020-01-22", "Föreningen Digital hjälp (påhittad)",
             "Vi hjälper äldre med mobiler och e-legitimation på biblioteken, och vill göra det i hela kommunen.",
             with(kPartnership, {{"yearly", "350000"}, {"extension", "12"}}), "digital@hjalp.example");
    desk.ask("2020-01-29", "Teaterlaget Brygga (påhittad)", "Hur blir vi valda?", {});
}

}  // namespace

void make_enquiries(DemoBuild& build) {
    EnquiryEntry desk(build, build.rooms.find("lund")->second);
    desk.open_guide();
    closed_ones(desk);
    open_ones(desk);
    desk.support(
        "Kompis Sverige", "2019-01-15", "125000", "10,2563", "Möten i Lund, första halvåret 2019 (påhittat stöd)", "no",
        "Gratis möten mellan människor som inte erbjuds på någon marknad: ingen ekonomisk verksamhet (påhittad "
        "bedömning).");
    desk.support("Individuell Människohjälp (IM)", "2018-06-01", "240000", "10,2980",
                 "Utbildning som säljs till andra (påhittat stöd)", "yes", "");
    build.run_jobs();
}

}  // namespace samrum::app
