#include "server/domain/slug.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(Slug, KeepsPlainLettersAndDigits) {
    EXPECT_EQ(slug("Sąd Rejonowy w Gliwicach"), "sad-rejonowy-w-gliwicach");
    EXPECT_EQ(slug("ZAŻÓŁĆ GĘŚLĄ JAŹŃ"), "zazolc-gesla-jazn");
    EXPECT_EQ(slug("  Szkoła nr 2 – „Oddziały” (Knurów)!"), "szkola-nr-2-oddzialy-knurow");
}

TEST(Slug, IsNeverEmptyAndNeverAPath) {
    EXPECT_EQ(slug(""), "x");
    EXPECT_EQ(slug("…"), "x");
    EXPECT_EQ(slug("../../etc"), "etc");
}

TEST(Slug, CutsBehindAWholeWord) {
    EXPECT_EQ(slug("Miejski Ośrodek Pomocy", 18), "miejski-osrodek");
    EXPECT_EQ(slug("Miejski Ośrodek Pomocy", 15), "miejski-osrodek");
    EXPECT_EQ(slug("a bbbbbbbbbbbbbbbbbbbb", 10), "a-bbbbbbbb");
    EXPECT_LE(slug(std::string(500, 'k')).size(), 60U);
}

}  // namespace
}  // namespace domain
