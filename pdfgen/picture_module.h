#pragma once

#include <cstddef>
#include <string>

namespace pdfgen {

/// How large a picture is: its resolution, which sinks for a page that would have more dots than `most`.
struct PictureSize {
    double dotsPerInch = 96;
    std::size_t most = 4'000'000;
};

enum class Drawing { done, noPage, unreadable };

}  // namespace pdfgen

/// The module's two functions; page_picture finds them by these names.
extern "C" {

/// Makes poppler keep silent: what it says is of the file.
void akcesBeginDrawing();

/// `png` becomes the page's picture (from 1).
pdfgen::Drawing akcesDrawPage(const char* pdf, std::size_t size, std::size_t page, const pdfgen::PictureSize* wanted,
                              std::string* png);
}
