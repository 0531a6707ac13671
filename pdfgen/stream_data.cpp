#include "pdfgen/stream_data.h"

#include <zlib.h>

#include <array>
#include <cstdlib>

#include "base/handle.h"

namespace pdfgen {
namespace {

/// Data that ends early gives what there is, as other readers do; the caller checks the length it wants.
std::optional<base::Bytes> inflated(base::ByteView data, std::size_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return {};
    const base::Handle<z_stream, inflateEnd> closes(&stream);
    stream.next_in = const_cast<Bytef*>(base::octets(data));  // zlib's old interface; it only reads
    stream.avail_in = static_cast<uInt>(data.size());
    base::Bytes out;
    std::array<char, 16384> buffer{};
    for (int result = Z_OK; result == Z_OK;) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        result = inflate(&stream, Z_NO_FLUSH);
        const std::size_t count = buffer.size() - stream.avail_out;
        if (count > most - out.size()) return {};
        out.append(buffer.data(), count);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return {};
        if (result == Z_BUF_ERROR && out.empty()) return {};
    }
    return out;
}

unsigned char paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int toLeft = std::abs(guess - left), toAbove = std::abs(guess - above), toCorner = std::abs(guess - corner);
    if (toLeft <= toAbove && toLeft <= toCorner) return static_cast<unsigned char>(left);
    return static_cast<unsigned char>(toAbove <= toCorner ? above : corner);
}

/// What PNG's filter `type` (RFC 2083 section 6) adds to an octet.
std::optional<int> prediction(int type, int left, int above, int corner) {
    switch (type) {
        case 0:
            return 0;
        case 1:
            return left;
        case 2:
            return above;
        case 3:
            return (left + above) / 2;
        case 4:
            return paeth(left, above, corner);
        default:
            return {};
    }
}

/// Rows of one octet of filter type and `columns` octets (one octet a pixel).
std::optional<base::Bytes> withoutPngPredictor(base::ByteView data, std::size_t columns) {
    base::Bytes out;
    out.reserve(data.size());
    const auto octet = [&](std::size_t at) { return static_cast<unsigned char>(out[at]); };
    for (std::size_t row = 0; row + columns < data.size(); row += columns + 1) {
        const int type = static_cast<unsigned char>(data[row]);
        for (std::size_t i = 0; i < columns; ++i) {
            const std::size_t at = out.size();
            const bool hasAbove = at >= columns;
            const auto add = prediction(type, i > 0 ? octet(at - 1) : 0, hasAbove ? octet(at - columns) : 0,
                                        i > 0 && hasAbove ? octet(at - columns - 1) : 0);
            if (!add) return {};
            out += static_cast<char>(static_cast<unsigned char>(data[row + 1 + i]) + *add);
        }
    }
    return out;
}

/// The one element of an array, or the value itself; null for an array of another size.
Object only(Object object) {
    if (!object.isArray()) return object;
    return object.items.size() == 1 ? object.items[0] : Object{};
}

}  // namespace

std::optional<base::Bytes> decodedStream(const Object& dictionary, base::ByteView data, std::size_t most) {
    const Object& filter = dictionary.at("Filter");
    if (filter.isNull() || (filter.isArray() && filter.items.empty()))
        return data.size() <= most ? std::optional(base::Bytes(data)) : std::nullopt;
    if (!only(filter).isName("FlateDecode")) return {};
    auto out = inflated(data, most);
    const Object parameters = only(dictionary.at("DecodeParms"));
    const auto predictor = parameters.at("Predictor").integer().value_or(1);
    if (!out || predictor == 1) return out;
    const auto columns = parameters.at("Columns").integer().value_or(1);
    const bool oneOctet = parameters.at("Colors").integer().value_or(1) == 1 &&
                          parameters.at("BitsPerComponent").integer().value_or(8) == 8;
    if (predictor < 10 || predictor > 15 || columns < 1 || columns > 1 << 16 || !oneOctet) return {};
    return withoutPngPredictor(*out, static_cast<std::size_t>(columns));
}

}  // namespace pdfgen
