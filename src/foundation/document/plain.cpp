#include "foundation/document/plain.hpp"

#include <fmt/format.h>

namespace samrum::document {
namespace {

class PlainWriter {
  public:
    std::string all;

    void operator()(const Letterhead& one) {
        line(one.sender);
        for (const std::string& below : one.below) line(below);
        if (!one.kind.empty()) line(one.kind);
        for (const auto& [name, value] : one.facts) line(fmt::format("{}: {}", name, value));
        for (const std::string& to : one.to) line(to);
        line("");
    }
    void operator()(const Heading& one) {
        if (!all.empty() && !all.ends_with("\n\n")) line("");
        line(one.text);
        line("");
    }
    void operator()(const Paragraph& one) {
        line(one.text);
        line("");
    }
    void operator()(const Bullets& list) {
        int number = list.first;
        for (const std::string& item : list.items)
            line(std::string(2 * static_cast<std::size_t>(list.depth), ' ') +
                 (list.numbered ? std::to_string(number++) + ". " : "- ") + item);
        line("");
    }
    void operator()(const Facts& facts) {
        for (const auto& [name, value] : facts.rows) line(fmt::format("{}: {}", name, value));
        line("");
    }
    void operator()(const Grid& grid) {
        if (!grid.caption.empty()) line(grid.caption);
        std::vector<std::string> labels;
        labels.reserve(grid.columns.size());
        for (const GridColumn& column : grid.columns) labels.push_back(column.label);
        row(labels);
        for (const auto& texts : grid.rows) row(texts);
        line("");
    }
    void operator()(const Signatures& signatures) {
        for (const Signature& one : signatures.all) {
            if (!one.party.empty()) line(one.party);
            for (const std::string& text : {one.place_and_date, one.name, one.role})
                if (!text.empty()) line(text);
            line("");
        }
    }

  private:
    void line(const std::string& text) { all += text + "\n"; }
    void row(const std::vector<std::string>& cells) {
        std::string joined;
        for (const std::string& cell : cells) joined += (joined.empty() ? "" : "; ") + cell;
        line(joined);
    }
};

}  // namespace

std::string plain_text(const Paper& paper) {
    PlainWriter writer;
    for (const Block& block : paper.blocks) std::visit(writer, block);
    while (writer.all.ends_with("\n\n")) writer.all.pop_back();
    return writer.all;
}

}  // namespace samrum::document
