// Cases on their way to an agreement, all invented: one that the parties write together for the summer of 2020, one
// that was rejected in part, and one that nobody has taken up yet.
#include "app/demo.hpp"
#include "partnership/drafting/actions_case.hpp"
#include "partnership/drafting/actions_draft.hpp"

#include <chrono>

namespace samrum::app {
namespace {

namespace agreement = partnership::agreement;
namespace drafting = partnership::drafting;
using agreement::Section;
using drafting::CaseId;
using drafting::DraftPart;
using drafting::Facts;

base::Date case_day(const char* iso) {
    return base::Date::parse(iso).value();
}
/// A quarter past nine in the morning, a minute later for each save of the day.
base::Instant morning(base::Date day, int minute) {
    constexpr std::chrono::minutes kBegins{8 * 60 + 15};
    const auto at =
        std::chrono::sys_time<std::chrono::microseconds>{day.days()} + kBegins + std::chrono::minutes{minute};
    return {at.time_since_epoch().count()};
}

agreement::Commitment promise(const char* key, const char* by, agreement::CommitmentKind kind, const char* title) {
    agreement::Commitment one;
    one.key = key;
    one.by = {by};
    one.kind = kind;
    one.title = title;
    return one;
}
void count(agreement::Commitment& one, std::int64_t quantity, const char* unit, agreement::Per per) {
    one.targets.all.push_back(
        {"", agreement::Target::of(agreement::Bound::at_least, quantity, {}, unit, per).value(), ""});
}

/// A case as its people handle it: the officer in the municipality's room, the coordinator by grant in the same.
class CaseEntry {
  public:
    CaseEntry(DemoBuild& build, std::string_view coordinator)
        : head_(build.rooms.find("lund")->second),
          room_(build.store.room(head_.id)),
          lobby_(build.store.lobby()),
          officer_(build.caller("officer", head_)),
          partner_(build.caller(coordinator, head_)) {}

    void open(const char* day, const char* title, const char* activity, module::OrganisationId association) {
        id_ = must(drafting::begin_case(*room_, *lobby_, head_, officer_, case_day(day), morning(case_day(day), 0),
                                        {title, activity, {association.text()}}));
    }
    void take_up(const char* day) { must(drafting::take_up(*room_, officer_, case_day(day), id_)); }
    void begin(const char* day) { must(drafting::begin_drafting(*room_, officer_, case_day(day), id_)); }

    void assess(const char* day, const char* set, const char* part,
                const std::vector<std::pair<const char*, const char*>>& yes,
                const std::vector<std::pair<const char*, const char*>>& no = {}) {
        agreement::AssessmentDraft draft{set, 1, part, {}};
        for (const auto& [criterion, why] : yes) draft.answers.push_back({criterion, agreement::Answer::yes, why});
        for (const auto& [criterion, why] : no) draft.answers.push_back({criterion, agreement::Answer::no, why});
        must(drafting::assess_case(*room_, officer_, case_day(day), id_, draft));
    }
    void write(const char* day, bool as_partner, const DraftPart& part,
               const std::function<void(agreement::Agreement&)>& change) {
        const auto version = drafting::find_case(*room_, officer_, id_)->version;
        must(drafting::save_part(*room_, as_partner ? partner_ : officer_, case_day(day),
                                 morning(case_day(day), ++minute_), id_, {part, version, change}));
    }
    void text(const char* day, bool as_partner, Section section, const char* words) {
        write(day, as_partner, DraftPart::text(section),
              [section, words](agreement::Agreement& draft) { draft.text.insert_or_assign(section, words); });
    }
    drafting::CommentId comment(const char* day, bool as_partner, const DraftPart& part, const char* words,
                                std::optional<drafting::CommentId> answers = {}) {
        return must(drafting::write_comment(*room_, as_partner ? partner_ : officer_, case_day(day),
                                            morning(case_day(day), ++minute_), id_, part, words, answers));
    }
    void resolve(const char* day, drafting::CommentId comment) {
        must(drafting::resolve_comment(*room_, officer_, case_day(day), id_, comment, true));
    }
    void reject_part(const char* day, const char* part, const char* why) {
        const auto one = drafting::open_case(*room_, officer_, case_day(day), id_);
        auto reasons = drafting::reasons_against(*one, part);
        for (auto& reason : reasons) reason.reason = why;
        must(drafting::reject(*room_, officer_, case_day(day), morning(case_day(day), ++minute_), id_,
                              {part, "Kultur- och fritidsnämnden", day, "§ 9 (påhittad)", reasons}));
    }

  private:
    module::RoomHead head_;
    std::unique_ptr<store::Session> room_;
    std::unique_ptr<store::Session> lobby_;
    module::Caller officer_;
    module::Caller partner_;
    CaseId id_;
    int minute_ = 0;
};

void write_period(CaseEntry& entry, const char* day, const char* first, const char* last) {
    entry.write(day, false, DraftPart::facts(Facts::period), [=](agreement::Agreement& draft) {
        draft.term.first = case_day(first);
        draft.term.last = case_day(last);
    });
}

/// Advice by telephone, which IM and the municipality write together. The association has not said yes yet.
void make_draft_in_work(DemoBuild& build) {
    CaseEntry entry(build, "coordinator-im");
    entry.open("2019-12-02", "Idéburet offentligt partnerskap om rådgivning på telefon", "RådRum på telefon",
               build.organisations.find("Individuell Människohjälp (IM)")->second);
    entry.take_up("2019-12-04");
    entry.assess("2019-12-12", "lund-iop", "",
                 {{"initiative", "Föreningen kom själv med förslaget efter frågor från besökare."},
                  {"no_market", "Ingen annan ger samhällsvägledning på telefon av frivilliga med egna språk."},
                  {"both_finance", "Kommunen bidrar med pengar och lokal, föreningen med frivilliga och samordning."},
                  {"not_regulated", "Föreningen lägger själv upp arbetet."}});
    entry.begin("2019-12-13");
    entry.text("2019-12-16", false, Section::background,
               "Många som söker råd på biblioteken har svårt att komma dit under dagen. Föreningen och kommunen vill "
               "därför pröva rådgivning på telefon.");
    entry.text("2019-12-18", true, Section::purpose,
               "Den som är ny i Lund ska kunna få råd på sitt eget språk, också på kvällstid och utan att resa.");
    entry.text(
        "2020-01-08", true, Section::activity_goals,
        "Rådgivning på telefon två kvällar i veckan, minst 60 kvällar om året.\n\nNya rådgivare får utbildning innan "
        "de tar samtal.");
    write_period(entry, "2020-01-09", "2020-07-01", "2022-06-30");
    entry.write("2020-01-14", true, DraftPart::facts(Facts::promises), [](agreement::Agreement& draft) {
        auto evenings = promise("evenings", "im", agreement::CommitmentKind::activity, "Rådgivning på telefon");
        count(evenings, 60, "sessions", agreement::Per::agreement_year);
        draft.commitments = {evenings, promise("rooms", "lund", agreement::CommitmentKind::premises,
                                               "Ett tyst rum i Stadshallen två kvällar i veckan")};
    });
    const auto asked = entry.comment("2020-01-15", false, DraftPart::text(Section::activity_goals),
                                     "Räcker två kvällar i veckan till 60 kvällar om året, med uppehåll på sommaren?");
    entry.comment("2020-01-16", true, DraftPart::text(Section::activity_goals),
                  "Ja. Vi räknar med 34 veckor och lite marginal.", asked);
    entry.resolve("2020-01-20", asked);
    entry.comment("2020-01-28", true, DraftPart::facts(Facts::money),
                  "Vi behöver veta om samordningen ryms i beloppet innan vi kan säga ja.");
}

/// Two parts, of which the committee turned one down: it fits the ordinary grant.
void make_rejected_in_part(DemoBuild& build) {
    CaseEntry entry(build, "coordinator-kompis");
    entry.open("2019-10-07", "Idéburet offentligt partnerskap om kompispar 2020", "Kompispar 2020",
               build.organisations.find("Kompis Sverige")->second);
    entry.take_up("2019-10-09");
    entry.write("2019-10-21", true, DraftPart::facts(Facts::parts), [](agreement::Agreement& draft) {
        draft.parts = {{"pairs", "Kompispar", agreement::Verdict::proposed, "", {}, ""},
                       {"cafe", "Språkkafé på kvällstid", agreement::Verdict::proposed, "", {}, ""}};
    });
    entry.assess("2019-11-05", "lund-iop", "pairs",
                 {{"initiative", "Metoden är föreningens egen."},
                  {"no_market", "Ingen annan i Lund för ihop par på det här sättet."}});
    entry.assess("2019-11-05", "lund-iop", "cafe", {{"initiative", "Föreningen föreslår det."}},
                 {{"not_standard_grant", "Flera föreningar har språkkafé med vanligt föreningsbidrag."}});
    entry.begin("2019-11-20");
    entry.reject_part("2020-01-23", "cafe",
                      "Språkkafé ryms i föreningsbidraget, där föreningen är välkommen att söka.");
    write_period(entry, "2020-01-27", "2020-08-01", "2021-07-31");
}

void make_new_enquiry(DemoBuild& build) {
    CaseEntry entry(build, "coordinator-im");
    entry.open("2020-01-29", "Idéburet offentligt partnerskap om odling för nya i Lund", "Odling",
               build.organisations.find("Individuell Människohjälp (IM)")->second);
}

}  // namespace

void make_drafts(DemoBuild& build) {
    make_rejected_in_part(build);
    make_draft_in_work(build);
    make_new_enquiry(build);
}

}  // namespace samrum::app
