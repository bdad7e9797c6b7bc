#include "directory/files_organisation.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

std::string small(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return all;
}

Organisation known(const std::string& name, const std::string& number = "") {
    Organisation one{.id = OrganisationId::ordered(), .name = name};
    if (!number.empty()) one.number = base::OrganisationNumber::parse(number).value();
    return one;
}

ImportPlan plan(const std::string& file, const std::vector<Organisation>& all, bool may_change = true) {
    const auto lines = read_organisation_file(file);
    if (!lines) return {{}, lines.problems()};
    return plan_organisations(*lines, {all, small, [&](const Organisation&) { return may_change; }});
}

std::vector<std::pair<int, std::string>> told(const base::Problems& problems) {
    std::vector<std::pair<int, std::string>> all;
    for (const auto& one : problems) all.emplace_back(one.line.value_or(0), one.message.key);
    return all;
}

TEST(OrganisationFile, TellsWhatIsNewChangedAndTheSame) {
    const std::vector<Organisation> there{known("Lunds kommun", "212000-1132"), known("Ljusa Lund"), known("Lika")};
    const auto made = plan(
        "namn;typ;organisationsnummer;webbplats\nLunds Kommun;;2120001132;lund.se\nljusa lund;förening;;\n"
        "Lika;;;\nNy förening;stiftelse;;\n",
        there);
    ASSERT_TRUE(made.problems.empty());
    ASSERT_EQ(made.lines.size(), 4U);
    EXPECT_EQ(made.lines[0].fate, LineFate::changed);
    EXPECT_EQ(made.lines[0].fields, (std::vector<std::string>{"name", "website"}));
    EXPECT_EQ(made.lines[0].after.website, "https://lund.se");
    EXPECT_EQ(made.lines[1].fields, std::vector<std::string>{"name"});
    EXPECT_EQ(made.lines[2].fate, LineFate::same);
    EXPECT_EQ(made.lines[3].fate, LineFate::fresh);
    EXPECT_EQ(made.lines[3].after.type, OrganisationType::foundation);
    EXPECT_EQ(plan("name\nLJUSA LUND\n", there, false).lines.at(0).fate, LineFate::kept_elsewhere);
}

TEST(OrganisationFile, EveryProblemByLineAtOnce) {
    const auto made = plan(
        "namn;typ;orgnr\nA;kungarike;\nBra;;212000-1133\nBra;;\nbra;;\n;;\nLång;;;;utanför\nDubbel;;212000-1132\n"
        "Annan;;2120001132\n",
        {});
    EXPECT_EQ(told(made.problems),
              (std::vector<std::pair<int, std::string>>{{2, "directory.file.type"},
                                                        {2, "directory.name.length"},
                                                        {3, "base.organisation_number.check_digit"},
                                                        {5, "directory.file.twice"},
                                                        {7, "directory.file.cell"},
                                                        {9, "directory.file.twice"}}));
    EXPECT_EQ(
        told(plan("namn;färg;namn\nX;röd;Y\n", {}).problems),
        (std::vector<std::pair<int, std::string>>{{1, "directory.file.heading"}, {1, "directory.file.heading_twice"}}));
    EXPECT_EQ(told(plan("typ\nförening\n", {}).problems).at(0).second, "directory.file.no_name");
    EXPECT_EQ(told(plan("namn\n", {}).problems).at(0).second, "directory.file.no_lines");
}

TEST(OrganisationFile, TwoOfOneNameAreToldApartByNumber) {
    const std::vector<Organisation> there{known("Röda korset"), known("röda korset")};
    EXPECT_EQ(told(plan("namn\nRöda korset\n", there).problems).at(0).second, "directory.file.several");
    // In one file as well: without a number the second line could be about the first, or about one more.
    for (const char* file :
         {"namn;orgnr\nMörka Lund;802000-0009\nMörka Lund;\n", "namn;orgnr\nMörka Lund;\nMörka Lund;802000-0009\n"})
        EXPECT_EQ(told(plan(file, {}).problems),
                  (std::vector<std::pair<int, std::string>>{{3, "directory.file.twice"}}));
    EXPECT_TRUE(plan("namn;orgnr\nMörka Lund;802000-0009\nMörka Lund;212000-1132\n", {}).problems.empty());
    // One number more of the same name is one organisation more.
    const std::vector<Organisation> numbered{known("Röda korset", "212000-1132")};
    EXPECT_EQ(plan("namn;orgnr\nRöda korset;802000-0009\n", numbered).lines.at(0).fate, LineFate::fresh);
}

TEST(OrganisationFile, ReadsWhatSpreadsheetsWrite) {
    const auto name_of = [](const std::string& bytes) {
        const auto lines = read_organisation_file(bytes);
        return lines && !lines->empty() ? lines->front().input.name : std::string("?");
    };
    EXPECT_EQ(name_of("\xef\xbb\xbfnamn\r\nF\xc3\xb6rening\r\n"), "Förening");
    EXPECT_EQ(name_of("namn;typ\rF\xf6rening;f\xf6rening\r"), "Förening");       // Windows-1252
    EXPECT_EQ(name_of("namn\ttyp\n\"F\xc3\xb6r\tening\"\t\n"), "För\tening");    // tabs
    EXPECT_EQ(name_of(std::string("\xff\xfen\0a\0m\0n\0\n\0\xd6\0", 14)), "Ö");  // UTF-16LE
    EXPECT_EQ(name_of(std::string("\xfe\xff\0n\0a\0m\0n\0\n\xd8\x3d\xde\x00", 16)), "😀");
    EXPECT_EQ(name_of("namn\n'=1+1\n"), "=1+1");
}

TEST(OrganisationFile, HostileBytesAreProblems) {
    for (const std::string& bytes : {std::string("PK\x03\x04\0\0namn", 10), std::string("\xff\xfe\x00", 3),
                                     std::string("\xff\xfe\x00\xd8", 4), std::string("namn\nA\0B\n", 9),
                                     std::string(3 * 1024 * 1024, 'a'), std::string("namn\n\"öppen\n"), std::string()})
        EXPECT_FALSE(read_organisation_file(bytes)) << bytes.substr(0, 20);
    const auto open = told(read_organisation_file("namn,typ\nA,förening,mer\n\"öppen,förening\n").problems());
    ASSERT_EQ(open.size(), 2u) << "what stands before an open quote is told with it";
    EXPECT_EQ(open[0].second, "directory.file.cell");
    EXPECT_EQ(open[1].second, "document.csv.quote_open");
    std::string many = "namn\n";
    for (std::size_t i = 0; i <= kMostOrganisationLines; ++i) many += "A" + std::to_string(i) + "\n";
    EXPECT_EQ(told(read_organisation_file(many).problems()).at(0).second, "directory.file.too_many");
}

TEST(OrganisationFile, WhatIsWrittenCanBeRead) {
    std::vector<Organisation> all{known("=Ränte;fria \"bröder\"", "212000-1132"), known("Kultur- och fritidsnämnden")};
    all[1].type = OrganisationType::committee;
    all[1].website = "https://lund.se";
    const auto again = plan(write_organisation_file(all), all);
    ASSERT_TRUE(again.problems.empty());
    EXPECT_EQ(again.lines.at(0).fate, LineFate::same);
    EXPECT_EQ(again.lines.at(1).fate, LineFate::same);
}

}  // namespace
}  // namespace samrum::directory
