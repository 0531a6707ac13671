#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace pdfgen {

class Canvas;

/// What is drawn again at the head of each further page of a table.
struct RepeatedHead {
    double height = 0;
    std::function<void(Canvas&, double top)> draw{};
};

/// A slice of the text column that a page holds whole: a line, a row, a signature block. `before` is the space above
/// it, left out at the head of a page. Drawn with its upper edge at `top`.
struct Strip {
    double height = 0;
    double before = 0;
    bool mayBreakBefore = true;
    bool startsPage = false;
    std::shared_ptr<const RepeatedHead> head{};
    std::function<void(Canvas&, double top)> draw{};
};

}  // namespace pdfgen
