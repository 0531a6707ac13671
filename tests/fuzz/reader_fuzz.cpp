// Any bytes as a PDF: the reader answers or throws Error, nothing else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "pdfgen/update.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView file(reinterpret_cast<const char*>(data), size);
    try {
        const pdfgen::Reader reader(file);
        reader.signatureFields();
        pdfgen::Update(file).finish();
    } catch (const base::Error&) {
    }
    return 0;
}
