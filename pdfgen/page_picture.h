#pragma once

#include <cstddef>

#include "base/bytes.h"

namespace pdfgen {

/// Dots per inch: a page of A4 is 794 × 1123 dots.
inline constexpr int kPictureDpi = 96;
/// No picture is larger, whatever the page says: its resolution sinks instead.
inline constexpr double kMostPictureDots = 4'000'000;

/// One page (from 1) of a PDF as PNG, for looking at; it proves nothing. Text in fonts that the file does not embed is
/// missing where the process has no files (ours embed all of theirs). By poppler, so for untrusted files only where it
/// can do no harm. Throws Error(notFound) for a page that the file has not, Error(unreadable) for a file that poppler
/// cannot read or draw.
base::Bytes pagePicture(base::ByteView pdf, std::size_t page);

/// Makes poppler and its libraries read what they want from files, for a process that will not be able to.
void warmPagePictures();

}  // namespace pdfgen
