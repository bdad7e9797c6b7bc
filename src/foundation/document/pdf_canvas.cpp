#include "foundation/document/pdf_canvas.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <cairo-pdf.h>
#include <fmt/format.h>
#include <hb.h>

#ifdef SAMRUM_SANITIZE
/// fontconfig keeps offsets in place of pointers, which the leak checker takes for lost memory.
// NOLINTBEGIN(bugprone-reserved-identifier): the sanitizer asks for this name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
// NOLINTEND(bugprone-reserved-identifier)
#endif

namespace samrum::document {
namespace {

constexpr const char* kFamily = "Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic";

cairo_status_t append(void* sink, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// No hinting and whole widths: pages are printed and enlarged, not shown on one grid of pixels.
void for_paper(PangoContext* context) {
    std::unique_ptr<cairo_font_options_t, FreeBy<cairo_font_options_destroy>> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

/// No ligatures, which readers of the file would not find again; no hyphens that nobody wrote; and the emphasis.
void set_attributes(PangoLayout* layout, const std::vector<Emphasis>& emphasis) {
    std::unique_ptr<PangoAttrList, FreeBy<pango_attr_list_unref>> all(pango_attr_list_new());
    pango_attr_list_insert(all.get(), pango_attr_font_features_new("liga=0,clig=0,dlig=0"));
    pango_attr_list_insert(all.get(), pango_attr_insert_hyphens_new(FALSE));
    for (const Emphasis& one : emphasis) {
        PangoAttribute* look =
            one.strong ? pango_attr_weight_new(PANGO_WEIGHT_BOLD) : pango_attr_style_new(PANGO_STYLE_ITALIC);
        look->start_index = static_cast<guint>(one.begin);
        look->end_index = static_cast<guint>(one.end);
        pango_attr_list_insert(all.get(), look);
    }
    pango_layout_set_attributes(layout, all.get());
}

/// Pango takes the glyph of a space away where a line ends, and cairo then writes the space as a marked content of its
/// own within the paragraph's. Poppler (pdfinfo -struct-text) loses what follows, so the glyph is put back, as wide as
/// nothing.
void keep_last_spaces(PangoLayout* layout) {
    const std::string_view text = pango_layout_get_text(layout);
    for (const GSList* line = pango_layout_get_lines(layout); line; line = line->next)
        for (const GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run; run = run->next) {
            const auto* item = static_cast<PangoLayoutRun*>(run->data);
            hb_codepoint_t space = 0;
            if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(item->item->analysis.font), ' ', &space)) continue;
            for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
                const int cluster = item->item->offset + item->glyphs->log_clusters[i];
                const auto at = static_cast<std::size_t>(cluster);
                PangoGlyphInfo& glyph = item->glyphs->glyphs[i];
                if (glyph.glyph == PANGO_GLYPH_EMPTY && at < text.size() && text[at] == ' ') glyph.glyph = space;
            }
        }
}

}  // namespace

Canvas::Canvas(std::string& sink)
    : surface_(cairo_pdf_surface_create_for_stream(append, &sink, kWidth, kHeight)),
      cairo_(cairo_create(surface_.get())),
      context_(pango_cairo_create_context(cairo_.get())) {
    for_paper(context_.get());
}

void Canvas::title(const std::string& title, const std::string& author) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_AUTHOR, author.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Samrum");
}

void Canvas::created(const std::string& when) {
    for (const auto which : {CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE})
        cairo_pdf_surface_set_metadata(surface_.get(), which, when.c_str());
}

Layout Canvas::layout(std::string_view text, const Look& look, double width,
                      const std::vector<Emphasis>& emphasis) const {
    Layout made(pango_layout_new(context_.get()));
    std::unique_ptr<PangoFontDescription, FreeBy<pango_font_description_free>> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFamily);
    pango_font_description_set_size(font.get(), static_cast<int>(look.points * PANGO_SCALE));
    pango_font_description_set_weight(font.get(), look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    set_attributes(made.get(), emphasis);
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(made.get(), FALSE);  // an Arabic name in a Swedish list stays at the list's side
    pango_layout_set_alignment(made.get(), look.align);
    pango_layout_set_line_spacing(made.get(), 1.1F);
    // A tab has no glyph either (see keep_last_spaces), and no stop to go to.
    std::string set(text);
    std::replace(set.begin(), set.end(), '\t', ' ');
    pango_layout_set_text(made.get(), set.data(), static_cast<int>(set.size()));
    return made;
}

double Canvas::longest_word(std::string_view text, const Look& look) const {
    const Layout made = layout(text, look, 0);
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD);
    int width = 0;
    pango_layout_get_size(made.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

double Canvas::height_of(PangoLayout* layout) {
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

std::size_t Canvas::fitting(PangoLayout* layout, double height) {
    std::unique_ptr<PangoLayoutIter, FreeBy<pango_layout_iter_free>> at(pango_layout_get_iter(layout));
    do {
        PangoRectangle line;
        pango_layout_iter_get_line_extents(at.get(), nullptr, &line);
        if (static_cast<double>(line.y + line.height) / PANGO_SCALE > height)
            return static_cast<std::size_t>(pango_layout_iter_get_line_readonly(at.get())->start_index);
    } while (pango_layout_iter_next_line(at.get()));
    return std::string_view(pango_layout_get_text(layout)).size();
}

void Canvas::draw(PangoLayout* layout, const Look& look, double x, double y) {
    const double ink = look.grey ? 0.32 : 0.08;
    cairo_set_source_rgb(cairo_.get(), ink, ink, ink);
    cairo_move_to(cairo_.get(), x, y);
    keep_last_spaces(layout);
    pango_cairo_show_layout(cairo_.get(), layout);
}

void Canvas::rule(double x, double y, double width, double thickness) {
    cairo_set_source_rgb(cairo_.get(), 0.45, 0.45, 0.45);
    cairo_set_line_width(cairo_.get(), thickness);
    cairo_move_to(cairo_.get(), x, y);
    cairo_line_to(cairo_.get(), x + width, y);
    cairo_stroke(cairo_.get());
}

void Canvas::next_page() {
    cairo_show_page(cairo_.get());
}

void Canvas::finish() {
    cairo_surface_finish(surface_.get());
    for (const auto status : {cairo_status(cairo_.get()), cairo_surface_status(surface_.get())})
        if (status != CAIRO_STATUS_SUCCESS) throw base::Fault(fmt::format("PDF: {}", cairo_status_to_string(status)));
}

}  // namespace samrum::document
