#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pdfgen/compose.h"

namespace pdfgen {

class Update;

/// One line of a signature's appearance.
struct AppearanceLine {
    std::string text{};
    bool bold = false;
};

/// Draws what signatures show. Keeps faces and hyphenation between them; one thread at a time.
class SignatureAppearances {
public:
    /// Throws Error(unreadable) when a font or the hyphenation patterns are missing.
    explicit SignatureAppearances(const Resources& resources = {});
    ~SignatureAppearances();
    SignatureAppearances(SignatureAppearances&&) noexcept;
    SignatureAppearances& operator=(SignatureAppearances&&) noexcept;

    /// The form XObject's body ("<<…>> stream … endstream") that draws `lines` into a box of `widthPt` × `heightPt`:
    /// wrapped, shrunk and at last shortened to fit, never overflowing (nothing is written into less than a line), own
    /// subset fonts added to `update`. Throws Error(data) for a character that the faces do not have.
    std::string form(Update& update, const std::vector<AppearanceLine>& lines, double widthPt, double heightPt);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pdfgen
