#include "server/workflow/search.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace workflow {
namespace {

TEST(Search, FindsWordsInAnyOrderWithoutCaseAndPolishMarks) {
    const Search search(" LODZ  zespol ");
    EXPECT_TRUE(search.finds({"Zespół", "w Łodzi, Łódź"}));
    EXPECT_TRUE(Search("Zespół").finds({"zespol"}));
    EXPECT_TRUE(Search("zespo\u0301l").finds({"ZESPÓŁ"}));  // the mark as a character of its own
    EXPECT_FALSE(search.finds({"Zespół"}));
    EXPECT_FALSE(Search("ab").finds({"a", "b"}));  // no word runs over two texts
}

TEST(Search, OfNothingFindsEverything) {
    EXPECT_TRUE(Search(" \t").isEmpty());
    EXPECT_TRUE(Search("").finds({}));
}

TEST(Search, RefusesWhatNobodyTypes) {
    EXPECT_NO_THROW(Search(std::string(200, 'a')));
    EXPECT_THROW(Search(std::string(201, 'a')), base::Error);
}

}  // namespace
}  // namespace workflow
