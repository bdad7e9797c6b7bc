// What the municipality has paid on its agreements by the demo's day. References, invoices and days are invented; sums
// and payers are the agreements'.
#include "app/demo.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/actions_payment.hpp"
#include "partnership/money/actions_room.hpp"

namespace samrum::app {
namespace {

using base::Date;
namespace money = partnership::money;

constexpr std::string_view kPayer = "Socialförvaltningen i Lund";

/// The municipality's money in the hands of two functions.
class Paying {
  public:
    explicit Paying(DemoBuild& build)
        : head_(build.rooms.find("lund")->second),
          officer_(build.caller("officer", head_)),
          economist_(build.caller("economist", head_)),
          room_(build.store.room(head_.id)) {}

    store::Session& room() { return *room_; }
    const module::Caller& officer() const { return officer_; }

    money::AgreementId agreement(std::string_view slug) {
        for (const auto& one : partnership::agreement::read_agreements(*room_, officer_))
            if (one.head.slug == slug) return one.head.id;
        base::ensure(false, "the demo has imported this agreement");
        return {};
    }

    struct Days {
        Date first;
        Date second;
        Date paid;
    };
    void pay(money::AgreementId id, std::string_view instalment, const money::AuthoriseInput& input, const Days& days) {
        must(money::authorise(*room_, officer_, days.first, id, instalment, input));
        must(money::authorise(*room_, economist_, days.second, id, instalment, {}));
        must(money::note_paid(*room_, economist_, days.paid, id, instalment, days.paid.iso()));
    }
    void answer(money::AgreementId id, Date on, const std::string& question, const money::AnswerInput& input) {
        must(money::answer_question(*room_, officer_, on, id, question, input));
    }

  private:
    module::RoomHead head_;
    module::Caller officer_;
    module::Caller economist_;
    std::unique_ptr<store::Session> room_;
};

void pay_kompis(Paying& paying) {
    const auto id = paying.agreement("kompis-2019");
    paying.answer(
        id, Date::of(2019, 1, 28), "amount/money/reading",
        {"half-year", "Parterna är överens om att beloppet avser överenskommelsens halvår.", "Möte i januari"});
    paying.pay(id, "money_2019-01-01_1", {"Kompis 2019-1", "KS 2019-03"},
               {Date::of(2019, 2, 4), Date::of(2019, 2, 6), Date::of(2019, 2, 15)});
}

void pay_radrum(Paying& paying) {
    const auto id = paying.agreement("radrum-2019");
    paying.pay(id, "year-1_2019-07-01_1", {"", "IM 2019-114"},
               {Date::of(2019, 8, 26), Date::of(2019, 8, 28), Date::of(2019, 9, 5)});
    // The next one is planned. The payer's change is, too: nobody has decided it, so nothing moves.
    paying.answer(id, Date::of(2020, 1, 15), "instalment/year-1_2019-07-01_2/day", {"2020-02-28", "", ""});
    for (const auto& [party, what, commitment] :
         {std::tuple("Kultur- och fritidsförvaltningen", "Lokaler på Linero bibliotek och Stadsbiblioteket",
                     "premises"),
          std::tuple("Individuell Människohjälp (IM)", "Frivilligas tid i rådgivningen", "")})
        must(money::add_in_kind(paying.room(), paying.officer(), Date::of(2019, 8, 26), id,
                                {party, what, commitment, "", ""}));
}

}  // namespace

void make_money(DemoBuild& build) {
    Paying paying(build);
    must(money::save_payer_routine(
        paying.room(), paying.officer(),
        {std::string(kPayer), "Ange diarienumret och utbetalningens nummer som referens (påhittad rutin).",
         "{dnr}-{nr}", "212000-1132", "P", "4510", "Lämnade bidrag till föreningar", "2440", "Leverantörsskulder",
         ""}));
    pay_kompis(paying);
    pay_radrum(paying);
}

}  // namespace samrum::app
