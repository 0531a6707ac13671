#pragma once

#include <string>
#include <vector>

#include "pdfgen/font_use.h"
#include "pdfgen/paragraph.h"
#include "pdfgen/tags.h"
#include "templates/document.h"

namespace pdfgen {

/// Lower left corner and size, in points from the page's lower left corner.
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

/// A field's place on its page.
struct PlacedField {
    const templates::SignatureField* field = nullptr;
    int page = 0;
    int structParent = 0;
    Box box{};
};

/// One page's content stream. Every mark is either a piece of an element's content or an artifact
/// (ISO 14289-1 section 7.1); neighbouring lines of one element share their marked content.
class Canvas {
public:
    Canvas(FontUse& fonts, TagTree& tags, int page) : fonts_(fonts), tags_(tags), page_(page) {}

    /// A line of `element` with its left edge at x and its baseline at y.
    void line(int element, const Line& line, double x, double y, double sizePt);
    /// The same outside of the structure: a repeated table header, the footer.
    void artifactLine(const Line& line, double x, double y, double sizePt, std::string_view kind);
    /// Thin rules, as artifacts.
    void rule(double x1, double y1, double x2, double y2, double widthPt);
    void frame(const Box& box, double widthPt);
    /// Places a signature field as `element`'s content.
    void field(int element, const templates::SignatureField& field, const Box& box, std::vector<PlacedField>& placed);

    int page() const { return page_; }
    /// The content, everything closed.
    std::string finish();

private:
    void open(int element);
    void close();
    void show(const Line& line, double x, double y, double sizePt);
    void showRun(const Line& line, std::size_t& piece, double& at, double x, double sizePt);

    FontUse& fonts_;
    TagTree& tags_;
    int page_;
    std::string content_{};
    int element_ = -1;  ///< whose marked content is open
};

}  // namespace pdfgen
