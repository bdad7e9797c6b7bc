#include "foundation/document/pdf.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/document/pdf_canvas.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace samrum::document {
namespace {

constexpr double kSide = 62;
constexpr double kTop = 84;
constexpr double kBottom = Canvas::kHeight - 74;
constexpr double kInner = Canvas::kWidth - 2 * kSide;
constexpr double kColumnGap = 8;
constexpr double kSigned = 160;  ///< a signature with its lines
constexpr Look kBody{};
constexpr Look kLabel{.points = 10.5, .bold = true};
constexpr Look kSmall{.points = 8.5, .grey = true};
constexpr Look kSmallEnd{.points = 8.5, .grey = true, .align = PANGO_ALIGN_RIGHT};

constexpr Look look_of(int level, bool formal) {
    constexpr double kFormal[] = {17, 12.5, 10.5};
    constexpr double kDiploma[] = {24, 14, 11.5};
    return {.points = (formal ? kFormal : kDiploma)[level < 3 ? level - 1 : 2], .bold = true};
}
constexpr const char* tag_of(int level) {
    return level == 1 ? "H1" : level == 2 ? "H2" : "H3";
}

/// A cell of a row: its text, ready to be drawn.
struct PdfCell {
    Layout layout;
    Look look;
    double x = 0;
    bool heads = false;
};

/// Sets the blocks on pages, from top to bottom.
class Setter {
  public:
    /// `pages`: how many there are, once that is known.
    Setter(const Pdf& pdf, std::string& sink, int pages) : pdf_(pdf), canvas_(sink), pages_(pages) {}

    /// How many pages it took.
    int set() {
        canvas_.title(pdf_.title, pdf_.author);
        if (!pdf_.created.empty()) canvas_.created(pdf_.created);
        begin_page();
        canvas_.tagged("Document", [&] {
            for (at_ = 0; at_ < pdf_.blocks.size(); ++at_)
                std::visit([&](const auto& one) { write(one); }, pdf_.blocks[at_]);
        });
        canvas_.next_page();
        canvas_.finish();
        return page_;
    }

  private:
    void begin_page() {
        ++page_;
        y_ = kTop;
        const double third = kInner / 3;
        along(pdf_.header, kSmall, kSide, 36, pdf_.header_end.empty() ? kInner : 2 * third);
        along(pdf_.header_end, kSmallEnd, kSide + third, 36, 2 * third);
        canvas_.rule(kSide, 54, kInner);
        along(pdf_.footer, kSmall, kSide, Canvas::kHeight - 46, 2.3 * third);
        if (pdf_.page_of)
            along(pdf_.page_of(page_, pages_), kSmallEnd, kSide + 2.3 * third, Canvas::kHeight - 46, 0.7 * third);
    }
    void along(const std::string& text, const Look& look, double x, double y, double width) {
        if (!text.empty()) canvas_.draw(canvas_.layout(text, look, width).get(), look, x, y);
    }
    void next_page() {
        canvas_.next_page();
        begin_page();
    }
    /// Goes to the next page when less than `height` is left of this one.
    bool need(double height) {
        const bool goes_on = y_ + height > kBottom && y_ > kTop;
        if (goes_on) next_page();
        return goes_on;
    }
    void gap(double points) {
        if (y_ > kTop) y_ += points;
    }
    void put(const char* tag, std::string_view text, const Look& look, std::vector<Emphasis> emphasis = {}) {
        while (true) {
            const auto layout = canvas_.layout(text, look, kInner, emphasis);
            const std::size_t fits = Canvas::fitting(layout.get(), kBottom - y_);
            if (fits == 0 && y_ > kTop) {
                next_page();
                continue;
            }
            if (fits >= text.size() || fits == 0) return draw_text(tag, layout.get(), look);
            draw_text(tag, canvas_.layout(text.substr(0, fits), look, kInner, emphasis).get(), look);
            text.remove_prefix(fits);
            for (Emphasis& one : emphasis)
                one = {one.begin - std::min(one.begin, fits), one.end - std::min(one.end, fits), one.strong};
        }
    }
    void draw_text(const char* tag, PangoLayout* layout, const Look& look) {
        canvas_.tagged(tag, [&] { canvas_.draw(layout, look, kSide, y_); });
        y_ += Canvas::height_of(layout);
    }

    /// Draws a text at a place of its own; answers how high it is.
    double place(std::string_view text, const Look& look, double x, double y, double width) {
        if (text.empty()) return 0;
        const auto layout = canvas_.layout(text, look, width);
        canvas_.tagged("P", [&] { canvas_.draw(layout.get(), look, x, y); });
        return Canvas::height_of(layout.get());
    }

    void write(const Letterhead& one) {
        constexpr double kRight = kInner * 0.58;
        constexpr Look kSender{.points = 12.5, .bold = true};
        constexpr Look kFact{.points = 9.5};
        double left = y_ + place(one.sender, kSender, kSide, y_, kRight - 12);
        for (const std::string& line : one.below) left += place(line, kFact, kSide, left + 2, kRight - 12) + 2;
        double right = y_ + place(one.kind, kSender, kSide + kRight, y_, kInner - kRight);
        for (const auto& [name, value] : one.facts)
            right += place(fmt::format("{}: {}", name, value), kFact, kSide + kRight, right + 2, kInner - kRight) + 2;
        y_ = std::max(left, right) + 22;
        for (const std::string& line : one.to) y_ += place(line, kBody, kSide, y_, kInner);
        if (!one.to.empty()) y_ += 22;
    }
    void write(const Heading& one) {
        gap(one.level == 1 ? 0 : pdf_.formal ? 11 : 16);
        const Look look = look_of(one.level, pdf_.formal);
        need(headed(at_));  // never alone at the foot of a page
        put(tag_of(one.level), one.text, look);
        y_ += one.level == 1 ? 14 : 5;
    }
    /// How high a heading is together with the least that follows it: two lines, a row, an item, or the next heading.
    double headed(std::size_t at) {
        const auto& one = std::get<Heading>(pdf_.blocks[at]);
        const Look look = look_of(one.level, pdf_.formal);
        double height = Canvas::height_of(canvas_.layout(one.text, look, kInner).get()) + 14;
        if (at + 1 == pdf_.blocks.size()) return height;
        const Block& next = pdf_.blocks[at + 1];
        if (std::holds_alternative<Heading>(next)) return height + 16 + headed(at + 1);
        if (const auto* list = std::get_if<Bullets>(&next); list && !list->items.empty())
            return height + Canvas::height_of(canvas_.layout(list->items.front(), kBody, kInner - 40).get());
        if (const auto* grid = std::get_if<Grid>(&next)) return height + begun(*grid, widths_of(*grid));
        if (std::holds_alternative<Signatures>(next)) return height + kSigned;
        return height + 46;
    }
    void write(const Paragraph& one) {
        // What leads to a list stands with its first item.
        if (one.text.ends_with(':')) need(Canvas::height_of(canvas_.layout(one.text, kBody, kInner).get()) + 45);
        put("P", one.text, kBody, one.emphasis);
        y_ += 7;
    }
    void write(const Bullets& list) {
        canvas_.tagged("L", [&] {
            for (std::size_t at = 0; at < list.items.size(); ++at)
                write_item(list, at,
                           list.numbered    ? std::to_string(list.first + static_cast<int>(at)) + "."
                           : list.depth > 0 ? "–"
                                            : "•");
        });
        y_ += 5;
    }
    void write_item(const Bullets& list, std::size_t at, const std::string& label) {
        const double indent = label.size() > 3 ? 26 : label.ends_with('.') ? 20 : 14;
        const double from = kSide + 14.0 * list.depth;
        const auto layout =
            canvas_.layout(list.items[at], kBody, kInner - 14.0 * list.depth - indent, list.emphasis_of(at));
        need(Canvas::height_of(layout.get()));
        canvas_.tagged("LI", [&] {
            canvas_.tagged("Lbl", [&] { along(label, kBody, from + 2, y_, indent); });
            canvas_.tagged("LBody", [&] { canvas_.draw(layout.get(), kBody, from + indent, y_); });
        });
        y_ += Canvas::height_of(layout.get()) + 2;
    }

    PdfCell cell(const std::string& text, Look look, double x, double width, bool heads) {
        return {canvas_.layout(text, look, width), look, x, heads};
    }
    static double height_of(const std::vector<PdfCell>& row) {
        double height = 0;
        for (const PdfCell& one : row) height = std::max(height, Canvas::height_of(one.layout.get()));
        return height + 8;
    }
    void draw_row(const std::vector<PdfCell>& row, bool tagged) {
        const auto draw = [&](const PdfCell& one) { canvas_.draw(one.layout.get(), one.look, one.x, y_ + 4); };
        const auto all = [&] {
            for (const PdfCell& one : row)
                if (tagged)
                    canvas_.tagged(one.heads ? "TH" : "TD", [&] { draw(one); });
                else
                    draw(one);
        };
        tagged ? canvas_.tagged("TR", all) : all();
        y_ += height_of(row);
        canvas_.rule(kSide, y_, kInner);
    }

    void write(const Facts& facts) {
        constexpr double kNames = kInner * 0.34;
        canvas_.tagged("Table", [&] {
            for (const auto& [name, value] : facts.rows) {
                std::vector<PdfCell> row;
                row.push_back(cell(name, kLabel, kSide, kNames - 10, true));
                row.push_back(cell(value, kBody, kSide + kNames, kInner - kNames, false));
                need(height_of(row));
                draw_row(row, true);
            }
        });
        y_ += 10;
    }

    static std::vector<std::string> labels_of(const Grid& grid) {
        std::vector<std::string> labels;
        labels.reserve(grid.columns.size());
        for (const GridColumn& one : grid.columns) labels.push_back(one.label);
        return labels;
    }
    /// The width of each column, its gap in it: by its share, yet none so narrow that a word is broken while another
    /// has room to spare.
    std::vector<double> widths_of(const Grid& grid) {
        std::vector<double> needs;
        std::vector<double> widths(grid.columns.size(), 0);
        for (std::size_t i = 0; i < grid.columns.size(); ++i) {
            double widest = canvas_.longest_word(grid.columns[i].label, kLabel);
            for (const auto& texts : grid.rows)
                if (i < texts.size()) widest = std::max(widest, canvas_.longest_word(texts[i], kBody));
            needs.push_back(widest + 1 + (i + 1 == grid.columns.size() ? 0 : kColumnGap));
        }
        // Where all of them together do not fit, the longest words are broken: addresses of pages, mostly.
        const auto needed = [&] { return std::accumulate(needs.begin(), needs.end(), 0.0); };
        double most = kInner;
        while (needed() > kInner) {
            for (double& one : needs) one = std::min(one, most);
            most *= 0.95;
        }
        // Who needs more than its share gets that; the others share what is left, and are looked at again.
        for (bool again = true; again;) {
            again = false;
            double left = kInner, shares = 0;
            for (std::size_t i = 0; i < needs.size(); ++i)
                widths[i] > 0 ? left -= widths[i] : shares += grid.columns[i].share;
            for (std::size_t i = 0; i < needs.size(); ++i)
                if (widths[i] == 0 && left * grid.columns[i].share / shares < needs[i])
                    widths[i] = needs[i], again = true;
            if (again) continue;
            for (std::size_t i = 0; i < needs.size(); ++i)
                if (widths[i] == 0) widths[i] = left * grid.columns[i].share / shares;
        }
        return widths;
    }
    std::vector<PdfCell> grid_row(const Grid& grid, const std::vector<double>& widths,
                                  const std::vector<std::string>& texts, bool is_head) {
        std::vector<PdfCell> row;
        double x = kSide;
        for (std::size_t i = 0; i < grid.columns.size(); ++i) {
            Look look = is_head ? kLabel : kBody;
            if (grid.columns[i].numeric) look.align = PANGO_ALIGN_RIGHT;
            row.push_back(cell(i < texts.size() ? texts[i] : "", look, x,
                               i + 1 == grid.columns.size() ? widths[i] : widths[i] - kColumnGap, is_head || i == 0));
            x += widths[i];
        }
        return row;
    }
    double caption_height(const Grid& grid) {
        return grid.caption.empty() ? 0 : Canvas::height_of(canvas_.layout(grid.caption, kLabel, kInner).get()) + 2;
    }
    /// How high a table is to its first row.
    double begun(const Grid& grid, const std::vector<double>& widths) {
        return caption_height(grid) + height_of(grid_row(grid, widths, labels_of(grid), true)) +
               (grid.rows.empty() ? 0 : height_of(grid_row(grid, widths, grid.rows.front(), false)));
    }
    void write(const Grid& grid) {
        const auto widths = widths_of(grid);
        const auto head = grid_row(grid, widths, labels_of(grid), true);
        need(begun(grid, widths));
        canvas_.tagged("Table", [&] {
            if (!grid.caption.empty()) {
                const auto caption = canvas_.layout(grid.caption, kLabel, kInner);
                canvas_.tagged("Caption", [&] { canvas_.draw(caption.get(), kLabel, kSide, y_); });
                y_ += caption_height(grid);
            }
            draw_row(head, true);
            for (const auto& texts : grid.rows) {
                const auto row = grid_row(grid, widths, texts, false);
                if (need(height_of(row))) draw_row(head, false);  // seen again, read once
                draw_row(row, true);
            }
        });
        y_ += 10;
    }

    /// One alone along the line; more of them in two columns, each party's below each other.
    void write(const Signatures& signatures) {
        std::vector<const Signature*> columns[2];
        std::vector<std::string> parties;
        for (const Signature& one : signatures.all) {
            auto at = std::find(parties.begin(), parties.end(), one.party);
            if (one.party.empty() || at == parties.end()) at = parties.insert(parties.end(), one.party);
            columns[(at - parties.begin()) % 2].push_back(&one);
        }
        const double width = signatures.all.size() == 1 ? kInner * 0.6 : kInner / 2 - 14;
        for (std::size_t i = 0; i < std::max(columns[0].size(), columns[1].size()); ++i) {
            need(kSigned);
            y_ += 10;
            double height = 0;
            for (int side = 0; side < 2; ++side)
                if (i < columns[side].size())
                    height = std::max(height,
                                      sign_here(*columns[side][i], side == 0 ? kSide : kSide + kInner - width, width));
            y_ += height + 6;
        }
        y_ += 4;
    }
    double sign_here(const Signature& one, double x, double width) {
        double y = y_;
        y += place(one.party, kLabel, x, y, width);
        y = line(one.place_and_date, x, y + 34, width);
        y = line(one.name, x, y + 34, width);
        y += place(one.role, kBody, x, y, width);
        return y - y_;
    }
    /// A line to write on, with what is written there under it.
    double line(const std::string& under, double x, double y, double width) {
        canvas_.rule(x, y, width, 0.8);
        return y + 3 + place(under, kBody, x, y + 3, width);
    }

    const Pdf& pdf_;
    Canvas canvas_;
    const int pages_;
    int page_ = 0;
    std::size_t at_ = 0;  ///< of the block that is written
    double y_ = kTop;
};

}  // namespace

std::string write_pdf(const Pdf& pdf) {
    std::string first;
    const int pages = Setter(pdf, first, 1).set();
    std::string second;
    if (pages > 1) Setter(pdf, second, pages).set();
    try {
        return finished_pdf(pages > 1 ? second : first, pdf.language);
    } catch (const std::exception& error) {
        throw base::Fault(std::string("PDF: ") + error.what());
    }
}

}  // namespace samrum::document
