#include "templates/polish.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

using namespace templates::polish;

TEST(DateText, UsesTheGenitiveOfTheMonth) {
    using namespace std::chrono;
    EXPECT_EQ(dateText(2019y / November / 27), "27 listopada 2019 r.");
    EXPECT_EQ(dateText(2020y / January / 1), "1 stycznia 2020 r.");
    EXPECT_EQ(dateText(2024y / October / 9), "9 października 2024 r.");
}

TEST(Compare, OrdersByThePolishAlphabet) {
    std::vector<std::string> names{"Żory",    "Zabrze",  "Łódź",        "Lublin", "źrebak",
                                   "Ćmielów", "Cieszyn", "Ciechocinek", "ósmy",   "ostatni"};
    std::sort(names.begin(), names.end(), [](const auto& left, const auto& right) { return compare(left, right) < 0; });
    EXPECT_EQ(names, (std::vector<std::string>{"Ciechocinek", "Cieszyn", "Ćmielów", "Lublin", "Łódź", "ostatni", "ósmy",
                                               "Zabrze", "źrebak", "Żory"}));
}

TEST(Compare, OrdersNumbersByValue) {
    EXPECT_LT(compare("Szkoła nr 2", "Szkoła nr 10"), 0);
    EXPECT_GT(compare("Szkoła nr 12", "Szkoła nr 3 w Będzinie"), 0);
    EXPECT_LT(compare("nr 99999999999999999998", "nr 99999999999999999999"), 0);
}

TEST(Compare, IsATotalOrder) {
    const std::vector<std::string> all{"", "a", "A", "ą", "a1", "a01", "a 1", "1", "01", "b", "Ab", "aB"};
    for (const auto& left : all)
        for (const auto& right : all) {
            EXPECT_EQ(compare(left, right) == 0, left == right) << left << '/' << right;
            EXPECT_EQ(compare(left, right) < 0, compare(right, left) > 0) << left << '/' << right;
        }
}

}  // namespace
