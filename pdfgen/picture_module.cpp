#include "pdfgen/picture_module.h"

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

// Poppler and what it needs (twenty libraries) are in a module of their own, which the helper process alone loads: they
// would cost each start of the program some 7 ms and each of its processes their memory.
namespace {

using pdfgen::Drawing;
using pdfgen::PictureSize;

/// 0 for a page without any extent.
double resolutionFor(const poppler::page& page, const PictureSize& wanted) {
    const poppler::rectf box = page.page_rect();
    const double inches = box.width() * box.height() / (72.0 * 72.0);
    if (!(inches > 0) || !std::isfinite(inches)) return 0;
    return std::min(wanted.dotsPerInch, std::sqrt(static_cast<double>(wanted.most) / inches));
}

bool writePng(const poppler::image& picture, std::string& made) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(picture.width());
    png.height = static_cast<png_uint_32>(picture.height());
    png.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    made.resize(size);
    if (png_image_write_to_memory(&png, made.data(), &size, 0, picture.const_data(), picture.bytes_per_row(),
                                  nullptr) == 0)
        return false;
    made.resize(size);
    return true;
}

Drawing draw(const poppler::page& page, const PictureSize& wanted, std::string& png) {
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const double resolution = resolutionFor(page, wanted);
    if (!(resolution > 0)) return Drawing::unreadable;
    const poppler::image picture = renderer.render_page(&page, resolution, resolution);
    return picture.is_valid() && writePng(picture, png) ? Drawing::done : Drawing::unreadable;
}

}  // namespace

void akcesBeginDrawing() {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
}

Drawing akcesDrawPage(const char* pdf, std::size_t size, std::size_t page, const PictureSize* wanted,
                      std::string* png) {
    if (size > INT_MAX) return Drawing::unreadable;
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf, static_cast<int>(size)));
    if (!document || document->is_locked()) return Drawing::unreadable;
    if (page < 1 || page > static_cast<std::size_t>(std::max(document->pages(), 0))) return Drawing::noPage;
    const std::unique_ptr<poppler::page> shown(document->create_page(static_cast<int>(page) - 1));
    return shown ? draw(*shown, *wanted, *png) : Drawing::unreadable;
}
