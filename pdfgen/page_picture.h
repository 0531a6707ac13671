#pragma once

#include <cstddef>

#include "base/bytes.h"
#include "pdfgen/picture_module.h"

namespace pdfgen {

/// Draws pages for looking at; a picture proves nothing. By poppler, so for untrusted files only where it can do no
/// harm. The program carries the module that links poppler, and loads it here.
class PagePictures {
public:
    /// Loads the module, and makes poppler and its libraries read what they want from files, for a process that will
    /// not be able to afterwards. Where that cannot be done, draw() says so.
    explicit PagePictures(PictureSize size = {});

    /// One page (from 1) as PNG. Text in fonts that the file does not embed is missing where the process has no files:
    /// MissingFonts lends them. Throws Error(notFound) for a page that the file has not, Error(unreadable) for a
    /// file that poppler cannot read or draw, Error(unavailable) where poppler is not there.
    base::Bytes draw(base::ByteView pdf, std::size_t page) const;

private:
    PictureSize size_;
    decltype(&akcesDrawPage) draw_ = nullptr;
};

}  // namespace pdfgen
