#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pdfgen {

/// A QR code (ISO/IEC 18004) as dark and light modules, row by row, without its quiet zone.
struct QrCode {
    std::size_t width = 0;
    std::vector<bool> dark{};
    bool isDark(std::size_t column, std::size_t row) const { return dark.at(row * width + column); }
};

/// Of the text's octets, error correction level M. Throws Error(data) for an empty text and one that fits no code.
QrCode qrCode(std::string_view text);

/// The code as SVG with its quiet zone of four modules, black on white; `label` is what a screen reader says. No style
/// and no identifiers, so that several may stand in one page.
std::string qrSvg(const QrCode& code, std::string_view label);

}  // namespace pdfgen
