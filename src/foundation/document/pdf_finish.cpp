// The pass after cairo: what its tags leave out. C++17 (src/CMakeLists.txt): clang refuses qpdf's headers in C++20.
#define POINTERHOLDER_TRANSITION 4  // qpdf 11: std::shared_ptr throughout
#include "foundation/document/pdf_canvas.hpp"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>
#include <string_view>
#include <utility>

namespace samrum::document {
namespace {

/// Wraps what stands outside every structure element (running header, rules) as artifact, so that no reader reads it
/// out. The sequences are closed around those of the structure: they must not nest.
class Artifacts : public QPDFObjectHandle::TokenFilter {
  public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        if (!begun_) open();
        waiting_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word) return;
        const std::string& word = token.getValue();
        const bool begins = word == "BDC" || word == "BMC";
        if (begins && depth_++ == 0) write("\nEMC\n");
        write(std::exchange(waiting_, {}));
        if (word == "EMC" && --depth_ == 0) open();
    }
    void handleEOF() override {
        write(std::exchange(waiting_, {}));
        if (begun_) write("\nEMC\n");
    }

  private:
    void open() {
        begun_ = true;
        write("\n/Artifact BMC\n");
    }
    bool begun_ = false;
    int depth_ = 0;
    std::string waiting_;
};

std::string kind_of(const QPDFObjectHandle& element) {
    auto copy = element;
    return copy.isDictionary() && copy.getKey("/S").isName() ? copy.getKey("/S").getName() : "";
}

std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle element) {
    QPDFObjectHandle kids = element.getKey("/K");
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObjectHandle>{kids};
}

/// A heading in a row of headings heads its column, one beside cells its row.
void set_scopes(const QPDFObjectHandle& row) {
    const auto cells = kids_of(row);
    const bool has_cells =
        std::any_of(cells.begin(), cells.end(), [](const auto& one) { return kind_of(one) == "/TD"; });
    const char* scope = has_cells ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>";
    for (auto cell : cells)
        if (kind_of(cell) == "/TH") cell.replaceKey("/A", QPDFObjectHandle::parse(scope));
}

void walk(const QPDFObjectHandle& element) {
    if (!QPDFObjectHandle(element).isDictionary()) return;
    if (kind_of(element) == "/TR") set_scopes(element);
    for (const auto& kid : kids_of(element)) walk(kid);
}

void describe(QPDF& pdf, std::string_view language) {
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(std::string(language)));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    for (const auto& one : kids_of(root.getKey("/StructTreeRoot"))) walk(one);
    for (auto page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
        page.addContentTokenFilter(std::make_shared<Artifacts>());
    }
}

}  // namespace

std::string finished_pdf(const std::string& bytes, std::string_view language) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("page.pdf", bytes.data(), bytes.size());
    describe(pdf, language);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace samrum::document
