#include "foundation/document/docx.hpp"

#include "foundation/document/plain.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace samrum::document {
namespace {

/// Reads the archive with Python's own reader: every part is well-formed XML, every relation and style is there.
constexpr const char* kReader = R"py(
import sys, zipfile, xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
parts = {n: E.fromstring(z.read(n)) for n in z.namelist()}
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
for o in parts['[Content_Types].xml']:
    if 'PartName' in o.attrib: assert o.attrib['PartName'][1:] in parts, o.attrib
rels = {r.attrib['Id']: r.attrib['Target'] for r in parts['word/_rels/document.xml.rels']}
assert all('word/' + t in parts for t in rels.values())
doc = parts['word/document.xml']
assert all(e.attrib[R + 'id'] in rels for e in doc.iter() if R + 'id' in e.attrib)
styles = {s.attrib[W + 'styleId'] for s in parts['word/styles.xml'].iter(W + 'style')}
nums = {n.attrib[W + 'numId'] for n in parts['word/numbering.xml'].iter(W + 'num')}
for p in doc.iter(W + 'pStyle'): assert p.attrib[W + 'val'] in styles, p.attrib
for p in doc.iter(W + 'numId'): assert p.attrib[W + 'val'] in nums, p.attrib
for t in doc.iter(W + 'tbl'):
    columns = len(list(t.find(W + 'tblGrid')))
    for r in t.findall(W + 'tr'):
        cells = r.findall(W + 'tc')
        assert len(cells) == columns and all(c.findall(W + 'p') for c in cells)
for p in doc.iter(W + 'p'):
    s = p.find(W + 'pPr/' + W + 'pStyle').attrib[W + 'val']
    print(s + '|' + ''.join(t.text or '' for t in p.iter(W + 't')))
print('headers', sum(1 for _ in doc.iter(W + 'tblHeader')))
print(''.join(t.text or '' for t in parts['word/header1.xml'].iter(W + 't')))
print(''.join(i.text for i in parts['word/footer1.xml'].iter(W + 'instrText')))
print(parts['docProps/core.xml'][0].text)
)py";

/// What a library of others finds in the file: styles that its readers know, the table, the properties.
constexpr const char* kLibrary = R"py(
import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs:
    print(p.style.name + '|' + p.text.replace('\n', '/'))
    for r in p.runs:
        if r.bold or r.italic: print('run|' + r.text + '|' + str(r.bold) + '|' + str(r.italic))
for t in d.tables:
    for r in t.rows: print('row|' + '|'.join(c.text for c in r.cells))
print('properties|' + d.core_properties.title + '|' + d.core_properties.language + '|' + str(d.core_properties.created))
print('page|%d x %d mm' % (d.sections[0].page_width.mm, d.sections[0].page_height.mm))
)py";

std::string read_back(const std::string& bytes, const char* program = kReader) {
    const auto stem = std::filesystem::temp_directory_path() / ("samrum-docx-" + std::to_string(getpid()));
    const std::string file = stem.string() + ".docx";
    const std::string reader = stem.string() + ".py";
    std::ofstream(file, std::ios::binary) << bytes;
    std::ofstream(reader) << program;
    std::string said;
    FILE* pipe = popen(("PYTHONIOENCODING=utf-8 /usr/bin/python3 " + reader + " " + file + " 2>&1").c_str(), "r");
    std::array<char, 4096> some{};
    while (const std::size_t got = fread(some.data(), 1, some.size(), pipe)) said.append(some.data(), got);
    const int status = pclose(pipe);
    std::filesystem::remove(file);
    std::filesystem::remove(reader);
    return status == 0 ? said : "failed: " + said;
}

Paper memo() {
    Paper paper{
        .language = "sv",
        .title = "Uppföljning <RådRum> & \"mer\"",
        .author = "Provköpings kommun",
        .header = "Provköpings kommun",
        .footer = "Tjänsteskrivelse",
        .page_of = [](int page, int of) { return "Sida " + std::to_string(page) + " av " + std::to_string(of); },
        .blocks = {},
        .header_end = "2020-01-31 · SO 2019/0089",
        .formal = true,
        .created = "2020-01-31T00:00:00Z"};
    paper.blocks = {Letterhead{"Provköpings kommun",
                               {"Socialförvaltningen"},
                               "Tjänsteskrivelse",
                               {{"Datum", "31 januari 2020"}},
                               {"Socialnämnden"}},
                    Heading{1, "Uppföljning"},
                    Paragraph{"Första raden\noch nästa & <mer>\x01."},
                    Paragraph{"Det är mycket viktigt nu.", {{8, 22, false}, {8, 14, true}}},
                    Bullets{{"ett", "två"}},
                    Bullets{{"inne"}, false, 1},
                    Bullets{{"att godkänna", "att lägga till handlingarna"}, true},
                    Facts{{{"Period", "2019"}}},
                    Grid{"Siffror", {{"Vad", false, 3}, {"Antal", true}}, {{"Tillfällen", "34"}, {"Kort"}}},
                    Signatures{{{"Ort och datum", "socialdirektör", "", "För kommunen"}}}};
    return paper;
}

TEST(Docx, IsReadBackWholeByAnotherProgram) {
    const std::string said = read_back(write_docx(memo()));
    for (const char* part :
         {"Sender|Provköpings kommun", "Small|Datum: 31 januari 2020", "Heading1|Uppföljning",
          "Normal|Första radenoch nästa & <mer>.", "ListParagraph|inne", "ListParagraph|att godkänna", "Cell|Period",
          "Caption|Siffror", "Cell|34", "Signature|Ort och datum", "headers 1",
          "Provköpings kommun2020-01-31 · SO 2019/0089", " PAGE  NUMPAGES ", "Uppföljning <RådRum> & \"mer\""})
        EXPECT_NE(said.find(part), std::string::npos) << part << "\n" << said;
}

TEST(Docx, IsReadByALibraryOfOthersWithTheNamesItKnows) {
    const std::string said = read_back(write_docx(memo()), kLibrary);
    for (const char* part :
         {"Heading 1|Uppföljning\n", "Normal|Första raden/och nästa & <mer>.\n", "List Paragraph|ett\n",
          "run|mycket|True|True\n", "run| viktigt|None|True\n", "row|Tillfällen|34\n",
          "properties|Uppföljning <RådRum> & \"mer\"|sv|2020-01-31 00:00:00\n", "page|210 x 297 mm\n"})
        EXPECT_NE(said.find(part), std::string::npos) << part << "\n" << said;
}

TEST(Docx, IsTheSameBytesForTheSamePaper) {
    EXPECT_EQ(write_docx(memo()), write_docx(memo()));
}

TEST(PlainText, IsThePaperInLinesToCopy) {
    const std::string text = plain_text(memo());
    EXPECT_TRUE(
        text.starts_with("Provköpings kommun\nSocialförvaltningen\nTjänsteskrivelse\nDatum: 31 januari 2020\n"));
    for (const char* part : {"\nUppföljning\n\n", "\n- ett\n- två\n", "\n  - inne\n", "1. att godkänna\n2. att lägga",
                             "Siffror\nVad; Antal\nTillfällen; 34\n"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

}  // namespace
}  // namespace samrum::document
