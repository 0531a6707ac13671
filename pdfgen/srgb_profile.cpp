#include "pdfgen/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace pdfgen {
namespace {

using Numbers = std::initializer_list<double>;

constexpr std::uint32_t kVersion = 0x04200000;
constexpr std::size_t kHeaderOctets = 128, kTagOctets = 12;
constexpr Numbers kD50 = {0.9642, 1, 0.8249};

void put16(base::Bytes& out, unsigned value) {
    out += static_cast<char>(value >> 8U & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
}

void put32(base::Bytes& out, std::uint32_t value) {
    put16(out, value >> 16U);
    put16(out, value & 0xFFFFU);
}

/// s15Fixed16Number (section 4.6).
void putFixed(base::Bytes& out, Numbers numbers) {
    for (const double number : numbers)
        put32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(number * 65536))));
}

base::Bytes typed(std::string_view type) { return base::Bytes(type) + base::Bytes(4, '\0'); }

base::Bytes numbers(std::string_view type, Numbers values) {
    base::Bytes out = typed(type);
    putFixed(out, values);
    return out;
}

/// multiLocalizedUnicodeType with one English text of ASCII characters (section 10.15).
base::Bytes text(std::string_view ascii) {
    constexpr std::uint32_t record = 12, textBegins = 28;
    base::Bytes out = typed("mluc");
    put32(out, 1);
    put32(out, record);
    out += "enUS";
    put32(out, static_cast<std::uint32_t>(2 * ascii.size()));
    put32(out, textBegins);
    for (const char c : ascii) put16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType of function 3 (section 10.18): the curve of IEC 61966-2-1.
base::Bytes curve() {
    base::Bytes out = typed("para");
    put16(out, 3);
    put16(out, 0);
    putFixed(out, {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045});
    return out;
}

/// Section 7.2: a display's profile, colours in RGB, connected through XYZ under D50.
base::Bytes header(std::size_t length) {
    base::Bytes out;
    put32(out, static_cast<std::uint32_t>(length));
    put32(out, 0);
    put32(out, kVersion);
    out += "mntrRGB XYZ ";
    for (const unsigned part : {2019U, 1U, 1U, 0U, 0U, 0U}) put16(out, part);
    out += "acsp";
    out.resize(68, '\0');
    putFixed(out, kD50);
    out.resize(kHeaderOctets, '\0');
    return out;
}

}  // namespace

base::Bytes srgbProfile() {
    struct Tag {
        std::string_view name;
        base::Bytes data;
    };
    const Tag tags[] = {
        {"desc", text("sRGB")},
        {"cprt", text("No copyright")},
        {"wtpt", numbers("XYZ ", kD50)},
        {"chad", numbers("sf32", {1.04788, 0.02292, -0.05019, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168})},
        {"rXYZ", numbers("XYZ ", {0.43607, 0.22249, 0.01392})},
        {"gXYZ", numbers("XYZ ", {0.38515, 0.71687, 0.09708})},
        {"bXYZ", numbers("XYZ ", {0.14307, 0.06061, 0.71410})},
        {"rTRC", curve()},
        {"gTRC", {}},
        {"bTRC", {}},
    };
    constexpr std::size_t begin = kHeaderOctets + 4 + kTagOctets * std::size(tags);
    base::Bytes table, data;
    std::size_t last = 0, length = 0;
    put32(table, static_cast<std::uint32_t>(std::size(tags)));
    for (const Tag& tag : tags) {
        if (!tag.data.empty()) {  // without data of its own: that of the tag before it
            data.resize((data.size() + 3) / 4 * 4, '\0');
            last = begin + data.size();
            length = tag.data.size();
            data += tag.data;
        }
        table += tag.name;
        put32(table, static_cast<std::uint32_t>(last));
        put32(table, static_cast<std::uint32_t>(length));
    }
    data.resize((data.size() + 3) / 4 * 4, '\0');
    return header(begin + data.size()) + table + data;
}

}  // namespace pdfgen
