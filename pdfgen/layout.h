#pragma once

#include <vector>

#include "pdfgen/canvas.h"
#include "pdfgen/strip.h"
#include "templates/document.h"

namespace pdfgen {

class Hyphenator;
class ParagraphCache;

/// Sizes and distances of a page, in points. One place for all that is judged by eye.
namespace style {
inline constexpr double kBody = 11, kBodyLeading = 13.6;
inline constexpr double kSmall = 9.5, kSmallLeading = 11.8;
inline constexpr double kLarge = 13, kLargeLeading = 16;
inline constexpr double kTitle = 14.5, kTitleLeading = 18;
inline constexpr double kHeading = 11.5, kHeadingLeading = 14;
inline constexpr double kCell = 10, kCellLeading = 12;
inline constexpr double kThinRule = 0.4, kRule = 0.6;
inline constexpr double kCellPadding = 3.5;
}  // namespace style

/// Distances from line to line and from block to block, in points.
struct Rhythm {
    double body = style::kBodyLeading, heading = style::kHeadingLeading;
    double beforeTitle = 10, afterTitle = 6;
    double beforeHeading = 8, afterHeading = 3;
    double betweenItems = 2, afterList = 4;
    double mostAfterParagraph = 2000;  ///< what the template asks for, up to this
    double beforeSignature = 10, beforeSignatures = 12;
};
Rhythm rhythmOf(templates::Spacing spacing);

/// Where blocks go while they become strips: their column and their parent in the structure tree.
struct Column {
    double x = 0;
    double width = 0;
};

struct Layout {
    Typeface& typeface;
    const Hyphenator& hyphenator;
    TagTree& tags;
    std::vector<PlacedField>& fields;
    ParagraphCache& paragraphs;  ///< the strips point into it
    Rhythm rhythm{};

    /// The blocks as strips, top to bottom, with their elements made below `parent` in reading order.
    void blocks(const std::vector<templates::Block>& source, const Column& column, int parent,
                std::vector<Strip>& strips);

    struct TextStyle {
        double size = style::kBody, leading = style::kBodyLeading;
        templates::Align align = templates::Align::justify;
        double before = 0;
        bool keepWithNext = false;
        bool hyphenate = true;
    };
    /// Lines of `element`, one strip each, with two-line widows and orphans. Returns the number of lines.
    std::size_t text(const templates::Inline& text, const TextStyle& style, const Column& column, int element,
                     std::vector<Strip>& strips);

    /// The paragraph's text as content of `element`.
    void paragraph(const templates::Paragraph& paragraph, const Column& column, int element,
                   std::vector<Strip>& strips);
    void itemBody(const std::vector<templates::Block>& source, const Column& column, int body,
                  std::vector<Strip>& strips);
    void heading(const templates::Heading& heading, const Column& column, int parent, std::vector<Strip>& strips);
    void list(const templates::List& list, const Column& column, int parent, std::vector<Strip>& strips);
    void table(const templates::Table& source, const Column& column, int parent, std::vector<Strip>& strips);
    void columns(const templates::Columns& source, const Column& column, int parent, std::vector<Strip>& strips);
    void signature(const templates::SignatureBlock& block, const Column& column, int parent, double captionHeight,
                   std::vector<Strip>& strips);

    double captionHeight(const templates::SignatureBlock& block, double width);

    double spaceOwed = 0;  ///< the last block's space below, for the next strip
};

/// Nothing is set into a column narrower than this, in points.
inline constexpr double kNarrowestColumn = 12;

/// Throws Error(data) for a column that is too narrow for text.
void checkWidth(double widthPt);

/// A baseline's distance from the top of its line.
double baseline(double size, double leading);

}  // namespace pdfgen
