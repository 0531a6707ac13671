#include "server/service/trust_folder.h"

#include <gtest/gtest.h>

#include "signing/issuer.h"
#include "tests/support/temporary_folder.h"

namespace service {
namespace {

TEST(TrustFolder, ReadsCertificatesAgainWhenSomethingChanged) {
    const support::TemporaryFolder folder;
    std::vector<std::string> told;
    TrustFolder trust(folder.path(), [&](const base::Message& message) { told.push_back(base::text(message)); });
    EXPECT_TRUE(trust.anchors().empty());
    EXPECT_FALSE(trust.refresh());
    const signing::DemonstrationIssuer issuer(*base::parseInstant("2026-11-25T12:00:00Z"));
    folder.write("urzad.crt", issuer.rootPem());
    folder.write("notes.txt", "no certificate");
    EXPECT_TRUE(trust.refresh());
    EXPECT_EQ(trust.anchors(), std::vector<base::Bytes>{issuer.rootPem()});
    EXPECT_FALSE(trust.refresh());
    folder.write("bad.pem", "nonsense");
    EXPECT_TRUE(trust.refresh());
    EXPECT_EQ(trust.anchors().size(), 1U);
    EXPECT_EQ(told,
              std::vector<std::string>{"Pliku certyfikatu bad.pem nie można odczytać; nie jest brany pod uwagę."});
    std::filesystem::remove(folder / "urzad.crt");
    EXPECT_TRUE(trust.refresh());
    EXPECT_TRUE(trust.anchors().empty());
}

TEST(TrustFolder, TellsOnceThatThereIsNoFolder) {
    const support::TemporaryFolder folder;
    std::vector<std::string> told;
    TrustFolder trust(folder / "trust", [&](const base::Message& message) { told.push_back(message.key); });
    EXPECT_EQ(told, std::vector<std::string>{"service.no_trust"});
    EXPECT_TRUE(trust.anchors().empty());
    EXPECT_FALSE(trust.refresh());
    EXPECT_EQ(told.size(), 1U);
    std::filesystem::create_directory(folder / "trust");
    trust.refresh();
    std::filesystem::remove(folder / "trust");
    trust.refresh();
    EXPECT_EQ(told.size(), 2U);
}

}  // namespace
}  // namespace service
