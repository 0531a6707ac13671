#include "pdfgen/page_picture.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/samples.h"

namespace {

using support::codeOf;

base::Bytes pageOf(const std::string& box) {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" +
           box + "]>>endobj trailer<</Root 1 0 R>>";
}

/// Width and height as the PNG's head has them (IHDR).
std::pair<unsigned, unsigned> sizeOf(const base::Bytes& png) {
    EXPECT_TRUE(png.starts_with("\x89PNG\r\n\x1A\n"));
    const auto number = [&](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(png.at(at + i));
        return value;
    };
    return {number(16), number(20)};
}

TEST(PagePicture, ShowsAPageOfOurs) {
    const auto [width, height] = sizeOf(pdfgen::pagePicture(tools::pdf("three-fields.pdf"), 1));
    EXPECT_EQ(width, 793U);  // of 595 × 842 points
    EXPECT_EQ(height, 1123U);
}

TEST(PagePicture, RefusesAPageThatIsNotThere) {
    const base::Bytes file = tools::pdf("three-fields.pdf");
    EXPECT_EQ(codeOf([&] { pdfgen::pagePicture(file, 0); }), base::ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { pdfgen::pagePicture(file, 2); }), base::ErrorCode::notFound);
}

TEST(PagePicture, IsNeverTooLarge) {
    pdfgen::warmPagePictures();
    const auto [width, height] = sizeOf(pdfgen::pagePicture(pageOf("0 0 14400 14400"), 1));
    EXPECT_LE(width * height, 4'100'000U);
    EXPECT_GE(width * height, 3'900'000U);
}

TEST(PagePicture, RefusesWhatCannotBeRead) {
    pdfgen::warmPagePictures();
    EXPECT_EQ(codeOf([] { pdfgen::pagePicture("", 1); }), base::ErrorCode::unreadable);
    EXPECT_EQ(codeOf([] { pdfgen::pagePicture("nonsense", 1); }), base::ErrorCode::unreadable);
}

TEST(PagePicture, SurvivesEveryTruncation) {
    pdfgen::warmPagePictures();
    const base::Bytes file = pageOf("0 0 9 9");
    for (std::size_t size = 0; size < file.size(); ++size) {
        try {
            pdfgen::pagePicture(base::ByteView(file).substr(0, size), 1);
        } catch (const base::Error& error) {
            EXPECT_TRUE(error.code() == base::ErrorCode::unreadable || error.code() == base::ErrorCode::notFound);
        }
    }
}

}  // namespace
