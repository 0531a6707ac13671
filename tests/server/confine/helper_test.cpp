#include "server/confine/helper.h"

#include <gtest/gtest.h>

#include "server/confine/protocol.h"
#include "server/process/child.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"

namespace {

TEST(Helper, AnswersInTheProtocol) {
    process::Child helper(confine::kHelper, "");
    const base::Bytes pdf = samples::bytesOf(samples::data() / "pdf/three-fields.pdf");
    const auto answer = helper.ask({confine::encoded({.operation = confine::Operation::inspect}), pdf});
    ASSERT_TRUE(answer);
    EXPECT_EQ(confine::decodedInspection(*answer).fields.size(), 3U);
}

TEST(Helper, RefusesWhatIsNoQuestionAndLivesOn) {
    process::Child helper(confine::kHelper, "");
    EXPECT_EQ(support::failureOf([&] { helper.ask({"?"}); }), "process.malformed");
    EXPECT_EQ(support::failureOf([&] { helper.ask({confine::encoded(confine::Question{}), "x"}); }), "pdf.not_pdf");
}

}  // namespace
