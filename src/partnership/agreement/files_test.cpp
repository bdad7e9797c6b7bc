#include "partnership/agreement/files.hpp"

#include "partnership/agreement/files_for_tests.hpp"
#include "partnership/agreement/files_tree.hpp"
#include "partnership/agreement/rules.hpp"

namespace samrum::partnership::agreement {
namespace {

/// "9 period.last partnership.check.…", one a problem.
std::vector<std::string> told(const std::string& bytes) {
    std::vector<std::string> out;
    const auto read = read_agreement(bytes);
    for (const auto& one : read.problems())
        out.push_back(std::to_string(one.line.value_or(0)) + " " + one.field + " " +
                      one.message.key.substr(std::string("partnership.").size()));
    return out;
}
using Told = std::vector<std::string>;

TEST(AgreementFile, TellsAllProblemsAtOnceWithTheirLines) {
    const std::string bytes = R"(format = 1
[agreement]
key = "x"
titel = "Misspelt"
activity = 7
kind = "framwork"
[period]
first = 2019-01-01
last = 2018-12-31
[[organisations]]
key = "town"
name = "T"
type = "municipality"
organisation_number = "212000-1133"
[[parties]]
organisation = "town"
side = "public"
[[parties]]
organisation = "nobody"
side = "civil"
[[commitments]]
key = "c"
by = ["town", "club"]
kind = "activity"
title = "C"
target = { rule = "between", quantity = 3, unit = "sessions", per = "month" }
[[amounts]]
key = "m"
payer = "town"
recipient = "town"
kind = "fixed"
amount = "12,345"
)";
    EXPECT_EQ(told(bytes), (Told{"2 agreement.title file.missing", "4 agreement.titel file.unknown_key_meant",
                                 "5 agreement.activity file.wanted_text", "6 agreement.kind file.unknown_word_meant",
                                 "9 period.last check.ends_before_it_begins",
                                 "14 organisations[1].organisation_number " +
                                     std::string("base.organisation_number.check_digit").substr(12),
                                 "19 parties[2].organisation check.no_such_organisation",
                                 "23 commitments[1].by[2] check.no_such_organisation",
                                 "26 commitments[1].target.upper target.upper_missing",
                                 "32 amounts[1].amount " + std::string("base.money.unreadable").substr(12)}));
}

TEST(AgreementFile, AWrongFieldIsOneProblem) {
    struct Case {
        std::string rest;
        const char* wanted;
    };
    const auto one_amount = [](const std::string& fields) { return amount(fields); };
    for (const Case& one : std::vector<Case>{
             {"[unknown]\n", "23 unknown file.unknown_key"},
             {"[[signatures]]\norganisation = \"club\"\nfunction = \" \"\n",
              "25 signatures[1].function file.empty_text"},
             {one_amount("kind = \"unknown\"\namount = 5"), "28 amounts[1].amount check.unknown_but_given"},
             {one_amount("kind = \"granted\"\namount = \"unknown\""), "28 amounts[1].amount check.kind_without_sum"},
             {one_amount("kind = \"fixed\""), "23 amounts[1] check.amount_missing"},
             {one_amount("kind = \"fixed\"\namount = -1"), "28 amounts[1].amount file.number_out_of_range"},
             {one_amount("kind = \"fixed\"\namount = { from = 3, to = 2 }"), "28 amounts[1].amount sum.upside_down"},
             {one_amount("kind = \"fixed\"\namount = 10\nbudget_years = [{ year = 2019, amount = 9 }]"),
              "29 amounts[1].budget_years check.shares_do_not_sum"},
             {one_amount("kind = \"fixed\"\namount = 10\ninstalments = [{ payments = [{ amount = 9 }] }]"),
              "29 amounts[1].instalments check.payments_do_not_sum"},
             {one_amount(
                  "kind = \"fixed\"\namount = 10\ninstalments = [{ times_per_year = 1, each_year = [\"02-15\"] }]"),
              "29 amounts[1].instalments[1] check.one_way_to_pay"},
             {one_amount("kind = \"fixed\"\namount = 10\ninstalments = [{ each_year = [\"02-29\"] }]"),
              "29 amounts[1].instalments[1].each_year[1] month_day.unreadable"},
             {one_amount("kind = \"fixed\"\namount = 10\nfirst = 2022-01-01\nlast = 2022-02-01"),
              "29 amounts[1].first check.outside_the_agreement"},
             {one_amount("kind = \"fixed\"\namount = 10\nseason = \"x\""), "29 amounts[1].season check.no_such_season"},
             {one_amount("kind = \"fixed\"\namount = 10\n[[amounts.readings]]\nkey = \"a\"\namount = 1"),
              "23 amounts[1] file.single_and_readings"},
             {"[[assessments]]\nset = \"lund-iop\"\n[[assessments.answers]]\ncriterion = \"luck\"\nanswer = \"yes\"\n",
              "26 assessments[1].answers[1].criterion check.no_such_criterion"},
             {"[[assessments]]\nset = \"nowhere\"\n", "24 assessments[1].set check.no_such_set"},
             {"[[notice]]\ncase = \"any_time\"\nmonths = 999\n", "25 notice[1].months check.notice_too_long"},
             {"[[contacts]]\norganisation = \"x\"\nfunction = \"f\"\n",
              "24 contacts[1].organisation check.no_such_organisation"},
         }) {
        EXPECT_EQ(told(small("first = 2019-01-01\nlast = 2020-12-31", one.rest)), Told{one.wanted}) << one.rest;
    }
}

TEST(AgreementFile, ADayThatCannotBeReadIsJudgedNoFurther) {
    EXPECT_EQ(told(small("first = \"2020-02-30\"\nlast = 2020-12-31")),
              Told{"7 period.first " + std::string("base.date.no_such_day").substr(12)});
}

TEST(AgreementFile, ASyntaxErrorHasItsLine) {
    EXPECT_EQ(told("format = 1\n[agreement\n"), Told{"2  file.syntax"});
    EXPECT_EQ(told("format = 1\nformat = 2\n"), Told{"2  file.syntax"});
}

TEST(AgreementFile, ASyntaxErrorDoesNotHideWhatStandsBeforeIt) {
    EXPECT_EQ(
        told("format = 2\n[agreement]\nkey = \" \"\ntitel = \"x\"\nkind = \"framework\"\nthis is no TOML\nnor this\n"),
        (Told{"1  file.other_format", "3 agreement.key file.empty_text", "4 agreement.titel file.unknown_key_meant",
              "6  file.syntax"}))
        << "nothing is missing yet";
    EXPECT_EQ(told("format = 1\n[unknown]\n[agreement]\nactivity = [\n\"a\",\nb\n"),
              (Told{"2 unknown file.unknown_key", "6  file.syntax"}))
        << "a list that is cut in two hides its own table only";
    EXPECT_EQ(told("format = \"\"\"\n" + std::string(3000, '\n')).size(), 1u) << "a text that never ends";
}

TEST(AgreementFile, HostileFilesAreRefusedQuietly) {
    EXPECT_EQ(told(std::string(kLargestAgreementFile + 1, '#')), Told{"0  file.too_large"});
    EXPECT_EQ(told("a = \"\xff\xfe\""), Told{"0  file.not_utf8"});
    EXPECT_EQ(told(std::string("a = 1\0", 6)), Told{"0  file.not_utf8"});
    EXPECT_EQ(told("a = 1\nb = [\"\\u0000\"]"), Told{"2  file.not_utf8"}) << "an escape can write a NUL";
    std::string dotted = "a";
    for (int i = 0; i < 50'000; ++i) dotted += ".a";
    EXPECT_EQ(told(dotted + " = 1"), Told{"0  file.too_deep"});
    EXPECT_EQ(told("a = " + std::string(200, '[') + std::string(200, ']')), Told{"1  file.too_deep"});
    EXPECT_EQ(read_agreement("a = " + std::string(100'000, '[')).problems().size(), 1u);
    std::string many = small("first = 2019-01-01\nlast = 2019-12-31");
    for (int i = 0; i < 5000; ++i) many += "k" + std::to_string(i) + " = 1\n";
    EXPECT_EQ(read_agreement(many).problems().size(), 501u);
    std::string list = "[values]\nshared = [";
    for (int i = 0; i < 201; ++i) list += "\"x\",";
    EXPECT_EQ(told(small("first = 2019-01-01\nlast = 2019-12-31", list + "]\n")),
              Told{"24 values.shared file.too_many"});
}

TEST(AgreementFile, DotsInsideStringsDoNotCount) {
    const std::string prose(3000, '.');
    EXPECT_TRUE(read_agreement(
        small("first = 2019-01-01\nlast = 2019-12-31",
              "[text]\nbackground = \"\"\"\n" + prose + "\"\"\"\npurpose = '" + prose + "' # " + prose + "\n")));
}

TEST(AgreementFile, TheOneThatTheGuideShowsIsWhole) {
    const std::string page = example("docs/user-guide/overenskommelse-som-fil.md");
    const auto from = page.find("```toml\n") + 8;
    EXPECT_EQ(read_well(page.substr(from, page.find("```", from) - from)).agreement.commitments.size(), 1u);
}

TEST(AgreementFile, WhatIsWrittenReadsBackTheSame) {
    for (const char* path :
         {"examples/lund/radrum-2019.toml", "examples/lund/kompis-2019.toml", "examples/lund/radrum-2017.toml",
          "examples/lund/kompis-2017.toml", "examples/other-town.toml"}) {
        const auto file = read_well(example(path));
        const auto copy = read_well(write_agreement(file.agreement));
        EXPECT_TRUE(copy.agreement == file.agreement) << path;
        EXPECT_EQ(write_agreement(copy.agreement), write_agreement(file.agreement)) << path;
    }
}

TEST(AgreementFile, WhatTheSeedsLeaveOutIsUnknown) {
    for (const char* name : {"radrum-2017", "kompis-2017"}) {
        const auto file = lund(name);
        EXPECT_FALSE(file.agreement.term.first) << name;
        EXPECT_EQ(file.agreement.amounts.at(0).kind, AmountKind::unknown) << name;
        EXPECT_TRUE(file.agreement.amounts.at(0).instalments.empty()) << name;
        EXPECT_EQ(count_key(notes_of(file.agreement, file.criteria), "partnership.note.amount_unknown"), 1) << name;
    }
    EXPECT_EQ(lund("radrum-2019").agreement.predecessor, lund("radrum-2017").agreement.key);
    EXPECT_EQ(lund("kompis-2017").agreement.successor, lund("kompis-2019").agreement.key);
}

TEST(AgreementFile, EveryFieldIsDocumented) {
    const std::string document = example("docs/agreement-file.md");
    for (const std::string& field : agreement_fields()) {
        const std::string name = field.substr(field.find_last_of('.') + 1);
        EXPECT_NE(document.find("`" + name + "`"), std::string::npos) << field;
    }
    const auto every_word = [&](auto kind) {
        for (const auto& one : words_of(decltype(kind){}))
            EXPECT_NE(document.find("`" + std::string(one.word) + "`"), std::string::npos) << one.word;
    };
    every_word(OrganisationType{}), every_word(Side{}), every_word(Standing{}), every_word(AgreementKind{}),
        every_word(Section{});
    every_word(CompactPrinciple{}), every_word(TargetGroupKind{}), every_word(Financed{}), every_word(Verdict{}),
        every_word(CommitmentKind{});
    every_word(Bound{}), every_word(Per{}), every_word(AmountKind{}), every_word(IndexKind{}),
        every_word(UnusedMoney{}), every_word(DecisionRule{});
    every_word(ReportKind{}), every_word(NoticeCase{}), every_word(Repayment{}), every_word(Answer{});
}

}  // namespace
}  // namespace samrum::partnership::agreement
