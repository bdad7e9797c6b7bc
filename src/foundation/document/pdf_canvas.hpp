#pragma once
// What pdf.cpp draws with: cairo's PDF surface and pango's text, as values that clean up after themselves.
#include "foundation/document/paper.hpp"

#include <cairo.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::document {

template <auto Free>
struct FreeBy {
    template <class T>
    void operator()(T* one) const {
        Free(one);
    }
};
using Layout = std::unique_ptr<PangoLayout, FreeBy<g_object_unref>>;

struct Look {
    double points = 10.5;
    bool bold = false;
    bool grey = false;
    PangoAlignment align = PANGO_ALIGN_LEFT;
};

/// A4 pages, measured in points (1/72 inch) from the top left corner.
class Canvas {
  public:
    static constexpr double kWidth = 595.276;
    static constexpr double kHeight = 841.89;

    explicit Canvas(std::string& sink);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void title(const std::string& title, const std::string& author);
    /// The moment that the file says it was made, ISO 8601.
    void created(const std::string& when);
    Layout layout(std::string_view text, const Look& look, double width,
                  const std::vector<Emphasis>& emphasis = {}) const;
    static double height_of(PangoLayout* layout);
    /// How wide a text must be so that no word of it is broken.
    double longest_word(std::string_view text, const Look& look) const;
    /// How many bytes of the text stand on lines that fit into `height`.
    static std::size_t fitting(PangoLayout* layout, double height);
    void draw(PangoLayout* layout, const Look& look, double x, double y);
    void rule(double x, double y, double width, double thickness = 0.5);
    void next_page();
    /// Ends the document. Throws base::Fault when something went wrong on the way.
    void finish();

    /// A structure element around what `inside` draws.
    template <class Inside>
    void tagged(const char* tag, Inside inside) {
        cairo_tag_begin(cairo_.get(), tag, nullptr);
        inside();
        cairo_tag_end(cairo_.get(), tag);
    }

  private:
    std::unique_ptr<cairo_surface_t, FreeBy<cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, FreeBy<cairo_destroy>> cairo_;
    std::unique_ptr<PangoContext, FreeBy<g_object_unref>> context_;
};

/// The pass after cairo: what it cannot write. Language, the title in the window, scopes of table headings, artifacts.
std::string finished_pdf(const std::string& bytes, std::string_view language);

}  // namespace samrum::document
