#include "server/limits.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "tests/support/source.h"

namespace limits {
namespace {

/// The rows of docs/limits.md: "| name | value | unit | sentence |".
std::vector<std::string> rowsOfPage() {
    std::istringstream page(base::readFile(support::source("docs/limits.md"), 1'000'000));
    std::vector<std::string> rows;
    for (std::string line; std::getline(page, line);)
        if (line.starts_with("| `")) rows.push_back(line);
    return rows;
}

std::string rowOf(const Limit& limit) {
    return "| `" + std::string(limit.name) + "` | " + std::to_string(limit.value) + " | " + std::string(limit.unit) +
           " | " + std::string(limit.sentence) + " |";
}

TEST(Limits, StandOnTheirPageAsTheCodeHasThem) {
    std::vector<std::string> expected;
    for (const Limit& limit : kAll) expected.push_back(rowOf(limit));
    EXPECT_EQ(rowsOfPage(), expected);
}

TEST(Limits, HaveANameOfTheirOwnAndASentence) {
    std::set<std::string_view> names;
    for (const Limit& limit : kAll) {
        EXPECT_TRUE(names.insert(limit.name).second) << limit.name;
        EXPECT_TRUE(limit.sentence.ends_with('.')) << limit.name;
        EXPECT_GT(limit.value, 0U) << limit.name;
    }
}

TEST(Limits, KeepLinesShortOfWherePocoEndsAHead) {
    EXPECT_LT(kFieldLine.value, 4092U);
    EXPECT_LT(kTarget.value + sizeof "OPTIONS  HTTP/1.1", kFieldLine.value);
}

}  // namespace
}  // namespace limits
