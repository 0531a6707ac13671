#include <algorithm>

#include "base/error.h"
#include "pdfgen/layout.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

using namespace templates;

constexpr double kRowSpace = 3;

/// A row that was broken into lines, ready to be drawn as content or again as an artifact.
struct SetRow {
    struct SetCell {
        std::vector<Line> lines{};
        const SignatureField* field = nullptr;
        int element = 0;
        int form = -1;
        double x = 0, width = 0;
    };
    std::vector<SetCell> cells{};
    double height = 0;
    bool isHead = false;
};

std::vector<double> widths(const Table& table, double total) {
    double fixed = 0, shares = 0;
    for (const templates::Column& column : table.columns)
        (column.widthPt > 0 ? fixed : shares) += column.widthPt > 0 ? column.widthPt : column.share;
    std::vector<double> found;
    for (const templates::Column& column : table.columns)
        found.push_back(column.widthPt > 0 ? column.widthPt : (total - fixed) * column.share / shares);
    return found;
}

void drawGrid(const SetRow& row, Canvas& canvas, double top) {
    for (const auto& cell : row.cells)
        canvas.frame({cell.x, top - row.height, cell.width, row.height}, style::kThinRule);
}

template <class DrawLine>
void drawText(const SetRow& row, double top, DrawLine drawLine) {
    for (const auto& cell : row.cells) {
        double y = top - style::kCellPadding - baseline(style::kCell, style::kCellLeading);
        for (const Line& line : cell.lines) {
            drawLine(cell, line, cell.x + style::kCellPadding, y);
            y -= style::kCellLeading;
        }
    }
}

/// The field lies inside the cell's frame, or below the cell's text where there is some.
Box fieldBox(const SetRow& row, const SetRow::SetCell& cell, double top) {
    const double text =
        static_cast<double>(cell.lines.size()) * style::kCellLeading + (cell.lines.empty() ? 0 : style::kCellPadding);
    return {cell.x + 1, top - row.height + 1, cell.width - 2, row.height - 2 - text};
}

}  // namespace

void Layout::table(const Table& source, const Column& column, int parent, std::vector<Strip>& strips) {
    if (source.head.empty() && source.rows.empty()) return;
    const auto columnWidths = widths(source, column.width);
    const int element =
        tags.element("Table", parent,
                     source.summary.empty() ? "" : "/A << /O /Table /Summary " + textString(source.summary) + " >>");
    const auto set = [&](const Row& row, bool isHead) {
        auto made = std::make_shared<SetRow>();
        made->isHead = isHead;
        const int owner = tags.element("TR", element);
        double x = column.x, tallest = 0;
        for (std::size_t i = 0; i < row.cells.size() && i < columnWidths.size(); ++i) {
            const Cell& cell = row.cells[i];
            SetRow::SetCell one;
            one.x = x;
            one.width = columnWidths[i];
            one.element = tags.element(isHead ? "TH" : "TD", owner, isHead ? "/A << /O /Table /Scope /Column >>" : "");
            Inline text = cell.text;
            if (isHead) std::for_each(text.begin(), text.end(), [](Run& run) { run.bold = true; });
            const Align align = cell.align == Align::justify ? Align::left : cell.align;
            checkWidth(one.width - 2 * style::kCellPadding);
            one.lines = breakParagraph(text, {one.width - 2 * style::kCellPadding, style::kCell, align, 0, true},
                                       typeface, hyphenator);
            double height = static_cast<double>(one.lines.size()) * style::kCellLeading + 2 * style::kCellPadding;
            if (cell.field) {
                one.field = &*cell.field;
                one.form = tags.element("Form", one.element, "/Alt " + textString(cell.field->description));
                height += cell.field->heightPt - style::kCellPadding;
            }
            tallest = std::max(tallest, height);
            x += one.width;
            made->cells.push_back(std::move(one));
        }
        made->height = std::max(tallest, row.minHeightPt);
        return made;
    };
    const auto strip = [&](const std::shared_ptr<const SetRow>& row) {
        Strip made{row->height, 0, true, false, {}, {}};
        made.draw = [this, row](Canvas& canvas, double top) {
            drawGrid(*row, canvas, top);
            drawText(*row, top, [&](const auto& cell, const Line& line, double x, double y) {
                canvas.line(cell.element, line, x, y, style::kCell);
            });
            for (const auto& cell : row->cells)
                if (cell.field != nullptr) canvas.field(cell.form, *cell.field, fieldBox(*row, cell, top), fields);
        };
        return made;
    };
    std::shared_ptr<RepeatedHead> head;
    std::vector<std::shared_ptr<const SetRow>> heads;
    for (const Row& row : source.head) heads.push_back(set(row, true));
    if (!heads.empty()) {
        head = std::make_shared<RepeatedHead>();
        for (const auto& row : heads) head->height += row->height;
        head->draw = [heads](Canvas& canvas, double top) {
            for (const auto& row : heads) {
                drawGrid(*row, canvas, top);
                drawText(*row, top, [&](const auto&, const Line& line, double x, double y) {
                    canvas.artifactLine(line, x, y, style::kCell, "/Type /Pagination");
                });
                top -= row->height;
            }
        };
    }
    bool first = true;
    for (const auto& row : heads) {
        strips.push_back(strip(row));
        strips.back().before = first ? spaceOwed + kRowSpace : 0;
        strips.back().mayBreakBefore = first;
        first = false;
    }
    for (const Row& row : source.rows) {
        strips.push_back(strip(set(row, false)));
        if (first) strips.back().before = spaceOwed + kRowSpace;
        if (&row == &source.rows.front() && !heads.empty()) strips.back().mayBreakBefore = false;
        strips.back().head = head;
        first = false;
    }
    spaceOwed = 6;
}

}  // namespace pdfgen
