#include "pdfgen/paragraph.h"

#include <algorithm>

#include "pdfgen/hyphenation.h"
#include "pdfgen/line_breaker.h"

namespace pdfgen {
namespace {

using templates::Align;

constexpr double kNarrowestJustifiedPt = 200;

struct Context {
    const std::vector<Word>& words;
    const ParagraphShape& shape;
    Typeface& typeface;
};

/// Appends the part [from, to) of a word's octets as pieces.
void appendWord(Line& line, const Word& word, std::size_t from, std::size_t to, bool hyphen, const Context& context) {
    const bool broken = from != 0 || to != std::string::npos;
    for (const Segment& segment : word.segments) {
        Piece piece;
        piece.style = segment.style;
        const std::string text = broken ? segment.text.substr(from, to == std::string::npos ? to : to - from) + (hyphen ? "-" : "") : segment.text;
        piece.shaped = &context.typeface.shaped(segment.style, text);
        piece.x = line.width;
        if (broken) piece.wholeWord = word.text();
        piece.firstFragment = broken && from == 0;
        line.width += piece.shaped->widthEm * context.shape.sizePt;
        line.pieces.push_back(std::move(piece));
    }
}

Line naturalLine(const Break& from, const Break& to, const Context& context) {
    Line line;
    for (int index = from.nextWord(); index <= to.word; ++index) {
        const Word& word = context.words[static_cast<std::size_t>(index)];
        const bool isLast = index == to.word;
        const std::size_t begin = index == from.word && from.isInside() ? static_cast<std::size_t>(from.cut) : 0;
        const std::size_t end = isLast && to.isInside() ? static_cast<std::size_t>(to.cut) : std::string::npos;
        appendWord(line, word, begin, end, isLast && to.addsHyphen, context);
        if (isLast) break;
        line.pieces.back().spaceAfter = true;
        line.width += word.space * context.shape.sizePt;
    }
    line.hyphenated = to.isInside();
    line.pieces.back().spaceAfter = !to.isInside() && static_cast<std::size_t>(to.word) + 1 < context.words.size();
    return line;
}

/// Puts the missing (or superfluous) width into the spaces.
void justify(Line& line, double width) {
    const auto spaces = std::count_if(line.pieces.begin(), line.pieces.end() - 1, [](const Piece& piece) { return piece.spaceAfter; });
    if (spaces == 0) return;
    const double extra = (width - line.width) / static_cast<double>(spaces);
    double shift = 0;
    for (Piece& piece : line.pieces) {
        piece.x += shift;
        if (piece.spaceAfter) shift += extra;
    }
    line.width = width;
}

void align(Line& line, const ParagraphShape& shape, bool justified, bool isLast) {
    if (justified && (!isLast || line.width > shape.widthPt)) justify(line, shape.widthPt);
    const double missing = shape.widthPt - line.width;
    const double shift = shape.align == Align::center ? missing / 2 : shape.align == Align::right ? missing : 0;
    for (Piece& piece : line.pieces) piece.x += shift;
}

/// A line that the breaker could only set ragged stays so.
bool isStretchable(const Line& line, const ParagraphShape& shape) {
    const auto spaces = std::count_if(line.pieces.begin(), line.pieces.end(), [](const Piece& piece) { return piece.spaceAfter; });
    return spaces > 0 && (shape.widthPt - line.width) / static_cast<double>(spaces) < shape.sizePt * 1.5;
}

}  // namespace

std::vector<Line> breakParagraph(const templates::Inline& text, const ParagraphShape& shape, Typeface& typeface, const Hyphenator& hyphenator) {
    const bool justified = shape.align == Align::justify && shape.widthPt >= kNarrowestJustifiedPt;
    std::vector<Line> lines;
    for (const auto& words : wordsOf(text, shape.hyphenate, typeface, hyphenator)) {
        const Context context{words, shape, typeface};
        Break from{-1, 0, false, 0, 0, 0};
        const auto ends = breakLines(words, shape.widthPt / shape.sizePt, justified, typeface);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            Line line = naturalLine(from, ends[i], context);
            align(line, shape, justified && isStretchable(line, shape), i + 1 == ends.size());
            lines.push_back(std::move(line));
            from = ends[i];
        }
    }
    return lines;
}

double naturalWidth(const templates::Inline& text, double sizePt, Typeface& typeface) {
    double width = 0;
    for (const templates::Run& run : text) {
        const auto style = static_cast<Style>((run.bold ? 1U : 0U) | (run.italic ? 2U : 0U));
        width += typeface.shaped(style, run.text).widthEm * sizePt;
    }
    return width;
}

}  // namespace pdfgen
