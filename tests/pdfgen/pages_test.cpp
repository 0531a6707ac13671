#include "pdfgen/pages.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "pdfgen/hyphenation.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

class Pages : public ::testing::Test {
protected:
    Strip strip(double height, bool mayBreakBefore = true) {
        Strip made;
        made.height = height;
        made.mayBreakBefore = mayBreakBefore;
        made.draw = [this, number = count_++](Canvas& canvas, double top) {
            places_.resize(std::max(places_.size(), static_cast<std::size_t>(canvas.page()) + 1));
            places_[static_cast<std::size_t>(canvas.page())] +=
                std::to_string(number) + '@' + std::to_string(std::lround(top)) + ' ';
        };
        return made;
    }
    /// What was drawn on each page: "number@top".
    std::vector<std::string> filled(const std::vector<Strip>& strips) {
        places_.clear();
        const auto pages = fillPages(strips, shape_, fonts_, tags_);
        places_.resize(pages.size());
        return places_;
    }
    using Drawn = std::vector<std::string>;

    PageShape shape_{200, 120, 10, 10, 10, 10};  // 100 pt of text
    Typeface typeface_{tools::kFonts};
    FontUse fonts_{typeface_};
    TagTree tags_{"pl-PL"};
    std::vector<std::string> places_{};
    int count_ = 0;
};

TEST_F(Pages, FillFromTheTopAndGoOn) {
    EXPECT_EQ(filled({strip(60), strip(40), strip(30)}), (Drawn{"0@110 1@50 ", "2@110 "}));
}

TEST_F(Pages, LeaveOutTheSpaceAtTheHeadOfAPage) {
    std::vector<Strip> strips{strip(60), strip(40)};
    strips[0].before = 20;
    strips[1].before = 5;
    EXPECT_EQ(filled(strips), (Drawn{"0@110 ", "1@110 "}));
}

TEST_F(Pages, KeepTogetherWhatBelongsTogether) {
    EXPECT_EQ(filled({strip(70), strip(20), strip(20, false)}), (Drawn{"0@110 ", "1@110 2@90 "}));
}

TEST_F(Pages, GiveUpAChainLongerThanHalfAPage) {
    EXPECT_EQ(filled({strip(30), strip(30), strip(30, false), strip(30, false)}),
              (Drawn{"0@110 1@80 2@50 ", "3@110 "}));
}

TEST_F(Pages, BreakWhereTheyAreTold) {
    std::vector<Strip> strips{strip(10), strip(10), strip(10)};
    strips[0].startsPage = true;  // nothing to leave
    strips[1].startsPage = true;
    EXPECT_EQ(filled(strips), (Drawn{"0@110 ", "1@110 2@100 "}));
}

TEST_F(Pages, RepeatAHeadOnEachFurtherPage) {
    int heads = 0;
    auto head = std::make_shared<RepeatedHead>();
    head->height = 15;
    head->draw = [&](Canvas&, double top) {
        ++heads;
        EXPECT_EQ(top, 110);
    };
    std::vector<Strip> strips{strip(15)};
    for (int i = 0; i < 6; ++i) {
        strips.push_back(strip(40));
        strips.back().head = head;
    }
    EXPECT_EQ(filled(strips), (Drawn{"0@110 1@95 2@55 ", "3@95 4@55 ", "5@95 6@55 "}));
    EXPECT_EQ(heads, 2);
}

TEST_F(Pages, RefuseAStripHigherThanAPage) {
    EXPECT_EQ(filled({strip(100)}).size(), 1U);
    EXPECT_THROW(filled({strip(100.1)}), base::Error);
    auto head = std::make_shared<RepeatedHead>();
    head->height = 30;
    head->draw = [](Canvas&, double) {};
    std::vector<Strip> strips{strip(80), strip(80)};
    strips[1].head = head;
    EXPECT_THROW(filled(strips), base::Error);
}

TEST_F(Pages, AreOneForNoStrips) { EXPECT_EQ(filled({}), Drawn{""}); }

TEST_F(Pages, CarryTheirNumberAndTheDocumentsInTheirFooters) {
    const Hyphenator hyphenator(tools::kHyphenation);
    auto pages = fillPages({strip(80), strip(80)}, shape_, fonts_, tags_);
    drawFooters(pages, "Id", shape_, typeface_, hyphenator);
    for (Canvas& page : pages) {
        const std::string content = page.finish();
        EXPECT_EQ(tools::countOf(content, "/Subtype /Footer"), 2U);
        EXPECT_EQ(tools::countOf(content, "/MCID"), 0U);  // artifacts only
    }
}

}  // namespace
