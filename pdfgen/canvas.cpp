#include "pdfgen/canvas.h"

#include <cmath>

#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr double kSmallestMove = 0.004;  // points; nobody sees less

}  // namespace

void Canvas::open(int element) {
    if (element_ == element) return;
    close();
    content_ +=
        '/' + tags_.type(element) + " << /MCID " + std::to_string(tags_.content(element, page_)) + " >> BDC\nBT\n";
    element_ = element;
}

void Canvas::close() {
    if (element_ >= 0) content_ += "ET\nEMC\n";
    element_ = -1;
}

/// One TJ array: pieces of one style, or one fragment of a broken word. The word's first fragment is replaced by the
/// whole word and the others by nothing, a span each: a span over two lines has a box over two lines, and readers that
/// order text by place (poppler) lose the word's place.
void Canvas::showRun(const Line& line, std::size_t& piece, double& at, double x, double sizePt) {
    const Piece& first = line.pieces[piece];
    const Shaped& space = fonts_.typeface().shaped(first.style, " ");
    const bool broken = !first.wholeWord.empty();
    if (broken)
        content_ += "/Span << /ActualText " + textString(first.firstFragment ? first.wholeWord : "") + " >> BDC\n";
    content_ += "/F" + std::to_string(static_cast<std::size_t>(first.style)) + ' ' + number(sizePt) + " Tf\n[";
    const auto showSpace = [&] {
        fonts_.append(content_, first.style, space);
        at += space.widthEm * sizePt;
    };
    const auto belongs = [&](const Piece& next) {
        return !broken && next.style == first.style && next.wholeWord.empty();
    };
    do {
        const Piece& current = line.pieces[piece++];
        const double move = x + current.x - at;
        if (std::abs(move) > kSmallestMove) content_ += number(-move / sizePt * 1000);
        fonts_.append(content_, first.style, *current.shaped);
        at = x + current.x + current.shaped->widthEm * sizePt;
        if (current.spaceAfter && !broken) showSpace();
    } while (piece < line.pieces.size() && belongs(line.pieces[piece]));
    content_ += "] TJ\n";
    if (!broken) return;
    content_ += "EMC\n";
    if (!first.spaceAfter) return;
    content_ += '[';
    showSpace();
    content_ += "] TJ\n";
}

void Canvas::show(const Line& line, double x, double y, double sizePt) {
    double at = x + line.pieces.front().x;
    content_ += "1 0 0 1 " + number(at) + ' ' + number(y) + " Tm\n";
    for (std::size_t piece = 0; piece < line.pieces.size();) showRun(line, piece, at, x, sizePt);
}

void Canvas::line(int element, const Line& line, double x, double y, double sizePt) {
    if (line.pieces.empty()) return;
    open(element);
    show(line, x, y, sizePt);
}

void Canvas::artifactLine(const Line& line, double x, double y, double sizePt, std::string_view kind) {
    close();
    content_ += "/Artifact << " + std::string(kind) + " >> BDC\nBT\n";
    show(line, x, y, sizePt);
    content_ += "ET\nEMC\n";
}

void Canvas::rule(double x1, double y1, double x2, double y2, double widthPt) {
    close();
    content_ += "/Artifact << /Type /Layout >> BDC\n" + number(widthPt) + " w " + number(x1) + ' ' + number(y1) +
                " m " + number(x2) + ' ' + number(y2) + " l S\nEMC\n";
}

void Canvas::frame(const Box& box, double widthPt) {
    close();
    content_ += "/Artifact << /Type /Layout >> BDC\n" + number(widthPt) + " w " + number(box.x) + ' ' + number(box.y) +
                ' ' + number(box.width) + ' ' + number(box.height) + " re S\nEMC\n";
}

void Canvas::field(int element, const templates::SignatureField& field, const Box& box,
                   std::vector<PlacedField>& placed) {
    close();
    placed.push_back({&field, page_, tags_.widget(element, page_), box});
}

std::string Canvas::finish() {
    close();
    return std::move(content_);
}

}  // namespace pdfgen
