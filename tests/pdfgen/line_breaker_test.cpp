#include "pdfgen/line_breaker.h"

#include <gtest/gtest.h>

namespace {

using namespace pdfgen;

/// Words of these widths with spaces of 3 pt, lines may end behind each.
std::vector<BreakPoint> words(const std::vector<double>& widths) {
    std::vector<BreakPoint> points;
    double text = 0, space = 0;
    for (const double width : widths) {
        text += width;
        points.push_back({text, space, text, space + 3, 0, false});
        space += 3;
    }
    return points;
}

using Breaks = std::vector<std::size_t>;

TEST(LineBreaker, EndsWithTheParagraph) {
    LineGoal goal;
    goal.widthPt = 100;
    EXPECT_EQ(chooseBreaks(words({20, 20}), goal), Breaks{1});
}

TEST(LineBreaker, PrefersEvenLinesToAFullFirstOne) {
    // Greedy fills the first line (30+30+30+9=99) and leaves 60 alone on the second: far too loose.
    const auto points = words({30, 30, 30, 60, 90, 20});
    LineGoal goal;
    goal.widthPt = 100;
    goal.setting = Setting::ragged;
    goal.raggedStretchPt = 10;
    goal.tolerance = 100;
    const auto breaks = chooseBreaks(points, goal);
    ASSERT_TRUE(breaks);
    EXPECT_EQ(*breaks, (Breaks{1, 3, 4, 5}));
}

TEST(LineBreaker, GivesUpWithinItsTolerance) {
    LineGoal goal;
    goal.widthPt = 100;
    goal.tolerance = 1;
    EXPECT_FALSE(chooseBreaks(words({50, 80, 50, 80}), goal));  // a line of one word has no space to stretch
    goal.mustSucceed = true;
    const auto forced = chooseBreaks(words({50, 80, 50, 80}), goal);
    ASSERT_TRUE(forced);
    EXPECT_EQ(forced->back(), 3U);
}

TEST(LineBreaker, SetsAWordWiderThanTheLineOnALineOfItsOwnWhenItMust) {
    LineGoal goal;
    goal.widthPt = 100;
    goal.setting = Setting::ragged;
    goal.tolerance = 1e9;
    EXPECT_FALSE(chooseBreaks(words({50, 300, 50}), goal));
    goal.mustSucceed = true;
    EXPECT_EQ(chooseBreaks(words({50, 300, 50}), goal), (Breaks{0, 1, 2}));
}

TEST(LineBreaker, CountsTheFirstIndent) {
    LineGoal goal;
    goal.widthPt = 60;
    goal.setting = Setting::ragged;
    goal.tolerance = 1e9;
    EXPECT_EQ(chooseBreaks(words({27, 27}), goal), Breaks{1});
    goal.firstIndentPt = 20;
    EXPECT_EQ(chooseBreaks(words({27, 27}), goal), (Breaks{0, 1}));
}

TEST(LineBreaker, DividesWordsOnlyWhereItMay) {
    // One word of 90 that may end at 45 with a hyphen of 4.
    std::vector<BreakPoint> points{{40, 0, 40, 3, 0, false}, {89, 3, 85, 3, 60, true}, {130, 3, 130, 3, 0, false}};
    LineGoal goal;
    goal.widthPt = 93;
    goal.setting = Setting::ragged;
    goal.tolerance = 100;
    goal.raggedStretchPt = 10;
    EXPECT_EQ(chooseBreaks(points, goal), (Breaks{1, 2}));
    goal.dividesWords = false;
    EXPECT_EQ(chooseBreaks(points, goal), (Breaks{0, 2}));
}

TEST(LineBreaker, PaysAPenaltyOnlyWhereItIsWorthIt) {
    auto points = words({30, 30, 30, 30});
    points[1].penalty = 1e6;
    LineGoal goal;
    goal.widthPt = 66;
    goal.setting = Setting::ragged;
    goal.tolerance = 1e9;
    EXPECT_EQ(chooseBreaks(words({30, 30, 30, 30}), goal), (Breaks{1, 3}));
    EXPECT_EQ(chooseBreaks(points, goal), (Breaks{0, 2, 3}));
}

}  // namespace
