#include "pdfgen/paragraph.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pdfgen/hyphenation.h"
#include "pdfgen/line_breaker.h"
#include "pdfgen/paragraph_items.h"

namespace pdfgen {
namespace {

constexpr double kNarrowestJustifiedPt = 200;
constexpr double kRaggedStretch = 0.1;  ///< of the width
constexpr double kRaggedTolerance = 4;
constexpr double kNoLimit = 1e9;

struct Chosen {
    std::vector<std::size_t> breaks{};
    bool justified = false;
};

Chosen chosenBreaks(const Items& items, const ParagraphShape& shape, double indentPt) {
    LineGoal goal;
    goal.widthPt = shape.widthPt;
    goal.firstIndentPt = indentPt;
    if (shape.align == templates::Align::justify && shape.widthPt >= kNarrowestJustifiedPt) {
        for (const double tolerance : {2.0, 10.0}) {
            goal.tolerance = tolerance;
            if (auto breaks = chooseBreaks(items.points, goal)) return {*std::move(breaks), true};
        }
    }
    goal.setting = Setting::ragged;
    goal.raggedStretchPt = std::max(shape.widthPt * kRaggedStretch, 1.0);
    goal.dividesWords = false;
    for (const double tolerance : {kRaggedTolerance, kNoLimit}) {
        goal.tolerance = tolerance;
        if (auto breaks = chooseBreaks(items.points, goal)) return {*std::move(breaks), false};
    }
    goal.dividesWords = true;  // a word is wider than the line
    goal.mustSucceed = true;
    return {chooseBreaks(items.points, goal).value_or(std::vector{items.points.size() - 1}), false};
}

/// Puts the atoms between two places on a line.
class LineSetter {
public:
    LineSetter(const Items& items, const ParagraphShape& shape, Typeface& typeface)
        : items_(items), shape_(shape), typeface_(typeface) {}

    Line line(const Place* from, const Place& to, double indentPt, bool stretch) {
        Line line;
        collect(from, to, line);
        double text = 0, space = 0;
        for (std::size_t i = 0; i < line.pieces.size(); ++i) {
            text += line.pieces[i].shaped->widthEm * shape_.sizePt;
            if (i + 1 < line.pieces.size()) space += spaces_[i];
        }
        const double slack = shape_.widthPt - indentPt - text - space;
        const double factor = (stretch || slack < 0) && space > 0 ? std::max(1 + slack / space, 0.0) : 1;
        double x = indentPt + (stretch ? 0 : offsetOf(slack));
        for (std::size_t i = 0; i < line.pieces.size(); ++i) {
            line.pieces[i].x = x;
            x += line.pieces[i].shaped->widthEm * shape_.sizePt;
            line.width = x;
            x += spaces_[i] * factor;
        }
        return line;
    }

private:
    void collect(const Place* from, const Place& to, Line& line) {
        spaces_.clear();
        std::size_t atom = 0;
        if (from != nullptr) atom = from->inside ? from->atom : from->atom + 1;
        for (; atom <= to.atom; ++atom) {
            const bool begins = from != nullptr && from->inside && from->atom == atom;
            const bool ends = to.inside && to.atom == atom;
            line.pieces.push_back(
                piece(items_.atoms[atom], begins ? &from->division : nullptr, ends ? &to.division : nullptr));
            spaces_.push_back(items_.atoms[atom].spaceAfter);
        }
        line.hyphenated = to.inside;
    }

    Piece piece(const Atom& atom, const DivisionPlace* begin, const DivisionPlace* end) {
        Piece piece;
        piece.style = atom.style;
        piece.shaped = atom.shaped;
        piece.spaceAfter = end == nullptr && atom.spaceAfter > 0;
        if (begin == nullptr && end == nullptr) return piece;
        std::string text = end == nullptr ? atom.shaped->text : headOf(atom.shaped->text, *end);
        if (begin != nullptr) text = tailOf(text, *begin);
        piece.shaped = &typeface_.shaped(atom.style, text);
        piece.wholeWord = atom.shaped->text;
        piece.firstFragment = begin == nullptr;
        return piece;
    }

    double offsetOf(double slackPt) const {
        if (slackPt <= 0) return 0;
        switch (shape_.align) {
            case templates::Align::center:
                return slackPt / 2;
            case templates::Align::right:
                return slackPt;
            case templates::Align::justify:
            case templates::Align::left:
                return 0;
        }
        return 0;
    }

    const Items& items_;
    const ParagraphShape& shape_;
    Typeface& typeface_;
    std::vector<double> spaces_{};  ///< behind each piece of the line at hand
};

void breakLine(const StyledText& text, const ParagraphShape& shape, double indentPt, Typeface& typeface,
               const Hyphenator& hyphenator, std::vector<Line>& lines) {
    const ItemWish wish{shape.sizePt, shape.widthPt - std::max(indentPt, 0.0), shape.hyphenate};
    const Items items = itemsOf(text, wish, typeface, hyphenator);
    if (items.points.empty()) {
        lines.emplace_back();
        return;
    }
    const Chosen chosen = chosenBreaks(items, shape, indentPt);
    LineSetter setter(items, shape, typeface);
    const Place* from = nullptr;
    for (std::size_t i = 0; i < chosen.breaks.size(); ++i) {
        const bool isLast = i + 1 == chosen.breaks.size();
        const Place& to = items.places[chosen.breaks[i]];
        lines.push_back(setter.line(from, to, i == 0 ? indentPt : 0, chosen.justified && !isLast));
        from = &to;
    }
}

}  // namespace

std::vector<Line> breakParagraph(const templates::Inline& text, const ParagraphShape& shape, Typeface& typeface,
                                 const Hyphenator& hyphenator) {
    std::vector<Line> lines;
    const std::vector<StyledText> written = linesAsWritten(text);
    for (std::size_t i = 0; i < written.size(); ++i) {
        breakLine(written[i], shape, i == 0 ? shape.firstIndentPt : 0, typeface, hyphenator, lines);
        const bool isLast = i + 1 == written.size();
        if (!isLast && !lines.back().pieces.empty()) lines.back().pieces.back().spaceAfter = true;
    }
    return lines;
}

double naturalWidth(const templates::Inline& text, double sizePt, Typeface& typeface) {
    double widest = 0;
    for (const StyledText& line : linesAsWritten(text)) {
        const std::vector<Atom> atoms = atomsOf(line, sizePt, typeface, nullptr);
        if (atoms.empty()) continue;
        const Atom& last = atoms.back();
        widest = std::max(widest, last.textBefore + last.spaceBefore + last.shaped->widthEm * sizePt);
    }
    return widest;
}

}  // namespace pdfgen
