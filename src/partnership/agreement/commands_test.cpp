#include "partnership/agreement/commands.hpp"

#include "foundation/base/id.hpp"
#include "foundation/text/test_catalogues.hpp"
#include "partnership/agreement/commands_paper.hpp"
#include "partnership/agreement/files_for_tests.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace samrum::partnership::agreement {
namespace {

const text::Words& words_in(const char* language) {
    return text::house_catalogues().words(language);
}

struct Checked {
    int exit_code = 0;
    std::string out;
    std::string err;
};
/// Runs the command on a file of its own in a temporary folder.
Checked checked(const std::string& bytes, bool json = false, const char* language = "sv") {
    const auto path =
        std::filesystem::temp_directory_path() / ("samrum-agreement-" + base::Uuid::random().text() + ".toml");
    std::ofstream(path, std::ios::binary) << bytes;
    std::ostringstream out;
    std::ostringstream err;
    Checked result;
    result.exit_code = check_agreement(path.string(), json, base::Date::of(2020, 1, 31), out, err, words_in(language));
    std::filesystem::remove(path);
    result.out = out.str();
    result.err = err.str();
    return result;
}

TEST(AgreementCheck, BothLundFilesExitZeroAndSayWhatTheyHold) {
    const auto radrum = checked(example("examples/lund/radrum-2019.toml"));
    EXPECT_EQ(radrum.exit_code, 0);
    for (const char* said : {"Lunds åtta kriterier för idéburet offentligt partnerskap: uppfyllt (8 av 8)",
                             "minst 64 tillfällen per överenskommelseår", "Sammanlagt utlovat: 920\u00a0000\u00a0kr",
                             "1 av 2  260\u00a0000\u00a0kr  dag inte angiven", "2021-01-31", "gäller",
                             "Uppsägning kan bara ske om någon brister", "har inte beslutat det, så ingenting ändras"})
        EXPECT_NE(radrum.out.find(said), std::string::npos) << said;
    const auto kompis = checked(example("examples/lund/kompis-2019.toml"), false, "en");
    EXPECT_EQ(kompis.exit_code, 0);
    for (const char* said :
         {"at least 25 pairs over the whole period [half-year]", "Reading half-year: SEK", "No problems."})
        EXPECT_NE(kompis.out.find(said), std::string::npos) << said;
    EXPECT_EQ(radrum.err + kompis.err, "");
    if (std::getenv("SAMRUM_SHOW")) std::printf("%s\n%s", radrum.out.c_str(), kompis.out.c_str());
}

TEST(AgreementCheck, TellsEveryProblemWithItsLineAndExitsOne) {
    const auto result = checked(small("first = \"2019-02-30\"\nlast = 2019-12-31\nrewiev_by = 2019-06-01"));
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find(":9: period.rewiev_by: Det finns inget fält som heter rewiev_by. Menade du review_by?"),
              std::string::npos)
        << result.err;
    EXPECT_NE(result.err.find("2 fel i filen."), std::string::npos) << result.err;
}

TEST(AgreementCheck, JsonIsTheSameInEveryLanguage) {
    const std::string bytes = example("examples/lund/radrum-2019.toml");
    const auto swedish = checked(bytes, true, "sv");
    EXPECT_EQ(swedish.out, checked(bytes, true, "en").out);
    const auto json = nlohmann::json::parse(swedish.out);
    EXPECT_TRUE(json["ok"].get<bool>());
    EXPECT_EQ(json["money"]["promised_in_all"], "920000.00");
    EXPECT_EQ(json["money"]["amounts"][0]["readings"][0]["sums"][0]["instalments"][1]["amount"], "260000.00");
    EXPECT_EQ(json["force"], "in_force");

    const auto wrong = nlohmann::json::parse(checked("format = 2\n", true).out);
    EXPECT_FALSE(wrong["ok"].get<bool>());
    EXPECT_GT(wrong["problems"].size(), 3u);
}

TEST(AgreementCheck, AFileThatCannotBeReadIsAFault) {
    std::ostringstream out;
    EXPECT_THROW(check_agreement("/nowhere/at/all.toml", false, base::Date::of(2020, 1, 31), out, out, words_in("sv")),
                 base::Fault);
}

TEST(Paper, AlignsByCharactersAndFoldsTheLastCell) {
    std::ostringstream out;
    Paper(out).table(2, {{"å", "x"}, {"abc", std::string(60, 'a') + " " + std::string(60, 'b')}});
    EXPECT_EQ(out.str(), "  å    x\n  abc  " + std::string(60, 'a') + "\n       " + std::string(60, 'b') + "\n");
}

}  // namespace
}  // namespace samrum::partnership::agreement
