#include "advice/rota/files_rota.hpp"
#include "foundation/base/examples_for_tests.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace samrum::advice::rota {
namespace {

using Json = nlohmann::ordered_json;

/// The example of docs/rota-file.md.
Json example() {
    return Json::parse(base::example("examples/rota/week.json"));
}
RotaFile read(const Json& json) {
    auto file = read_rota_file(json.dump());
    EXPECT_TRUE(file) << (file ? "" : file.problems().front().field + " " + file.problems().front().message.key);
    return std::move(file).value();
}
std::vector<std::string> problems_of(std::string_view text) {
    std::vector<std::string> all;
    const auto file = read_rota_file(text);
    for (const auto& one : file.problems())
        all.push_back(one.field + " " + one.message.key.substr(std::string_view("advice.rota.file.").size()));
    return all;
}

TEST(RotaFile, SolvesItsExampleAndTheAnswerIsARotaFileAgain) {
    const RotaFile file = read(example());
    const auto answer = solve(file.problem, 20);
    EXPECT_TRUE(answer.proven);
    const Json solved = Json::parse(answer_json(file, answer));
    EXPECT_EQ(solved["answer"]["points"], answer.objective);
    EXPECT_TRUE(solved["answer"]["breaches"].empty());
    const RotaFile again = read(solved);
    EXPECT_EQ(Json::parse(judgement_json(again, again.shifts))["points"], answer.objective);
    EXPECT_TRUE(breaches_of(again, again.shifts).empty());
    // Nobody in the example speaks Tigrinya: counted, explained, and no hindrance.
    ASSERT_EQ(solved["answer"]["lacks"].size(), 1u);
    EXPECT_EQ(solved["answer"]["lacks"][0]["language"], "ti");
    EXPECT_EQ(solved["answer"]["lacks"][0]["why"]["could"], 0);
}

TEST(RotaFile, MendsACancellationWithTwoChanges) {
    const RotaFile file = read(example());
    Json solved = Json::parse(answer_json(file, solve(file.problem, 20)));
    solved["cancelled"] = {
        {{"session", solved["shifts"][0]["session"]}, {"volunteer", solved["shifts"][0]["volunteer"]}}};
    const RotaFile repair = read(solved);
    ASSERT_TRUE(repair.problem.before.has_value());
    const Json mended = Json::parse(answer_json(repair, solve(repair.problem, 20)));
    EXPECT_EQ(mended["answer"]["removed"].size(), 1u);
    EXPECT_LE(mended["answer"]["added"].size(), 1u);
    EXPECT_FALSE(mended.contains("cancelled"));
    EXPECT_TRUE(read_rota_file(mended.dump()));
}

TEST(RotaFile, JudgesAHandMadeRotaAndTellsEveryBreachWithItsPlace) {
    Json json = example();
    json["shifts"] = Json::array({{{"session", "city-tuesday"}, {"volunteer", "amina"}},
                                  {{"session", "linero-tuesday"}, {"volunteer", "amina"}},
                                  {{"session", "city-tuesday"}, {"volunteer", "amina"}},
                                  {{"session", "linero-thursday"}, {"volunteer", "bo"}}});
    const RotaFile file = read(json);
    std::vector<std::string> told;
    for (const auto& one : breaches_of(file, file.shifts)) told.push_back(one.field + " " + one.message.key);
    EXPECT_EQ(told, (std::vector<std::string>{"shifts[2] advice.rota.breach.twice",
                                              "shifts[3] advice.rota.breach.unavailable",
                                              "shifts[0] advice.rota.breach.two_at_once"}));
}

TEST(RotaFile, TellsEveryProblemAtOnceWithItsPath) {
    EXPECT_EQ(problems_of("{"), std::vector<std::string>{" not_json"});
    EXPECT_EQ(read_rota_file("{\n\n  x").problems().front().line, 3);
    EXPECT_EQ(problems_of("[]"), std::vector<std::string>{" no_object"});
    EXPECT_EQ(problems_of(std::string(200'000, '[')), std::vector<std::string>{" not_json"});
    EXPECT_EQ(problems_of(R"({"a":[[[[[[[[1]]]]]]]]})"), std::vector<std::string>{" too_deep"});
    EXPECT_EQ(problems_of(R"({"format":1e999})"), std::vector<std::string>{" not_json"});
    EXPECT_EQ(
        problems_of(R"({"format":"x","rest_minutes":99999999999999999999,"sites":[{"id":"a"},{"id":"a"},7],"wat":1})"),
        (std::vector<std::string>{" unknown_member", "format format", "rest_minutes number_wanted",
                                  "sites[2] object_wanted", "sites[1].id twice"}));
    const auto problems = problems_of(
        R"({"format":"samrum-rota-1","sites":[{"id":"a","travel":{"b":5}}],)"
        R"("sessions":[{"id":"s","site":"c","day":"2020-02-30","starts":"18:00","ends":"16:00","advisers":-1}],)"
        R"("volunteers":[{"id":"v","languages":"sv","when":[{"weekday":8,"wish":"maybe"}]}],"shifts":[{"session":"x","volunteer":"v"}]})");
    for (const char* expected : {"sites[0].travel.b no_such_site", "sessions[0].site no_such_site",
                                 "sessions[0].ends ends_before", "sessions[0].advisers number_wanted",
                                 "volunteers[0].languages names_wanted", "volunteers[0].when[0].weekday number_wanted",
                                 "volunteers[0].when[0].wish choice_wanted", "shifts[0].session no_such_session"})
        EXPECT_EQ(std::count(problems.begin(), problems.end(), expected), 1) << expected;
}

}  // namespace
}  // namespace samrum::advice::rota
