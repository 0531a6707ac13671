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

/// Throws Error(data) when the columns do not fit, or one is too narrow for text.
std::vector<double> widths(const Table& table, double total) {
    double fixed = 0, shares = 0;
    for (const templates::Column& column : table.columns)
        (column.widthPt > 0 ? fixed : shares) += column.widthPt > 0 ? column.widthPt : column.share;
    constexpr double kRounding = 0.01;
    if (fixed > total + kRounding) throw base::Error(base::ErrorCode::data, base::say("pdf.too_narrow"));
    std::vector<double> found;
    found.reserve(table.columns.size());
    for (const templates::Column& column : table.columns) {
        found.push_back(column.widthPt > 0 ? column.widthPt : (total - fixed) * column.share / shares);
        checkWidth(found.back() - 2 * style::kCellPadding);
    }
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

/// Sets a table's rows and makes strips of them.
class TableSetter {
public:
    TableSetter(Layout& layout, const Table& table, const Column& column, int element)
        : layout_(layout), widths_(widths(table, column.width)), left_(column.x), element_(element) {}

    std::shared_ptr<const SetRow> set(const Row& row, bool isHead) {
        auto made = std::make_shared<SetRow>();
        made->isHead = isHead;
        made->height = row.minHeightPt;
        const int owner = layout_.tags.element("TR", element_);
        double x = left_;
        for (std::size_t i = 0; i < row.cells.size() && i < widths_.size(); ++i) {
            made->cells.push_back(cell(row.cells[i], {x, widths_[i]}, owner, isHead));
            made->height = std::max(made->height, heightOf(made->cells.back()));
            x += widths_[i];
        }
        return made;
    }

    Strip strip(std::shared_ptr<const SetRow> row) {
        Strip made;
        made.height = row->height;
        made.draw = [&layout = layout_, row = std::move(row)](Canvas& canvas, double top) {
            drawGrid(*row, canvas, top);
            drawText(*row, top, [&](const auto& cell, const Line& line, double x, double y) {
                canvas.line(cell.element, line, x, y, style::kCell);
            });
            for (const auto& cell : row->cells)
                if (cell.field != nullptr)
                    canvas.field(cell.form, *cell.field, fieldBox(*row, cell, top), layout.fields);
        };
        return made;
    }

    /// The head as it is drawn on further pages: an artifact.
    static std::shared_ptr<const RepeatedHead> repeated(std::vector<std::shared_ptr<const SetRow>> heads) {
        if (heads.empty()) return nullptr;
        auto made = std::make_shared<RepeatedHead>();
        for (const auto& row : heads) made->height += row->height;
        made->draw = [heads = std::move(heads)](Canvas& canvas, double top) {
            for (const auto& row : heads) {
                drawGrid(*row, canvas, top);
                drawText(*row, top, [&](const auto&, const Line& line, double x, double y) {
                    canvas.artifactLine(line, x, y, style::kCell, "/Type /Pagination");
                });
                top -= row->height;
            }
        };
        return made;
    }

private:
    SetRow::SetCell cell(const Cell& source, const Column& place, int owner, bool isHead) {
        SetRow::SetCell made;
        made.x = place.x;
        made.width = place.width;
        made.element =
            layout_.tags.element(isHead ? "TH" : "TD", owner, isHead ? "/A << /O /Table /Scope /Column >>" : "");
        Inline text = source.text;
        if (isHead) std::for_each(text.begin(), text.end(), [](Run& run) { run.bold = true; });
        const Align align = source.align == Align::justify ? Align::left : source.align;
        const double width = place.width - 2 * style::kCellPadding;
        made.lines = breakParagraph(text, {width, style::kCell, align, 0, true}, layout_.typeface, layout_.hyphenator);
        if (!source.field) return made;
        made.field = &*source.field;
        made.form = layout_.tags.element("Form", made.element, "/Alt " + textString(source.field->description));
        return made;
    }

    static double heightOf(const SetRow::SetCell& cell) {
        const double text = static_cast<double>(cell.lines.size()) * style::kCellLeading + 2 * style::kCellPadding;
        return cell.field == nullptr ? text : text + cell.field->heightPt - style::kCellPadding;
    }

    Layout& layout_;
    std::vector<double> widths_;
    double left_;
    int element_;
};

std::string summaryOf(const Table& table) {
    return table.summary.empty() ? "" : "/A << /O /Table /Summary " + textString(table.summary) + " >>";
}

}  // namespace

void Layout::table(const Table& source, const Column& column, int parent, std::vector<Strip>& strips) {
    if (source.head.empty() && source.rows.empty()) return;
    TableSetter setter(*this, source, column, tags.element("Table", parent, summaryOf(source)));
    const std::size_t first = strips.size();
    std::vector<std::shared_ptr<const SetRow>> heads;
    for (const Row& row : source.head) {
        heads.push_back(setter.set(row, true));
        strips.push_back(setter.strip(heads.back()));
        strips.back().mayBreakBefore = strips.size() == first + 1;
    }
    const auto head = TableSetter::repeated(heads);
    for (const Row& row : source.rows) {
        strips.push_back(setter.strip(setter.set(row, false)));
        if (&row == &source.rows.front() && head) strips.back().mayBreakBefore = false;
        strips.back().head = head;
    }
    if (source.rows.size() > 2) strips.back().mayBreakBefore = false;  // no lone row on a new page
    strips[first].before = spaceOwed + kRowSpace;
    spaceOwed = 6;
}

}  // namespace pdfgen
