#include "pdfgen/page_picture.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "base/error.h"

namespace akces_embedded {
std::string_view picture_module(std::string_view name);
}

namespace pdfgen {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::string_view kBlankPage =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>";

/// From a file without a name; null where the module or a library that it needs cannot be loaded.
void* loadedModule() {
    const int file = ::memfd_create("akces-pictures", MFD_CLOEXEC);
    if (file < 0) return nullptr;
    const std::string_view bytes = akces_embedded::picture_module("akces-pictures.so");
    void* module = nullptr;
    if (::write(file, bytes.data(), bytes.size()) ==
        static_cast<ssize_t>(bytes.size()))  // into memory: all or too little
        module = ::dlopen(("/proc/self/fd/" + std::to_string(file)).c_str(), RTLD_NOW | RTLD_LOCAL);
    ::close(file);
    return module;
}

template <class Function>
Function* found(void* module, const char* name) {
    return reinterpret_cast<Function*>(module == nullptr ? nullptr : ::dlsym(module, name));
}

}  // namespace

PagePictures::PagePictures(PictureSize size) : size_(size) {
    static void* const module = loadedModule();
    const auto begin = found<decltype(akcesBeginDrawing)>(module, "akcesBeginDrawing");
    draw_ = found<decltype(akcesDrawPage)>(module, "akcesDrawPage");
    if (begin == nullptr || draw_ == nullptr) return;
    begin();
    base::Bytes unseen;
    draw_(kBlankPage.data(), kBlankPage.size(), 1, &size_, &unseen);
}

base::Bytes PagePictures::draw(base::ByteView pdf, std::size_t page) const {
    if (draw_ == nullptr) throw Error(ErrorCode::unavailable, say("pdf.no_pictures"));
    base::Bytes png;
    switch (draw_(pdf.data(), pdf.size(), page, &size_, &png)) {
        case Drawing::done:
            return png;
        case Drawing::noPage:
            throw Error(ErrorCode::notFound, say("pdf.no_page"));
        case Drawing::unreadable:
            break;
    }
    throw Error(ErrorCode::unreadable, say("pdf.damaged"));
}

}  // namespace pdfgen
