#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace pdfgen {

class Update;
struct Resources;

/// One line of a signature's appearance.
struct AppearanceLine {
    std::string text{};
    bool bold = false;
};

/// The form XObject's body ("<<…>> stream … endstream") that draws `lines` into a box of `widthPt` × `heightPt`:
/// wrapped, shrunk and at last shortened to fit, never overflowing (nothing is written into less than a line), own
/// subset fonts added to `update`. Throws Error(data) for a character that the faces do not have.
std::string signatureAppearance(Update& update, const std::vector<AppearanceLine>& lines, double widthPt,
                                double heightPt, const Resources& resources);

}  // namespace pdfgen
