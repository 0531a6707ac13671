// Any bytes as a chain of revisions: every object of every revision answers, or Error, nothing else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "pdfgen/revisions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView file(reinterpret_cast<const char*>(data), size);
    try {
        const pdfgen::Revisions revisions(file);
        for (std::size_t r = 0; r <= revisions.last() && r < 16; ++r) {
            for (const int number : revisions.numbersAt(r)) {
                const pdfgen::StoredObject* object = revisions.find(number, r);
                if (object != nullptr) revisions.value({number, object->generation}, r);
                if (object != nullptr && object->end > revisions.all()[r].end) __builtin_trap();
                revisions.pointsAhead(number, r);
            }
            revisions.changedBehind(r);
        }
        revisions.tailHasObjects();
    } catch (const base::Error&) {
    }
    return 0;
}
