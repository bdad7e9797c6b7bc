#include "foundation/base/examples_for_tests.hpp"
#include "friends/matching/files_people.hpp"
#include "friends/matching/files_plain.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace samrum::friends::matching {
namespace {

using Json = nlohmann::ordered_json;
using optimise::match::Rule;

/// The examples of docs/match-file.md.
std::string example(const std::string& name) {
    return base::example("examples/match/" + name);
}
std::vector<std::string> told(const base::Problems& problems) {
    std::vector<std::string> all;
    for (const auto& one : problems) {
        std::string key = one.message.key;
        key = key.substr(key.rfind('.') + 1);
        all.push_back(one.line ? std::to_string(*one.line) + " " + key : one.field + " " + key);
    }
    return all;
}

TEST(MatchPlainFile, SolvesItsExampleAndReadsItsAnswerAgain) {
    const auto text = example("plain.txt");
    ASSERT_TRUE(is_plain_file(text));
    const auto graph = read_plain_file(text);
    ASSERT_TRUE(graph);
    const auto answer = solve(*graph, Rule::perfect);
    EXPECT_EQ(answer.cost, 10);
    const std::string json = plain_answer_json(*graph, Rule::perfect, answer);
    EXPECT_EQ(Json::parse(json)["pairs"].dump(), "[[0,0],[1,1],[2,2]]");
    EXPECT_EQ(Json::parse(json)["certificate"]["holds"], true);
    const auto again = read_plain_answer(json, *graph);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->column_of, answer.column_of);
    EXPECT_TRUE(check(*graph, Rule::perfect, again->column_of, *again->certificate).holds());
}

TEST(MatchPlainFile, TellsEveryMalformedLineWithItsNumber) {
    EXPECT_EQ(told(read_plain_file(
                       "2 2\n0 0 1\n0 x 1\n\n0 1\n2 0 1\n0 -1 3\n0 0 7\n1 1 1 1\n1 0 99999999999999999999\n1 0 2.5\n")
                       .problems()),
              (std::vector<std::string>{"3 three_numbers", "5 three_numbers", "6 no_such_row", "7 no_such_column",
                                        "8 twice", "9 three_numbers", "10 too_large_a_number", "11 three_numbers"}));
    EXPECT_EQ(told(read_plain_file("").problems()), std::vector<std::string>{"1 size_wanted"});
    EXPECT_EQ(told(read_plain_file("-1 2\n0 0 x\n").problems()),
              (std::vector<std::string>{"1 size_wanted", "2 three_numbers"}));
    EXPECT_EQ(told(read_plain_file("1 1\n0 0 1000000000001").problems()), std::vector<std::string>{"2 cost_range"});
    std::string many = "1 1\n";
    for (int k = 0; k < 1500; ++k) many += "x\n";
    const auto problems = read_plain_file(many).problems();
    ASSERT_EQ(problems.size(), kMostProblemsTold + 1);
    EXPECT_EQ(std::get<std::int64_t>(problems.back().message.args[0].second), 500);
}

TEST(MatchPlainFile, ReadsWhatIsUnusualAndFine) {
    const auto graph = read_plain_file(" 2\t3 \r\n\r\n1 2 -5\r\n0 0 +7\n0 2 0");
    ASSERT_TRUE(graph) << told(graph.problems())[0];
    EXPECT_EQ(graph->rows(), 2);
    EXPECT_EQ(graph->row(0).front().cost, 0);  // sorted by cost
    EXPECT_EQ(solve(*graph, Rule::perfect).cost, 2);
    EXPECT_TRUE(read_plain_file("0 0"));
    EXPECT_FALSE(is_plain_file("side,id\n"));
    EXPECT_FALSE(is_plain_file("{}"));
    EXPECT_FALSE(is_plain_file("1 2 3\n"));
    // More rows than columns: no perfect matching, and as many pairs as can be.
    const auto narrow = read_plain_file("3 2\n0 0 1\n1 0 1\n2 0 1\n2 1 5\n");
    const auto answer = solve(*narrow, Rule::perfect);
    EXPECT_EQ(answer.pairs, 2);
    EXPECT_EQ(answer.too_many_rows.size(), 2u);
    EXPECT_EQ(
        told(read_plain_answer(R"({"pairs":[[0,0],[0,1],[3,0],7],"certificate":{"rows":[1]}})", *narrow).problems()),
        (std::vector<std::string>{"pairs[1] row_twice", "pairs[2] pair_wanted", "pairs[3] pair_wanted",
                                  "certificate.rows prices_wanted", "certificate.columns prices_wanted",
                                  "certificate.unmatched number_wanted"}));
    EXPECT_EQ(told(read_plain_answer("[", *narrow).problems()), std::vector<std::string>{" no_pairs"});
}

TEST(MatchPlainFile, IsReadBehindAByteOrderMark) {
    const std::string text = "\xEF\xBB\xBF" + example("plain.txt");
    ASSERT_TRUE(is_plain_file(text));
    EXPECT_EQ(solve(*read_plain_file(text), Rule::perfect).cost, 10);
    EXPECT_TRUE(read_people_file("\xEF\xBB\xBF" + example("week.json")));
}

TEST(MatchPlainFile, RefusesCostsThatItsPageCallsTooFarApart) {
    // docs/match-file.md: the spread of the costs × (rows + 1) × (pairs + 1) is 2.3·10¹⁸ at the most.
    const auto with = [](int rows, const std::string& cost) {
        return read_plain_file(std::to_string(rows) + " " + std::to_string(rows) + "\n0 0 " + cost + "\n");
    };
    EXPECT_TRUE(with(1'500, "1000000000000"));
    EXPECT_FALSE(with(2'000, "1000000000000"));
    EXPECT_TRUE(with(50'000, "920000000"));
    EXPECT_FALSE(with(50'000, "1000000000"));
}

TEST(MatchPlainFile, ANumberBeyond64BitsIsNoNumberBelowZero) {
    const auto graph = read_plain_file("1 1\n0 0 -14\n");
    ASSERT_TRUE(graph);
    EXPECT_TRUE(read_plain_answer(R"({"pairs":[[0,0]],"cost":-14})", *graph));
    EXPECT_EQ(told(read_plain_answer(R"({"pairs":[[0,0]],"cost":18446744073709551602})", *graph).problems()),
              std::vector<std::string>{"cost number_wanted"});
    EXPECT_EQ(told(read_plain_answer(R"({"pairs":[[0,0]],"cost":"-14"})", *graph).problems()),
              std::vector<std::string>{"cost number_wanted"});
    EXPECT_EQ(
        told(read_plain_answer(
                 R"({"pairs":[],"certificate":{"rows":[18446744073709551615],"columns":[0],"unmatched":1}})", *graph)
                 .problems()),
        std::vector<std::string>{"certificate.rows prices_wanted"});
}

TEST(MatchPeopleFile, ALockedPairSaysWhichLimitsItBreaks) {
    Json json = Json::parse(example("week.json"));
    json["locked"] = {{{"newcomer", "Bereket"}, {"established", "Frida"}}};
    const auto file = read_people_file(json.dump());
    ASSERT_TRUE(file);
    const std::string solved = proposal_json(*file, match_people(file->pool));
    const Json told = Json::parse(solved);
    for (const Json& pair : told["pairs"]) {
        EXPECT_EQ(pair.contains("broken"), pair["newcomer"] == "Bereket");
        if (pair.contains("broken")) {
            EXPECT_EQ(pair["broken"][0]["limit"], "never");
        }
    }
    EXPECT_TRUE(read_people_file(solved));
}

TEST(MatchPeopleFile, SolvesItsExampleAndTheAnswerIsAMatchFileAgain) {
    const auto file = read_people_file(example("week.json"));
    ASSERT_TRUE(file) << told(file.problems())[0];
    const auto proposal = match_people(file->pool);
    EXPECT_EQ(proposal.pairs, 3);
    const std::string solved = proposal_json(*file, proposal);
    const auto again = read_people_file(solved);
    ASSERT_TRUE(again) << told(again.problems())[0];
    EXPECT_EQ(*again->established_of, proposal.established_of);
    const auto verdict = check_people(again->pool, again->rule, *again->established_of, *again->certificate);
    EXPECT_TRUE(verdict.certificate.holds());
    EXPECT_TRUE(broken_limits(*again, verdict).empty());
    const Json json = Json::parse(solved);
    EXPECT_EQ(json["answer"]["proven"], true);
    EXPECT_EQ(json["answer"]["waiting"][0]["newcomer"], "Elham");
    EXPECT_EQ(json["answer"]["waiting"][0]["limits"][0]["limit"], "language");
    // By hand: Bereket with Frida, who were a pair before, and Amal with a man.
    Json by_hand = Json::parse(example("week.json"));
    by_hand["pairs"] = {{{"newcomer", "Bereket"}, {"established", "Frida"}},
                        {{"newcomer", "Amal"}, {"established", "Gustav"}}};
    const auto hand = read_people_file(by_hand.dump());
    ASSERT_TRUE(hand);
    EXPECT_EQ(told(broken_limits(
                  *hand, check_people(hand->pool, hand->rule, *hand->established_of, proposal.answer.certificate))),
              (std::vector<std::string>{"pairs time", "pairs newcomer_must", "pairs never"}));
}

TEST(MatchPeopleFile, ReadsATable) {
    const auto file = read_people_file(example("people.csv"));
    ASSERT_TRUE(file) << told(file.problems())[0];
    EXPECT_EQ(file->newcomers, (std::vector<std::string>{"Amal", "Bereket"}));
    EXPECT_EQ(file->pool.established[0].room, 2);
    EXPECT_TRUE(file->pool.near.empty());
    EXPECT_EQ(match_people(file->pool).established_of, (std::vector{0, 0}));
    EXPECT_EQ(told(read_people_file("side,id,wat\nnewcomer,a,\nhelper,b,\nnewcomer,a\n").problems()),
              (std::vector<std::string>{"1 no_such_column", "3 side_wanted", "4 cells"}));
    EXPECT_EQ(
        told(read_people_file("side,id,place,answers,room\nnewcomer,a,Lund,q=9|x,\nestablished,a,,,200\n").problems()),
        (std::vector<std::string>{"2 answer_wanted", "2 answer_range", "3 number_wanted", "3 place_wanted"}));
}

TEST(MatchPeopleFile, TellsEveryProblemAtOnceWithItsPath) {
    EXPECT_EQ(told(read_people_file("{").problems()), std::vector<std::string>{"1 not_json"});
    EXPECT_EQ(told(read_people_json("[]").problems()), std::vector<std::string>{" no_object"});
    EXPECT_EQ(told(read_people_file(R"({"a":[[[[[[[[[[1]]]]]]]]]]})").problems()),
              std::vector<std::string>{" too_deep"});
    const auto problems = told(
        read_people_file(
            R"({"format":"x","rule":"best","points":{"step":1e9},"questions":[{"id":"q"},{"id":"q"}],)"
            R"("newcomers":[{"id":"a","room":2,"answers":{"p":1,"q":5}},{"id":"a","must":"woman"},7],)"
            R"("established":[{"id":"b"}],"locked":[{"newcomer":"a","established":"b"},{"newcomer":"a","established":"b"}],)"
            R"("pairs":[{"newcomer":"z","established":"b"}],"certificate":{"newcomers":[]},"wat":1})")
            .problems());
    for (const char* expected :
         {" unknown_member", "format format", "rule choice_wanted", "points.step number_wanted", "questions twice",
          "newcomers[0].room newcomer_room", "newcomers[0].answers no_such_question",
          "newcomers[0].answers answer_range", "newcomers[1].id twice", "newcomers[1].must names_wanted",
          "newcomers[2] object_wanted", "locked[1].newcomer locked_twice", "locked[1].established locked_too_many",
          "pairs[0].newcomer no_such_newcomer", "certificate.newcomers prices_wanted",
          "certificate.established prices_wanted"})
        EXPECT_EQ(std::count(problems.begin(), problems.end(), expected), 1) << expected;
}

}  // namespace
}  // namespace samrum::friends::matching
