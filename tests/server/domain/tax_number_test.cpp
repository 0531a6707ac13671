#include "server/domain/tax_number.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(TaxNumber, HasTenDigitsAndTheRightCheckDigit) {
    // The first is the National Bank of Poland's.
    for (const char* good : {"5250008198", "525-000-81-98", "525 00 08 198", "1234563218", "1132316427"})
        EXPECT_TRUE(isTaxNumber(good)) << good;
    for (const char* bad : {"", "-", "525000819", "52500081980", "5250008199", "525000819X", "PL5250008198",
                            "525/000/81/98", "ten digits", "6310000000"})
        EXPECT_FALSE(isTaxNumber(bad)) << bad;
}

TEST(TaxNumber, SeesEveryDigitThatIsAnother) {
    const std::string good = "5250008198";
    for (std::size_t i = 0; i < good.size(); ++i)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string other = good;
            other[i] = digit;
            EXPECT_EQ(isTaxNumber(other), digit == good[i]) << other;
        }
}

}  // namespace
}  // namespace domain
