#include "foundation/document/docx.hpp"

#include "foundation/document/zip.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace samrum::document {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
/// Twentieths of a point between the margins of an A4 page.
constexpr int kTextWidth = 9412;

/// Text between tags; characters that XML 1.0 has no place for are left out.
std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
        }
    return out;
}

std::string run(std::string_view text, bool bold = false, bool slanted = false) {
    std::string out = "<w:r>";
    if (bold || slanted)
        out.append("<w:rPr>").append(bold ? "<w:b/>" : "").append(slanted ? "<w:i/>" : "").append("</w:rPr>");
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (at > 0) out += "<w:br/>";
        out += "<w:t xml:space=\"preserve\">" + xml(text.substr(at, end - at)) + "</w:t>";
        at = end + 1;
    }
    return out + "</w:r>";
}
std::string runs(std::string_view text, const std::vector<Emphasis>& emphasis) {
    std::string out;
    for (const Run& one : runs_of(text, emphasis)) out += run(one.text, one.strong, one.slanted);
    return out;
}
std::string field(std::string_view instruction) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " +
           std::string(instruction) +
           " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
std::string para(std::string_view style, const std::string& runs, const std::string& more = "") {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + more + "</w:pPr>" + runs + "</w:p>";
}

/// "Sida 1 av 2" with the counting left to the word processor.
std::string page_of_runs(const Paper& paper) {
    if (!paper.page_of) return "";
    const std::string said = paper.page_of(1, 2);
    const std::size_t page = said.find('1');
    const std::size_t of = said.find('2');
    if (page == std::string::npos || of == std::string::npos || of < page) return run(said);
    return run(said.substr(0, page)) + field("PAGE") + run(said.substr(page + 1, of - page - 1)) + field("NUMPAGES") +
           run(said.substr(of + 1));
}

class BodyWriter {
  public:
    std::string all;
    int numbered_lists = 0;  ///< each counts from its own first number

    void operator()(const Letterhead& one) {
        std::string left = para("Sender", run(one.sender));
        for (const std::string& line : one.below) left += para("Small", run(line));
        std::string right = one.kind.empty() ? "" : para("Sender", run(one.kind));
        for (const auto& [name, value] : one.facts) right += para("Small", run(name + ": ", true) + run(value));
        if (right.empty()) right = para("Small", "");
        all += table_begin({5500, kTextWidth - 5500}, false) + "<w:tr>" + cell(5500, left) +
               cell(kTextWidth - 5500, right) + "</w:tr></w:tbl>";
        all += para("Normal", "");
        for (const std::string& to : one.to) all += para("Normal", run(to));
    }
    void operator()(const Heading& one) { all += para("Heading" + std::to_string(one.level), run(one.text)); }
    void operator()(const Paragraph& one) { all += para("Normal", runs(one.text, one.emphasis)); }
    void operator()(const Bullets& list) {
        const int number = list.numbered ? kFirstNumbered + numbered_lists++ : 1;
        for (std::size_t at = 0; at < list.items.size(); ++at)
            all += para("ListParagraph", runs(list.items[at], list.emphasis_of(at)),
                        "<w:numPr><w:ilvl w:val=\"" + std::to_string(std::min(list.depth, 2)) +
                            "\"/><w:numId w:val=\"" + std::to_string(number) + "\"/></w:numPr>");
        if (list.numbered) firsts.push_back(list.first);
    }
    void operator()(const Facts& facts) {
        constexpr int kNameWidth = 3200;
        all += table_begin({kNameWidth, kTextWidth - kNameWidth}, true);
        for (const auto& [name, value] : facts.rows)
            all += "<w:tr>" + cell(kNameWidth, para("Cell", run(name, true))) +
                   cell(kTextWidth - kNameWidth, para("Cell", run(value))) + "</w:tr>";
        all += "</w:tbl>" + para("Normal", "");
    }
    void operator()(const Grid& grid) {
        const double shares = std::accumulate(grid.columns.begin(), grid.columns.end(), 0.0,
                                              [](double sum, const GridColumn& one) { return sum + one.share; });
        std::vector<int> widths;
        std::vector<std::string> labels;
        for (const GridColumn& one : grid.columns) {
            widths.push_back(static_cast<int>(kTextWidth * one.share / shares));
            labels.push_back(one.label);
        }
        if (!grid.caption.empty()) all += para("Caption", run(grid.caption), "<w:keepNext/>");
        all += table_begin(widths, true);
        grid_row(grid, widths, labels, true);
        for (const auto& texts : grid.rows) grid_row(grid, widths, texts, false);
        all += "</w:tbl>" + para("Normal", "");
    }
    void operator()(const Signatures& signatures) {
        for (const Signature& one : signatures.all) {
            if (!one.party.empty()) all += para("Normal", run(one.party, true), "<w:keepNext/>");
            for (const std::string* text : {&one.place_and_date, &one.name})
                all += para("Signature", run(*text), "<w:keepNext/>");
            all += para("Normal", run(one.role));
        }
    }
    static constexpr int kFirstNumbered = 2;
    std::vector<int> firsts;  ///< of the numbered lists

  private:
    static std::string table_begin(const std::vector<int>& widths, bool lines) {
        std::string out = "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kTextWidth) + "\" w:type=\"dxa\"/>";
        if (lines)
            out +=
                "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>"
                "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/></w:tblBorders>";
        out +=
            "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:firstColumn=\"1\"/>"
            "</w:tblPr><w:tblGrid>";
        for (const int width : widths) out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        return out + "</w:tblGrid>";
    }
    static std::string cell(int width, const std::string& inside) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>" + inside +
               "</w:tc>";
    }
    void grid_row(const Grid& grid, const std::vector<int>& widths, const std::vector<std::string>& texts,
                  bool is_head) {
        all +=
            is_head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t i = 0; i < grid.columns.size(); ++i)
            all += cell(widths[i], para("Cell", run(i < texts.size() ? texts[i] : "", is_head),
                                        grid.columns[i].numeric ? "<w:jc w:val=\"right\"/>" : ""));
        all += "</w:tr>";
    }
};

std::string style(std::string_view id, std::string_view name, std::string_view paragraph, std::string_view letters,
                  bool is_default = false) {
    return "<w:style w:type=\"paragraph\"" + std::string(is_default ? " w:default=\"1\"" : "") + " w:styleId=\"" +
           std::string(id) + "\"><w:name w:val=\"" + std::string(name) + "\"/>" +
           (is_default ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/><w:pPr>" + std::string(paragraph) +
           "</w:pPr><w:rPr>" + std::string(letters) + "</w:rPr></w:style>";
}

std::string styles_xml(const Paper& paper) {
    std::string out(kDeclaration);
    out += "<w:styles " + std::string(kNamespaces) +
           "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans\" w:hAnsi=\"Noto Sans\" "
           "w:cs=\"Noto Sans\"/><w:sz w:val=\"21\"/><w:lang w:val=\"" +
           xml(paper.language) + "\"/></w:rPr></w:rPrDefault></w:docDefaults>";
    out += style("Normal", "Normal", "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/>", "", true);
    const char* sizes[] = {"34", "25", "21"};
    for (int level = 1; level <= 3; ++level)
        out += style("Heading" + std::to_string(level), "heading " + std::to_string(level),
                     "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"100\"/><w:outlineLvl w:val=\"" +
                         std::to_string(level - 1) + "\"/>",
                     "<w:b/><w:sz w:val=\"" + std::string(sizes[level - 1]) + "\"/>");
    out += style("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", "");
    out += style("Caption", "caption", "<w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/>");
    out += style("Cell", "Table Cell", "<w:spacing w:before=\"40\" w:after=\"40\"/>", "");
    out += style("Sender", "Sender", "<w:spacing w:after=\"40\"/>", "<w:b/><w:sz w:val=\"25\"/>");
    out += style("Small", "Small", "<w:spacing w:after=\"20\"/>", "<w:sz w:val=\"19\"/>");
    out += style("Signature", "Signature",
                 "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"404040\"/></w:pBdr>"
                 "<w:spacing w:before=\"640\" w:after=\"40\"/><w:ind w:right=\"4200\"/>",
                 "");
    const char* along = "<w:tabs><w:tab w:val=\"right\" w:pos=\"9412\"/></w:tabs>";
    out += style("Header", "header", along, "<w:color w:val=\"505050\"/><w:sz w:val=\"17\"/>");
    out += style("Footer", "footer", along, "<w:color w:val=\"505050\"/><w:sz w:val=\"17\"/>");
    return out + "</w:styles>";
}

/// One list of bullets for all, and one of numbers for each numbered list.
std::string numbering_xml(const std::vector<int>& firsts) {
    const auto levels = [](std::string_view format, bool bullets) {
        std::string out;
        const char* marks[] = {"•", "–", "·"};
        for (int i = 0; i < 3; ++i)
            out += "<w:lvl w:ilvl=\"" + std::to_string(i) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
                   std::string(format) + "\"/><w:lvlText w:val=\"" +
                   (bullets ? std::string(marks[i]) : "%" + std::to_string(i + 1) + ".") +
                   "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" + std::to_string(400 * (i + 1)) +
                   "\" w:hanging=\"320\"/></w:pPr></w:lvl>";
        return out;
    };
    std::string out(kDeclaration);
    out += "<w:numbering " + std::string(kNamespaces) + "><w:abstractNum w:abstractNumId=\"0\">" +
           levels("bullet", true) + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + levels("decimal", false) +
           "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    int number = BodyWriter::kFirstNumbered;
    for (const int first : firsts)
        out += "<w:num w:numId=\"" + std::to_string(number++) +
               "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" +
               std::to_string(first) + "\"/></w:lvlOverride></w:num>";
    return out + "</w:numbering>";
}

std::string relation(int id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"http://schemas.openxmlformats.org/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}
std::string relations(const std::string& inside) {
    return std::string(kDeclaration) +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside +
           "</Relationships>";
}

std::string types_xml() {
    constexpr std::string_view kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string out(kDeclaration);
    out +=
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";
    for (const auto& [part, type] : {std::pair{"document", "document.main"},
                                     {"styles", "styles"},
                                     {"numbering", "numbering"},
                                     {"header1", "header"},
                                     {"footer1", "footer"}})
        out += "<Override PartName=\"/word/" + std::string(part) + ".xml\" ContentType=\"" + std::string(kWord) + type +
               "+xml\"/>";
    return out + "</Types>";
}

std::string core_xml(const Paper& paper) {
    std::string out(kDeclaration);
    out +=
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
        xml(paper.title) + "</dc:title><dc:creator>" + xml(paper.author) + "</dc:creator>";
    if (!paper.created.empty())
        out += "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + xml(paper.created) + "</dcterms:created>";
    return out + "<dc:language>" + xml(paper.language) + "</dc:language></cp:coreProperties>";
}

std::string along_xml(std::string_view kind, std::string_view style_id, const std::string& runs) {
    return std::string(kDeclaration) + "<w:" + std::string(kind) + " " + std::string(kNamespaces) + ">" +
           para(style_id, runs) + "</w:" + std::string(kind) + ">";
}

std::string document_xml(const std::string& body) {
    return std::string(kDeclaration) + "<w:document " + std::string(kNamespaces) + "><w:body>" + body +
           "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
           "<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
           "<w:pgMar w:top=\"1680\" w:right=\"1247\" w:bottom=\"1480\" w:left=\"1247\" w:header=\"720\" "
           "w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

}  // namespace

std::string write_docx(const Paper& paper) {
    BodyWriter body;
    for (const Block& block : paper.blocks) std::visit(body, block);
    const std::string tab = "<w:r><w:tab/></w:r>";
    return write_zip(
        {{"[Content_Types].xml", types_xml()},
         {"_rels/.rels",
          relations(relation(1, "officeDocument/2006/relationships/officeDocument", "word/document.xml") +
                    relation(2, "package/2006/relationships/metadata/core-properties", "docProps/core.xml"))},
         {"docProps/core.xml", core_xml(paper)},
         {"word/_rels/document.xml.rels",
          relations(relation(1, "officeDocument/2006/relationships/styles", "styles.xml") +
                    relation(2, "officeDocument/2006/relationships/numbering", "numbering.xml") +
                    relation(3, "officeDocument/2006/relationships/header", "header1.xml") +
                    relation(4, "officeDocument/2006/relationships/footer", "footer1.xml"))},
         {"word/document.xml", document_xml(body.all)},
         {"word/styles.xml", styles_xml(paper)},
         {"word/numbering.xml", numbering_xml(body.firsts)},
         {"word/header1.xml", along_xml("hdr", "Header", run(paper.header) + tab + run(paper.header_end))},
         {"word/footer1.xml", along_xml("ftr", "Footer", run(paper.footer) + tab + page_of_runs(paper))}});
}

}  // namespace samrum::document
