#include "server/keys/signer.h"

#include <gtest/gtest.h>

#include "server/keys/protocol.h"
#include "server/process/child.h"
#include "signing/digest.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace {

class Signer : public testing::Test {
protected:
    base::Instant now_ = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    support::TemporaryFolder folder_{};
    keys::Start start_{{folder_ / "office.pem", {}, {}, {}, "Urząd"}, keys::WhenMissing::make, now_};
};

TEST_F(Signer, GreetsWithItsCertificateAndNeverWithItsKey) {
    process::Child signer(keys::kSigner, keys::encoded(start_));
    EXPECT_EQ(keys::decodedCertificate(signer.greeting()).info.organisation, "Urząd");
    const auto cms = signer.ask({keys::encoded(keys::Question{keys::Order::sign, signing::sha256("x")})});
    ASSERT_TRUE(cms);
    EXPECT_EQ(cms->front(), '\x30');
    EXPECT_EQ(signer.ask({keys::encoded(keys::Question{})}), "") << "a probe's signature stays inside";
}

TEST_F(Signer, RefusesWhatIsNoQuestionAndLivesOn) {
    process::Child signer(keys::kSigner, keys::encoded(start_));
    EXPECT_EQ(support::failureOf([&] { signer.ask({"?"}); }), "process.malformed");
    EXPECT_EQ(signer.ask({keys::encoded(keys::Question{})}), "");
}

TEST_F(Signer, DoesNotSignWithACertificateThatHasEnded) {
    start_.now = now_ - std::chrono::years{11};
    process::Child signer(keys::kSigner, keys::encoded(start_));
    EXPECT_EQ(support::codeOf([&] { signer.ask({keys::encoded(keys::Question{})}); }), base::ErrorCode::refused);
}

TEST_F(Signer, DoesNotStartWithoutKnowingHow) {
    EXPECT_EQ(support::failureOf([] { process::Child(keys::kSigner, "?"); }), "process.malformed");
}

}  // namespace
