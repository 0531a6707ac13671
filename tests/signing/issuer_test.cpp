#include "signing/issuer.h"

#include <gtest/gtest.h>

#include "pdfgen/appearance.h"
#include "signing/identity.h"
#include "signing/pades.h"
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

TEST(OwnSeal, SaysWhatItIs) {
    const auto seal = issueOwnSeal("Miejski Ośrodek Pomocy Społecznej w Knurowie", samples::noon());
    const CertificateInfo& info = seal.certificate();
    EXPECT_EQ(info.commonName, "Pieczęć urzędu (własna) – Akces");
    EXPECT_EQ(info.organisation, "Miejski Ośrodek Pomocy Społecznej w Knurowie");
    EXPECT_EQ(info.subject, info.issuer);
    EXPECT_EQ(info.notAfter - info.notBefore, std::chrono::years{10} + std::chrono::minutes{5});
    EXPECT_NO_THROW(checkMaySign(seal, samples::noon()));
    EXPECT_EQ(issueOwnSeal("", samples::noon()).certificate().organisation, "");
    EXPECT_EQ(issueOwnSeal(std::string(300, 'x'), samples::noon()).certificate().organisation,
              std::string(63, 'x') + "…");
}

TEST(OwnSeal, SignsWhatIsJudgedASealAndTrustedOnlyByItsOwnCertificate) {
    const auto seal = issueOwnSeal("Urząd", samples::noon() - std::chrono::hours(1));
    pdfgen::SignatureAppearances appearances;
    const base::Bytes made =
        sign(samples::bytesOf(samples::data() / "pdf/three-fields.pdf"), seal,
             {.field = "Lider", .signerName = seal.certificate().name, .at = samples::noon()}, appearances);
    TrustAnchors none, own;
    own.add(seal.certificateDer());
    const auto open = validate(made, {none, samples::noon()}), trusted = validate(made, {own, samples::noon()});
    EXPECT_EQ(open.verdict, FileIndication::indeterminate);
    EXPECT_EQ(trusted.verdict, FileIndication::totalPassed);
    EXPECT_EQ(trusted.signatures.at(0).kind, Kind::seal);
    EXPECT_FALSE(trusted.signatures.at(0).demonstration);
}

}  // namespace
