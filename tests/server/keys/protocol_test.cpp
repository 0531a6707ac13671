#include "server/keys/protocol.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace {

using namespace keys;

const workflow::OfficeCertificate kCertificate{
    "DER",
    {"CN=a", "CN=b", "a", "c", "o", "01", base::Instant{std::chrono::seconds{1}},
     base::Instant{std::chrono::seconds{2}}},
    true,
    true};

TEST(KeysProtocol, CarriesEverythingWhole) {
    const Start start{{"f", "p", "k", "w", "Urząd"}, WhenMissing::fail, base::Instant{std::chrono::seconds{-1}}};
    const Start gotStart = decodedStart(encoded(start));
    EXPECT_EQ(gotStart.settings, start.settings);
    EXPECT_EQ(gotStart.whenMissing, start.whenMissing);
    EXPECT_EQ(gotStart.now, start.now);
    const Question question = decodedQuestion(encoded(Question{Order::sign, "digest"}));
    EXPECT_EQ(question.order, Order::sign);
    EXPECT_EQ(question.digest, "digest");
    const auto certificate = decodedCertificate(encoded(kCertificate));
    EXPECT_EQ(certificate.der, kCertificate.der);
    EXPECT_EQ(certificate.info, kCertificate.info);
    EXPECT_TRUE(certificate.isOwn && certificate.hasPassphrase);
}

TEST(KeysProtocol, RefusesEveryCutAndEveryAddition) {
    const base::Bytes whole = encoded(kCertificate);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(support::failureOf([&] { decodedCertificate(whole.substr(0, length)); }), "process.malformed");
    EXPECT_EQ(support::failureOf([&] { decodedCertificate(whole + "x"); }), "process.malformed");
}

}  // namespace
