#include "pdfgen/page_picture.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/samples.h"

namespace {

using pdfgen::PagePictures;
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

TEST(PagePictures, ShowAPageOfOurs) {
    const auto [width, height] = sizeOf(PagePictures().draw(tools::pdf("three-fields.pdf"), 1));
    EXPECT_EQ(width, 793U);  // of 595 × 842 points
    EXPECT_EQ(height, 1123U);
}

TEST(PagePictures, RefuseAPageThatIsNotThere) {
    const base::Bytes file = tools::pdf("three-fields.pdf");
    const PagePictures pictures;
    EXPECT_EQ(codeOf([&] { pictures.draw(file, 0); }), base::ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { pictures.draw(file, 2); }), base::ErrorCode::notFound);
}

TEST(PagePictures, AreNeverTooLarge) {
    const PagePictures pictures({96, 1'000'000});
    for (const char* box : {"0 0 14400 14400", "0 0 1000000 1000000", "-30000 -30000 30000 30000", "0 0 99999 300"}) {
        const auto [width, height] = sizeOf(pictures.draw(pageOf(box), 1));
        EXPECT_LE(width * height, 1'050'000U) << box;
        EXPECT_GE(width * height, 900'000U) << box;
    }
}

TEST(PagePictures, RefuseWhatCannotBeDrawn) {
    const PagePictures pictures;
    for (const std::string& file : {std::string(), std::string("nonsense")})
        EXPECT_EQ(codeOf([&] { pictures.draw(file, 1); }), base::ErrorCode::unreadable);
}

TEST(PagePictures, SurviveEveryTruncation) {
    const PagePictures pictures;
    const base::Bytes file = pageOf("0 0 9 9");
    for (std::size_t size = 0; size < file.size(); ++size) {
        try {
            pictures.draw(base::ByteView(file).substr(0, size), 1);
        } catch (const base::Error& error) {
            EXPECT_TRUE(error.code() == base::ErrorCode::unreadable || error.code() == base::ErrorCode::notFound);
        }
    }
}

}  // namespace
