#include "pdfgen/paragraph_cache.h"

#include <gtest/gtest.h>

#include "pdfgen/hyphenation.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

class ParagraphCacheTest : public ::testing::Test {
protected:
    Typeface typeface_{tools::kFonts};
    Hyphenator hyphenator_{tools::kHyphenation};
    ParagraphCache cache_{typeface_, hyphenator_};
    ParagraphShape shape_{120, 11, templates::Align::justify, 0, true};
};

TEST_F(ParagraphCacheTest, GivesWhatBreakingGives) {
    const templates::Inline text{{"Celem współpracy jest skoordynowane wspieranie osób i rodzin."}};
    const auto broken = breakParagraph(text, shape_, typeface_, hyphenator_);
    const auto& kept = cache_.lines(text, shape_);
    ASSERT_EQ(kept.size(), broken.size());
    for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i].width, broken[i].width);
}

TEST_F(ParagraphCacheTest, KeepsAParagraphAndTellsApartWhatDiffers) {
    const auto* first = &cache_.lines({{"tekst"}}, shape_);
    EXPECT_EQ(&cache_.lines({{"tekst"}}, shape_), first);
    EXPECT_NE(&cache_.lines({{"tekst", true}}, shape_), first);
    ParagraphShape ragged = shape_;
    ragged.align = templates::Align::left;
    EXPECT_NE(&cache_.lines({{"tekst"}}, ragged), first);
    EXPECT_NE(&cache_.lines({{"te"}, {"kst"}}, shape_), first);
    EXPECT_EQ(cache_.size(), 4U);
    cache_.clear();
    EXPECT_EQ(cache_.size(), 0U);
}

}  // namespace
