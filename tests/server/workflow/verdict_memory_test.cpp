#include "server/workflow/verdict_memory.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace workflow {
namespace {

struct VerdictMemoryTest : testing::Test {
    const base::Instant noon = *base::parseInstant("2026-11-26T12:00:00Z");
    std::vector<base::Bytes> anchors{"A", "B"};
    VerdictMemory memory{};
    int judged = 0;

    void ask(const std::string& sha256, std::chrono::seconds later = {}) {
        static_cast<void>(memory.of(sha256, anchors, noon + later, [this] {
            ++judged;
            return signing::FileVerdict{};
        }));
    }
};

TEST_F(VerdictMemoryTest, KnowsAFileForAMinute) {
    ask("a");
    ask("a", std::chrono::seconds(59));
    EXPECT_EQ(judged, 1);
    ask("a", std::chrono::seconds(60));
    EXPECT_EQ(judged, 2);
    ask("a", std::chrono::seconds(119));
    EXPECT_EQ(judged, 2);
    ask("a", std::chrono::seconds(-1));  // the clock went back
    EXPECT_EQ(judged, 3);
}

TEST_F(VerdictMemoryTest, JudgesAnotherFileAndUnderOtherAnchors) {
    ask("a");
    ask("b");
    EXPECT_EQ(judged, 2);
    anchors = {"A"};
    ask("a");
    anchors = {"AB"};
    ask("a");
    EXPECT_EQ(judged, 4);
}

TEST_F(VerdictMemoryTest, ForgetsWhenThereAreTooMany) {
    for (std::size_t i = 0; i <= VerdictMemory::most; ++i) ask(std::to_string(i));
    judged = 0;
    ask(std::to_string(VerdictMemory::most));
    EXPECT_EQ(judged, 0);
    ask("0");
    EXPECT_EQ(judged, 1);
}

TEST_F(VerdictMemoryTest, KeepsNothingOfWhatFailed) {
    const auto fails = []() -> signing::FileVerdict { throw std::runtime_error("cut"); };
    EXPECT_THROW(memory.of("a", anchors, noon, fails), std::runtime_error);
    ask("a");
    EXPECT_EQ(judged, 1);
}

}  // namespace
}  // namespace workflow
