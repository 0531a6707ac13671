#include "pdfgen/deflate.h"

#include <zlib.h>

#include "base/error.h"

namespace pdfgen {

base::Bytes deflated(base::ByteView bytes) {
    uLongf length = compressBound(static_cast<uLong>(bytes.size()));
    base::Bytes out(length, '\0');
    const int result = compress2(base::octets(out), &length, base::octets(bytes), static_cast<uLong>(bytes.size()), 6);
    if (result != Z_OK)
        throw base::Error(base::ErrorCode::internal, base::say("pdf.library_failed", {"zlib", std::to_string(result)}));
    out.resize(length);
    return out;
}

}  // namespace pdfgen
