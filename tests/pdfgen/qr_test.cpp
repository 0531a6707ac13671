#include "pdfgen/qr.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::qrCode;

/// Seven modules square, a light ring in a dark one (ISO/IEC 18004 section 6.3.3).
bool isFinder(const pdfgen::QrCode& code, std::size_t left, std::size_t top) {
    for (std::size_t y = 0; y < 7; ++y)
        for (std::size_t x = 0; x < 7; ++x) {
            const std::size_t ring = std::min({x, y, 6 - x, 6 - y});
            if (code.isDark(left + x, top + y) != (ring != 1)) return false;
        }
    return true;
}

TEST(Qr, HasItsThreeFinders) {
    const pdfgen::QrCode code = qrCode("https://akces.example/podpis/tm8BLUjJipjFUY-FUgW5nol2U3AO6Ta-U-2Izjj8Iag");
    ASSERT_EQ(code.dark.size(), code.width * code.width);
    EXPECT_EQ(code.width % 4, 1U);
    EXPECT_TRUE(isFinder(code, 0, 0));
    EXPECT_TRUE(isFinder(code, code.width - 7, 0));
    EXPECT_TRUE(isFinder(code, 0, code.width - 7));
    EXPECT_FALSE(isFinder(code, code.width - 7, code.width - 7));
}

TEST(Qr, IsTheSameForTheSameTextAndAnotherForAnother) {
    EXPECT_EQ(qrCode("a").dark, qrCode("a").dark);
    EXPECT_NE(qrCode("a").dark, qrCode("b").dark);
    EXPECT_GT(qrCode(std::string(500, 'x')).width, qrCode("x").width);
}

TEST(Qr, RefusesWhatFitsNoCode) {
    EXPECT_THROW(qrCode(""), base::Error);
    EXPECT_NO_THROW(qrCode(std::string(2331, 'x')));  // version 40, level M, octets
    EXPECT_THROW(qrCode(std::string(2332, 'x')), base::Error);
}

TEST(Qr, BecomesAPictureWithAName) {
    const pdfgen::QrCode code = qrCode("a");
    const std::string svg = pdfgen::qrSvg(code, "Link \"<x>\"");
    EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), svg.npos) << svg;
    EXPECT_NE(svg.find("aria-label=\"Link &quot;&lt;x&gt;&quot;\""), svg.npos);
    EXPECT_EQ(tools::countOf(svg, "h1v1h-1z"),
              static_cast<std::size_t>(std::count(code.dark.begin(), code.dark.end(), true)));
    EXPECT_NE(svg.find("M4 4h1"), svg.npos);  // the first module behind the quiet zone
}

/// As a picture (PGM), eight dots a module.
std::string picture(const pdfgen::QrCode& code) {
    constexpr std::size_t kDots = 8, kQuiet = 4;
    const std::size_t size = (code.width + 2 * kQuiet) * kDots;
    std::string pgm = "P5 " + std::to_string(size) + ' ' + std::to_string(size) + " 255\n";
    for (std::size_t y = 0; y < size; ++y)
        for (std::size_t x = 0; x < size; ++x) {
            const std::size_t column = x / kDots - kQuiet, row = y / kDots - kQuiet;  // wraps round before the code
            pgm += column < code.width && row < code.width && code.isDark(column, row) ? '\0' : '\xFF';
        }
    return pgm;
}

/// Where zbar-tools is there, it reads what was written.
TEST(Qr, IsReadByAnotherProgram) {
    if (tools::run("command -v zbarimg").code != 0) GTEST_SKIP() << "no zbarimg";
    const std::string text = "https://akces.example/podpis/tm8BLUjJipjFUY-FUgW5nol2U3AO6Ta-U-2Izjj8Iag";
    const support::TemporaryFolder folder;
    const std::string file = folder.write("qr.pgm", picture(qrCode(text)));
    EXPECT_EQ(tools::run("zbarimg -q --nodbus --raw '" + file + "'").text, text + '\n');
}

}  // namespace
