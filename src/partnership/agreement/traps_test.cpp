// The contradictions of the sources, as they are kept (each by the number of our list of them).
#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_eligibility.hpp"

namespace samrum::partnership::agreement {
namespace {

const base::Problem* note(const AgreementFile& file, std::string_view key) {
    static base::Problems notes;
    notes = with_lines(notes_of(file.agreement, file.criteria), file.lines);
    for (const auto& one : notes)
        if (one.message.key == key) return &one;
    return nullptr;
}
const Commitment& commitment(const Agreement& agreement, std::string_view key) {
    for (const auto& one : agreement.commitments)
        if (one.key == key) return one;
    throw base::Bug("no such commitment");
}

TEST(Trap01, FivePrinciplesAreStatedAndSixAreKept) {
    const auto file = lund("kompis-2019");
    EXPECT_EQ(file.agreement.values.own.size(), 6u);
    const auto* found = note(file, "partnership.note.principles_counted");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->message.args, (base::MessageArgs{{"stated", std::int64_t{5}}, {"listed", std::int64_t{6}}}));
}

TEST(Trap02, PairsAndMoneyKeepBothReadingsUntilAPersonChooses) {
    auto file = lund("kompis-2019");
    const Commitment& pairs = commitment(file.agreement, "pairs");
    ASSERT_EQ(pairs.targets.all.size(), 2u);
    EXPECT_EQ(pairs.targets.settled(), nullptr);
    EXPECT_EQ(pairs.targets.all[0].value.per(), Per::whole_period);
    EXPECT_EQ(pairs.targets.all[1].value.per(), Per::calendar_year);
    EXPECT_EQ(count_key(notes_of(file.agreement, file.criteria), "partnership.note.two_readings"), 2);
    EXPECT_FALSE(promised_in_all(file.agreement).is_known());

    std::vector<std::string> counted;
    for (const auto& one : key_dates(file.agreement, file.criteria, base::Date::of(2020, 1, 1)))
        if (one.kind == DateKind::counted)
            counted.push_back(one.day.iso() + " " + one.reading + (one.cut_to ? " within " + one.cut_to->iso() : ""));
    EXPECT_EQ(counted, (std::vector<std::string>{"2019-06-30 half-year",
                                                 "2019-12-31 calendar-year within 2019-01-01/2019-06-30"}))
        << "the year of the one reading ends after the agreement, which is all that the page counts";

    const auto plan = payment_plan(file.agreement, base::Date::of(2020, 1, 1));
    ASSERT_EQ(plan[0].readings.size(), 2u);
    EXPECT_FALSE(plan[0].readings[0].sums[0].partial);
    EXPECT_TRUE(plan[0].readings[1].sums[0].partial)
        << "half of the calendar year: the share is the parties' to settle";

    file.agreement.amounts[0].sums.choice = Choice{"half-year", "utvecklingschef", "prov"};
    EXPECT_EQ(promised_in_all(file.agreement), Sum::exact(base::Money::kronor(125'000)));
    EXPECT_EQ(count_key(notes_of(file.agreement, file.criteria), "partnership.note.two_readings"), 1);
}

TEST(Trap03, TwoReportsAndOneMeetingAreBothKept) {
    const auto file = lund("kompis-2019");
    const auto* found = note(file, "partnership.note.reports_and_meetings");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->message.args, (base::MessageArgs{{"reports", std::int64_t{2}}, {"meetings", std::int64_t{1}}}));
    EXPECT_EQ(note(lund("radrum-2019"), "partnership.note.reports_and_meetings"), nullptr)
        << "twice a year is once per half-year";
}

TEST(Trap07, AProposalRefersToATextThatIsDatedLater) {
    const auto* found = note(lund("radrum-2019"), "partnership.note.proposal_before_text");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->message.args, (base::MessageArgs{{"proposed", "2019-06-07"}, {"text", "2019-06-10"}}));
}

TEST(Trap08, TwoDescriptionsOfTheTargetGroupAreBothKept) {
    const auto file = lund("radrum-2019");
    EXPECT_TRUE(note(file, "partnership.note.two_target_groups"));
    const auto& direct = file.agreement.target_groups.at(0).texts;
    ASSERT_EQ(direct.all.size(), 2u);
    EXPECT_NE(direct.all[1].value.find("inte är medborgare i ett EU-land"), std::string::npos);
}

TEST(Trap09, CriteriaKeepTheirWordingAndMatchAnImportedText) {
    const CriteriaSet* set = criteria_set(shipped_criteria(), "lund-iop", 1);
    ASSERT_TRUE(set);
    ASSERT_EQ(set->criteria.size(), 8u);
    const auto matched = [&](const char* line) {
        const Criterion* found = criterion_of_text(*set, line);
        return found ? found->key : "";
    };
    EXPECT_EQ(matched("- Verksamheten är ett led i att förverkliga en politisk beslutad plan, där de idéburna "
                      "organisationer insatser är viktiga."),
              "political_plan");
    EXPECT_EQ(
        matched("Verksamheten sker på initiativ av den idéburna ideella organisationen Individuell människohjälp."),
        "initiative");
    EXPECT_EQ(matched("  Verksamheten detaljregleras inte\n från kommunen."), "not_regulated");
    EXPECT_EQ(matched("Verksamheten är ett led i att förverkliga en politiskt beslutad plan."), "");
}

TEST(Trap12, AMissingSignatureDateIsANote) {
    for (const auto& [name, missing] : {std::pair{"radrum-2019", 3}, std::pair{"kompis-2019", 2}}) {
        const auto file = lund(name);
        EXPECT_EQ(count_key(notes_of(file.agreement, file.criteria), "partnership.note.signature_day_missing"), missing)
            << name;
        EXPECT_EQ(force_on(file.agreement.term, *file.agreement.term.last), Force::in_force) << "signed or not";
    }
}

TEST(Trap14, CommitteeAndDepartmentAreDifferentOrganisations) {
    const auto file = lund("radrum-2019");
    const Organisation* committee = file.agreement.organisation("kultur-och-fritidsnamnden");
    const Organisation* department = file.agreement.organisation("kultur-och-fritidsforvaltningen");
    ASSERT_TRUE(committee && department);
    EXPECT_EQ(committee->type, OrganisationType::committee);
    EXPECT_EQ(department->type, OrganisationType::department);
    EXPECT_EQ(department->part_of, committee->key);
    const PayerChange& planned = file.agreement.payer_changes.at(0);
    EXPECT_EQ(planned.to_payer, department->key) << "the department pays";
    EXPECT_EQ(planned.to_budget, committee->key) << "out of the committee's budget";

    const auto mixed = read_agreement(
        small("first = 2019-01-01\nlast = 2019-12-31",
              "[[organisations]]\nkey = \"namnd\"\nname = \"Nämnden\"\ntype = \"committee\"\npart_of = \"club\"\n"));
    EXPECT_EQ(count_key(mixed.problems(), "partnership.check.committee_part_of"), 1);
}

}  // namespace
}  // namespace samrum::partnership::agreement
