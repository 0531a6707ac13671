#include "pdfgen/font_use.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "pdfgen/object_sink.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

/// Keeps what it is given; numbers count from 1.
class Recorder final : public ObjectSink {
public:
    int addDictionary(std::string entries) override { return keep(std::move(entries)); }
    int addDeflatedStream(std::string entries, const base::Bytes& data) override {
        return keep(std::move(entries) + "\n" + data);
    }
    std::vector<std::string> objects{};

private:
    int keep(std::string object) {
        objects.push_back(std::move(object));
        return static_cast<int>(objects.size());
    }
};

TEST(Number, HasThreeDecimalsAtMostAndNoExponent) {
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(-0.0001), "0");
    EXPECT_EQ(number(12), "12");
    EXPECT_EQ(number(0.5), "0.5");
    EXPECT_EQ(number(-1.23456), "-1.235");
    EXPECT_EQ(number(595.28), "595.28");
    EXPECT_EQ(number(1e-9), "0");
}

TEST(Number, RefusesWhatIsOnNoPage) {
    for (const double bad :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 32768.0, -1e300})
        EXPECT_THROW(number(bad), base::Error) << bad;
}

TEST(FontUse, WritesGlyphsWithKerningBetweenThem) {
    Typeface typeface(tools::kFonts);
    FontUse fonts(typeface);
    std::string array;
    fonts.append(array, Style::regular, typeface.shaped(Style::regular, "AV"));
    EXPECT_EQ(array, std::string("(\0$)128.906(\0009)", 15));  // hb-shape: A advances 1448 - 264 of 2048
    array.clear();
    fonts.append(array, Style::regular, typeface.shaped(Style::regular, "A"));
    EXPECT_EQ(array, std::string("(\0$)", 4));
}

TEST(FontUse, EscapesOctetsThatEndAStringOrChangeInIt) {
    Typeface typeface(tools::kFonts);
    FontUse fonts(typeface);
    Shaped shaped{"abcd", {{0x0D28, 0, 0, 0}, {0x295C, 0, 0, 1}, {0x0D0D, 0, 0, 2}, {0x0A41, 0, 0, 3}}, 0};
    std::string array;
    fonts.append(array, Style::regular, shaped);
    EXPECT_EQ(array, "(\\r\\(\\)\\\\\\r\\r\nA)");
}

TEST(FontUse, WritesOnlyFacesAndGlyphsThatWereUsed) {
    Typeface typeface(tools::kFonts);
    FontUse fonts(typeface);
    Recorder none;
    EXPECT_EQ(fonts.write(none), "");
    EXPECT_TRUE(none.objects.empty());
    std::string array;
    fonts.append(array, Style::bold, typeface.shaped(Style::bold, "ŻŻ"));
    Recorder sink;
    EXPECT_EQ(fonts.write(sink), "/F1 5 0 R ");
    ASSERT_EQ(sink.objects.size(), 5U);  // file, descriptor, descendant, ToUnicode, font
    EXPECT_NE(sink.objects[1].find("LiberationSerif-Bold"), std::string::npos);
    EXPECT_EQ(tools::countOf(sink.objects[2], "[") - 1, 1U);  // /W with one width
    EXPECT_NE(sink.objects[4].find("/Encoding /Identity-H"), std::string::npos);
}

TEST(FontUse, NamesASubsetByItsGlyphs) {
    Typeface typeface(tools::kFonts);
    const auto nameOf = [&](const char* text) {
        FontUse fonts(typeface);
        std::string array;
        fonts.append(array, Style::regular, typeface.shaped(Style::regular, text));
        Recorder sink;
        fonts.write(sink);
        const std::size_t at = sink.objects.back().find("/BaseFont /") + 11;
        return sink.objects.back().substr(at, 6);
    };
    EXPECT_EQ(nameOf("ab"), nameOf("ba"));
    EXPECT_NE(nameOf("ab"), nameOf("ac"));
    for (const char letter : nameOf("ab")) EXPECT_TRUE(letter >= 'A' && letter <= 'Z');
}

}  // namespace
