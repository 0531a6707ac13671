#include "pdfgen/qr.h"

#include <qrencode.h>

#include <climits>
#include <memory>

#include "base/error.h"
#include "base/handle.h"
#include "base/html_text.h"

namespace pdfgen {
namespace {

constexpr std::size_t kQuiet = 4;  // ISO/IEC 18004 section 6.3.8
constexpr int kSmallest = 0;       // the version that the text wants

}  // namespace

QrCode qrCode(std::string_view text) {
    if (text.empty() || text.size() > INT_MAX) throw base::Error(base::ErrorCode::data, base::say("pdf.qr_size"));
    const auto* octets = reinterpret_cast<const unsigned char*>(text.data());
    const base::Handle<QRcode, QRcode_free> code(
        QRcode_encodeData(static_cast<int>(text.size()), octets, kSmallest, QR_ECLEVEL_M));
    if (!code) throw base::Error(base::ErrorCode::data, base::say("pdf.qr_size"));
    QrCode made;
    made.width = static_cast<std::size_t>(code->width);
    made.dark.reserve(made.width * made.width);
    for (std::size_t i = 0; i < made.width * made.width; ++i) made.dark.push_back((code->data[i] & 1U) != 0);
    return made;
}

std::string qrSvg(const QrCode& code, std::string_view label) {
    const std::string size = std::to_string(code.width + 2 * kQuiet);
    std::string path;
    for (std::size_t row = 0; row < code.width; ++row)
        for (std::size_t column = 0; column < code.width; ++column)
            if (code.isDark(column, row))
                path += 'M' + std::to_string(column + kQuiet) + ' ' + std::to_string(row + kQuiet) + "h1v1h-1z";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size +
           "\" role=\"img\" aria-label=\"" + base::htmlText(label) +
           "\" shape-rendering=\"crispEdges\"><rect width=\"" + size + "\" height=\"" + size +
           "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

}  // namespace pdfgen
