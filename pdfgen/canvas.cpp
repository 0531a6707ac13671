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
    content_ += '/' + tags_.type(element) + " << /MCID " + std::to_string(tags_.content(element, page_)) + " >> BDC\nBT\n";
    element_ = element;
}

void Canvas::close() {
    if (inSpan_) content_ += "EMC\n";
    if (element_ >= 0) content_ += "ET\nEMC\n";
    inSpan_ = false;
    element_ = -1;
}

/// One TJ array: pieces of one style, up to where a broken word's span begins or ends.
void Canvas::showRun(const Line& line, std::size_t& piece, double& at, double x, double sizePt) {
    const Style style = line.pieces[piece].style;
    const bool broken = !line.pieces[piece].wholeWord.empty();
    if (broken && !inSpan_) {
        content_ += "/Span << /ActualText " + textString(line.pieces[piece].wholeWord) + " >> BDC\n";
        inSpan_ = true;
    }
    content_ += "/F" + std::to_string(static_cast<std::size_t>(style)) + ' ' + number(sizePt) + " Tf\n[";
    const Shaped& space = fonts_.typeface().shaped(style, " ");
    bool more = true;
    while (more) {
        const Piece& current = line.pieces[piece];
        const double move = x + current.x - at;
        if (std::abs(move) > kSmallestMove) content_ += number(-move / sizePt * 1000);
        fonts_.append(content_, style, *current.shaped);
        at = x + current.x + current.shaped->widthEm * sizePt;
        ++piece;
        more = !broken && piece < line.pieces.size() && line.pieces[piece].style == style && line.pieces[piece].wholeWord.empty();
        if (current.spaceAfter && !broken) {
            fonts_.append(content_, style, space);
            at += space.widthEm * sizePt;
        }
        if (!broken) continue;
        content_ += "] TJ\n";
        if (!current.lastFragment) return;
        content_ += "EMC\n";
        inSpan_ = false;
        if (!current.spaceAfter) return;
        content_ += '[';
        fonts_.append(content_, style, space);
        at += space.widthEm * sizePt;
    }
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
    if (inSpan_) content_ += "EMC\n";
    inSpan_ = false;
    content_ += "ET\nEMC\n";
}

void Canvas::rule(double x1, double y1, double x2, double y2, double widthPt) {
    close();
    content_ += "/Artifact << /Type /Layout >> BDC\n" + number(widthPt) + " w " + number(x1) + ' ' + number(y1) + " m " +
                number(x2) + ' ' + number(y2) + " l S\nEMC\n";
}

void Canvas::frame(const Box& box, double widthPt) {
    close();
    content_ += "/Artifact << /Type /Layout >> BDC\n" + number(widthPt) + " w " + number(box.x) + ' ' + number(box.y) + ' ' +
                number(box.width) + ' ' + number(box.height) + " re S\nEMC\n";
}

void Canvas::field(int element, const templates::SignatureField& field, const Box& box, std::vector<PlacedField>& placed) {
    close();
    placed.push_back({&field, page_, tags_.widget(element, page_), box});
}

std::string Canvas::finish() {
    close();
    return std::move(content_);
}

}  // namespace pdfgen
