#include "pdfgen/text_string.h"

#include <array>

#include "base/utf8.h"

namespace pdfgen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// PDFDocEncoding 0x18 to 0x1F and 0x80 to 0xA0, which differ from Latin-1.
constexpr std::array<char32_t, 8> kAccents{0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC};
constexpr std::array<char32_t, 33> kSigns{0x2022, 0x2020, 0x2021, 0x2026, 0x2014,       0x2013, 0x192,  0x2044, 0x2039,
                                          0x203A, 0x2212, 0x2030, 0x201E, 0x201C,       0x201D, 0x2018, 0x2019, 0x201A,
                                          0x2122, 0xFB01, 0xFB02, 0x141,  0x152,        0x160,  0x178,  0x17D,  0x131,
                                          0x142,  0x153,  0x161,  0x17E,  kReplacement, 0x20AC};

char32_t fromDocEncoding(unsigned char octet) {
    if (octet >= 0x18 && octet <= 0x1F) return kAccents[octet - 0x18U];
    if (octet >= 0x80 && octet <= 0xA0) return kSigns[octet - 0x80U];
    return octet;
}

std::string fromUtf16(base::ByteView octets) {
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(octets[at]) << 8 |
                                     static_cast<unsigned char>(octets[at + 1]));
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < octets.size(); at += 2) {
        char32_t point = unit(at);
        const bool isHigh = point >= 0xD800 && point < 0xDC00;
        if (isHigh && at + 3 < octets.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = kReplacement;
        }
        base::appendUtf8(text, point);
    }
    return text;
}

}  // namespace

std::string utf8OfText(base::ByteView octets) {
    if (octets.starts_with("\xFE\xFF")) return fromUtf16(octets.substr(2));
    if (octets.starts_with("\xEF\xBB\xBF") && base::isUtf8(octets.substr(3))) return std::string(octets.substr(3));
    std::string text;
    for (const char c : octets) base::appendUtf8(text, fromDocEncoding(static_cast<unsigned char>(c)));
    return text;
}

std::optional<base::Instant> instantOfDate(base::ByteView text) {
    constexpr std::string_view earliest = "00000101000000";
    if (!text.starts_with("D:")) return {};
    text.remove_prefix(2);
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    if (count < 4 || count > earliest.size()) return {};
    std::string digits(text.substr(0, count));
    digits += earliest.substr(count);
    std::string iso = digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2) + 'T' +
                      digits.substr(8, 2) + ':' + digits.substr(10, 2) + ':' + digits.substr(12, 2);
    const base::ByteView offset = text.substr(count);
    const bool hasHours = offset.size() >= 3 && (offset[0] == '+' || offset[0] == '-');
    const bool hasMinutes = hasHours && offset.size() >= 6 && offset[3] == '\'';
    if (!hasHours && !offset.empty() && offset[0] != 'Z') return {};
    iso += hasHours ? std::string(offset.substr(0, 3)) + ':' + (hasMinutes ? std::string(offset.substr(4, 2)) : "00")
                    : "Z";
    return base::parseInstant(iso);
}

}  // namespace pdfgen
