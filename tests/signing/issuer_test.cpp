#include "signing/issuer.h"

#include <gtest/gtest.h>

#include "signing/identity.h"
#include "signing/validate.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

TEST(DemonstrationIssuer, IssuesPeopleUnderItsOwnRoot) {
    const DemonstrationIssuer issuer(samples::noon());
    const auto named = issuer.issue({"Olga Machura (POKAZ)", "Olga", "Machura", ""});
    const auto hidden = issuer.issue({"Osoba pokazowa 7 (POKAZ)", "", "", "Osoba pokazowa 7"});
    EXPECT_EQ(named.certificate().name, "Olga Machura");
    EXPECT_EQ(hidden.certificate().name, "Osoba pokazowa 7");
    EXPECT_NE(named.certificate().issuer.find(kDemonstrationRootName), std::string::npos);
    EXPECT_TRUE(named.certificate().organisation.empty());
    EXPECT_NE(named.certificate().serial, hidden.certificate().serial);
    EXPECT_NO_THROW(checkMaySign(named, samples::noon()));
}

TEST(DemonstrationIssuer, GivesItsRootInTwoForms) {
    const DemonstrationIssuer issuer(samples::noon());
    TrustAnchors anchors;
    EXPECT_NO_THROW(anchors.add(issuer.rootDer()));
    EXPECT_NO_THROW(anchors.add(issuer.rootPem()));
    EXPECT_NE(issuer.rootDer(), DemonstrationIssuer(samples::noon()).rootDer());
}

}  // namespace
