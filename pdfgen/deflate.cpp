#include "pdfgen/deflate.h"

#include <zlib.h>

#include <algorithm>
#include <bit>

#include "base/error.h"

namespace pdfgen {
namespace {

constexpr int kLevel = 6;

void check(int result, int expected) {
    if (result != expected)
        throw base::Error(base::ErrorCode::internal, base::say("pdf.library_failed", {"zlib", std::to_string(result)}));
}

class Deflater {
public:
    /// A window no longer than the data, and tables to match: zlib's own choice clears a quarter of a megabyte first,
    /// which takes longer than most of our streams do.
    explicit Deflater(std::size_t size) {
        const int window = std::clamp(static_cast<int>(std::bit_width(size)), 9, MAX_WBITS);
        check(deflateInit2(&stream_, kLevel, Z_DEFLATED, window, std::max(window / 2, 4), Z_DEFAULT_STRATEGY), Z_OK);
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { deflateEnd(&stream_); }

    base::Bytes run(base::ByteView bytes) {
        base::Bytes out(deflateBound(&stream_, static_cast<uLong>(bytes.size())), '\0');
        stream_.next_in = const_cast<Bytef*>(base::octets(bytes));  // zlib does not write there
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = base::octets(out);
        stream_.avail_out = static_cast<uInt>(out.size());
        check(deflate(&stream_, Z_FINISH), Z_STREAM_END);
        out.resize(stream_.total_out);
        return out;
    }

private:
    z_stream stream_{};
};

}  // namespace

base::Bytes deflated(base::ByteView bytes) { return Deflater(bytes.size()).run(bytes); }

}  // namespace pdfgen
