#include "foundation/document/pdf.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace samrum::document {
namespace {

/// What a real reader of PDF files says of the bytes. `%` in the command stands for the file.
std::string told(const std::string& bytes, std::string command) {
    const auto file = std::filesystem::temp_directory_path() / ("samrum-pdf-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    command.replace(command.find('%'), 1, file.string());
    std::string said;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> some{};
    while (const std::size_t got = fread(some.data(), 1, some.size(), pipe)) said.append(some.data(), got);
    const int status = pclose(pipe);
    std::filesystem::remove(file);
    return status == 0 ? said : "failed: " + said;
}

bool in_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
        at = text.find(part, at);
        if (at == std::string::npos) return false;
        at += part.size();
    }
    return true;
}

Pdf sample() {
    Pdf pdf{.language = "sv",
            .title = "Intyg för Åsa Exempel",
            .author = "Föreningen Exempel",
            .header = "Föreningen Exempel",
            .footer = "Intyg",
            .page_of = [](int page, int of) { return "Sida " + std::to_string(page) + " av " + std::to_string(of); },
            .blocks = {}};
    pdf.blocks = {
        Heading{1, "Intyg"},
        Paragraph{"Effekten av frivilliga officerare: fi, fl, ffi."},
        Bullets{{"svenska", "العربية"}},
        Facts{{{"Tid", "3 september 2018–31 januari 2020"}, {"Timmar", "61"}}},
        Grid{"Kurser", {{"Kurs", false, 3}, {"Timmar", true}}, {{"Bemötande", "3"}, {"Socialtjänstlagen", "2"}}},
        Signatures{{{"Ort och datum", "Samordnare Exempel", "samordnare"}}}};
    return pdf;
}

TEST(Pdf, IsReadOutInOrderWithItsStructure) {
    const std::string structure = told(write_pdf(sample()), "pdfinfo -struct-text %");
    EXPECT_TRUE(in_order(structure, {"Document",
                                     "H1",
                                     "Intyg",
                                     "P ",
                                     "fi, fl, ffi",
                                     "L ",
                                     "LI",
                                     "Lbl",
                                     "LBody",
                                     "svenska",
                                     "Table",
                                     "TR",
                                     "TH",
                                     "Tid",
                                     "TD",
                                     "3 september",
                                     "Table",
                                     "Caption",
                                     "Kurser",
                                     "TR",
                                     "TH",
                                     "Kurs",
                                     "TH",
                                     "Timmar",
                                     "TR",
                                     "TH",
                                     "Bemötande",
                                     "TD",
                                     "3",
                                     "P",
                                     "Ort och datum",
                                     "Samordnare Exempel"}))
        << structure;
    EXPECT_EQ(structure.find("Sida 1"), std::string::npos) << "what runs along every page is not part of the text";
}

TEST(Pdf, HasLanguageTitleScopesAndArtifacts) {
    const std::string bytes = write_pdf(sample());
    const std::string info = told(bytes, "pdfinfo %");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Intyg för Åsa Exempel"), std::string::npos) << info;
    const std::string plain = told(bytes, "qpdf --qdf --object-streams=disable % -");
    for (const char* part : {"/Lang (sv)", "/DisplayDocTitle true", "/Scope /Column", "/Scope /Row", "/Artifact BMC"})
        EXPECT_NE(plain.find(part), std::string::npos) << part;
    EXPECT_NE(told(bytes, "qpdf --check %").find("No syntax or stream encoding errors"), std::string::npos);
    const std::string fonts = told(bytes, "pdffonts %");
    EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << "every font is embedded:\n" << fonts;
}

TEST(Pdf, GoesOnOnTheNextPageUnderTheSameHeadings) {
    Pdf pdf = sample();
    Grid grid{"Lång", {{"Rad"}, {"Text"}}, {}};
    for (int i = 1; i <= 90; ++i) grid.rows.push_back({"rad " + std::to_string(i), "text"});
    pdf.blocks.emplace_back(grid);
    const std::string bytes = write_pdf(pdf);
    const std::string text = told(bytes, "pdftotext -layout % -");
    EXPECT_TRUE(in_order(text, {"Sida 1 av 4", "Rad", "Sida 2 av 4", "Rad", "Sida 3 av 4", "rad 90", "Sida 4 av 4"}))
        << text;
    const std::string structure = told(bytes, "pdfinfo -struct-text %");
    EXPECT_TRUE(in_order(structure, {"\"Lång\"", "\"Rad\"", "\"rad 1\"", "\"rad 90\""})) << structure;
    const auto first = structure.find("\"Rad\"");
    EXPECT_EQ(structure.find("\"Rad\"", first + 1), std::string::npos) << "the repeated headings are read once";
}

TEST(Pdf, EveryLineOfAParagraphItemAndCellIsReadOut) {
    Pdf pdf = sample();
    std::string lines;
    for (int i = 1; i <= 30; ++i) lines += "En rad till om ingenting,\tnummer " + std::to_string(i) + ". ";
    pdf.blocks = {Paragraph{lines + "STYCKE\n" + lines + "RADBRYT", {{0, 40, true}}}, Bullets{{lines + "PUNKT"}},
                  Facts{{{"Tid", lines + "FAKTA"}}},
                  Grid{"", {{"Vad", false, 1}, {"Text", true, 2}}, {{"Ett", lines + "RUTA"}}}};
    const std::string bytes = write_pdf(pdf);
    const std::string structure = told(bytes, "pdfinfo -struct-text %");
    EXPECT_TRUE(in_order(structure, {"STYCKE", "nummer 30. RADBRYT", "PUNKT", "FAKTA", "RUTA"})) << structure;
    EXPECT_EQ(told(bytes, "qpdf --qdf --object-streams=disable % -").find("/ActualText"), std::string::npos)
        << "nothing is marked within what is marked";
}

TEST(Pdf, NoWordIsBrokenInATableWhoseColumnsHaveRoom) {
    Pdf pdf = sample();
    pdf.blocks = {Grid{"Åtaganden",
                       {{"Åtagande", false, 2.4},
                        {"Överenskommet", false, 1.8},
                        {"Bedömning", false, 1.4},
                        {"Avvikelse", false, 2},
                        {"Förklaring", false, 2.6}},
                       {{"Projektledning och kommunikationsstöd", "minst 64 tillfällen", "Inte uppfyllt",
                         "Ingen anställd hela hösten", "https://exempel.se/" + std::string(80, 'x')}}}};
    const std::string text = told(write_pdf(pdf), "pdftotext -layout % -");
    for (const char* word : {"kommunikationsstöd", "Överenskommet", "Bedömning", "Förklaring", "uppfyllt"})
        EXPECT_NE(text.find(word), std::string::npos) << word << " is broken:\n" << text;
}

TEST(Pdf, AHeadingStandsWithWhatFollowsIt) {
    for (int before = 24; before < 29; ++before) {
        Pdf pdf = sample();
        pdf.formal = true;
        pdf.blocks = {};
        for (int i = 0; i < before; ++i) pdf.blocks.emplace_back(Paragraph{"En rad."});
        pdf.blocks.emplace_back(Heading{2, "Ekonomi"});
        std::string high;
        for (int i = 0; i < 40; ++i) high += "hög ";
        pdf.blocks.emplace_back(Grid{"Belopp", {{"Vad"}, {"Summa"}}, {{high, "FÖRST"}}});
        const std::string text = told(write_pdf(pdf), "pdftotext -layout % -");
        const auto heading = text.find("Ekonomi");
        EXPECT_EQ(text.substr(heading, text.find("FÖRST") - heading).find('\f'), std::string::npos)
            << before << " lines before";
    }
}

TEST(Pdf, EmphasisIsSeenAndGoesOnOnTheNextPage) {
    Pdf pdf = sample();
    EXPECT_EQ(told(write_pdf(pdf), "pdffonts %").find("Italic"), std::string::npos);
    std::string lines;
    while (lines.size() < 9000) lines += "En rad till om ingenting. ";
    pdf.blocks = {Paragraph{"före " + lines + "slut efter", {{5, 5 + lines.size() + 4, false}}},
                  Bullets{{"punkt"}, false, 0, 1, {{{0, 5, true}}}}};
    const std::string bytes = write_pdf(pdf);
    EXPECT_NE(told(bytes, "pdffonts -f 3 %").find("Italic"), std::string::npos) << "to the last page";
    EXPECT_NE(told(bytes, "pdffonts %").find("Bold"), std::string::npos);
    EXPECT_NE(told(bytes, "pdftotext % -").find("slut efter"), std::string::npos);
}

TEST(Pdf, IsTheSameBytesForTheSamePaperOfTheSameDay) {
    Pdf pdf = sample();
    pdf.created = "2020-01-31T00:00:00Z";
    EXPECT_EQ(write_pdf(pdf), write_pdf(pdf));
    EXPECT_NE(told(write_pdf(pdf), "pdfinfo %").find("2020"), std::string::npos);
}

TEST(Pdf, ALetterHasItsHeadItsNumbersAndRoomForTwoToSign) {
    Pdf pdf = sample();
    pdf.formal = true;
    pdf.header_end = "2020-01-31 · SO 2019/0089";
    pdf.blocks = {Letterhead{"Provköpings kommun",
                             {"Socialförvaltningen"},
                             "Tjänsteskrivelse",
                             {{"Datum", "31 januari 2020"}},
                             {"Socialnämnden"}},
                  Heading{1, "Förslag"}, Bullets{{"att ett", "att två"}, true}, Bullets{{"inne"}, false, 1},
                  Signatures{{{"Ort och datum", "socialdirektör", "", "För kommunen"},
                              {"Ort och datum", "ordförande", "", "För föreningen"}}}};
    const std::string bytes = write_pdf(pdf);
    EXPECT_TRUE(in_order(told(bytes, "pdfinfo -struct-text %"),
                         {"Provköpings kommun", "Socialförvaltningen", "Tjänsteskrivelse", "Datum: 31 januari 2020",
                          "Socialnämnden", "H1", "Förslag", "Lbl", "1.", "att ett", "2.", "att två", "inne",
                          "För kommunen", "Ort och datum", "socialdirektör", "För föreningen", "ordförande"}));
    EXPECT_NE(told(bytes, "pdftotext -layout % -").find("SO 2019/0089"), std::string::npos);
    EXPECT_NE(told(bytes, "qpdf --check %").find("No syntax or stream encoding errors"), std::string::npos);
}

TEST(Pdf, TakesWhateverAPersonWrites) {
    Pdf pdf = sample();
    pdf.title = "(\\) <x> & \"y\" ☺";
    pdf.blocks = {Paragraph{""}, Paragraph{"(\\) %PDF EMC BDC ET ☺ \t\n ny rad"},
                  Paragraph{std::string(9'000, 'x') + " slut"}};
    const std::string bytes = write_pdf(pdf);
    EXPECT_NE(told(bytes, "qpdf --check %").find("No syntax or stream encoding errors"), std::string::npos);
    EXPECT_NE(told(bytes, "pdftotext % -").find("slut"), std::string::npos)
        << "a long paragraph goes on on the next page";
    EXPECT_EQ(told(bytes, "pdfinfo %").find("Pages:           1\n"), std::string::npos);
}

}  // namespace
}  // namespace samrum::document
