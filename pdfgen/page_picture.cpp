#include "pdfgen/page_picture.h"

#include <png.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>
#include <memory>

#include "base/error.h"

namespace pdfgen {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

Error unreadable() { return Error(ErrorCode::unreadable, say("pdf.damaged")); }

/// A smaller one for a page that would make too large a picture.
double dpiOf(const poppler::page& page) {
    const poppler::rectf box = page.page_rect();
    const double dots = box.width() * box.height() * kPictureDpi * kPictureDpi / (72.0 * 72.0);
    if (!(dots > 0)) throw unreadable();
    return kPictureDpi * std::min(1.0, std::sqrt(kMostPictureDots / dots));
}

base::Bytes pngOf(const poppler::image& picture) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(picture.width());
    png.height = static_cast<png_uint_32>(picture.height());
    png.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    base::Bytes made(size, '\0');
    if (png_image_write_to_memory(&png, made.data(), &size, 0, picture.const_data(), picture.bytes_per_row(),
                                  nullptr) == 0)
        throw unreadable();
    made.resize(size);
    return made;
}

}  // namespace

base::Bytes pagePicture(base::ByteView pdf, std::size_t page) {
    if (pdf.size() > INT_MAX) throw unreadable();
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document || document->is_locked()) throw unreadable();
    if (page < 1 || page > static_cast<std::size_t>(document->pages()))
        throw Error(ErrorCode::notFound, say("pdf.no_page"));
    const std::unique_ptr<poppler::page> shown(document->create_page(static_cast<int>(page) - 1));
    if (!shown) throw unreadable();
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const double dpi = dpiOf(*shown);
    const poppler::image picture = renderer.render_page(shown.get(), dpi, dpi);
    if (!picture.is_valid()) throw unreadable();
    return pngOf(picture);
}

void warmPagePictures() {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);  // what it says is of the file
    try {
        pagePicture(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
            "endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>",
            1);
    } catch (const Error&) {
        return;  // the next file will say so again
    }
}

}  // namespace pdfgen
