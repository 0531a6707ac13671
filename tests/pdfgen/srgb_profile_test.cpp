#include "pdfgen/srgb_profile.h"

#include <gtest/gtest.h>

namespace {

unsigned number(const base::Bytes& bytes, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

TEST(SrgbProfile, IsADisplaysProfileOfItsOwnLength) {
    const base::Bytes profile = pdfgen::srgbProfile();
    EXPECT_EQ(number(profile, 0), profile.size());
    EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    EXPECT_LT(profile.size(), 700U);
}

TEST(SrgbProfile, HasEveryTagThatADisplayNeedsInsideItself) {
    const base::Bytes profile = pdfgen::srgbProfile();
    std::string names;
    for (std::size_t i = 0; i < number(profile, 128); ++i) {
        const std::size_t entry = 132 + 12 * i;
        names += profile.substr(entry, 4) + ' ';
        EXPECT_EQ(number(profile, entry + 4) % 4, 0U);
        EXPECT_LE(number(profile, entry + 4) + number(profile, entry + 8), profile.size());
    }
    EXPECT_EQ(names, "desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC ");
}

/// ISO 15076-1 annex E: the three primaries together are the white of the connection space.
TEST(SrgbProfile, AddsItsPrimariesUpToWhite) {
    const base::Bytes profile = pdfgen::srgbProfile();
    const auto value = [&](std::size_t tag, std::size_t part) {
        return number(profile, number(profile, 132 + 12 * tag + 4) + 8 + 4 * part) / 65536.0;
    };
    for (std::size_t part = 0; part < 3; ++part)
        EXPECT_NEAR(value(4, part) + value(5, part) + value(6, part), value(2, part), 0.0005);
}

}  // namespace
