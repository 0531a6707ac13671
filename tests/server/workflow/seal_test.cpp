#include "server/workflow/seal.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;
using domain::Grade;
using domain::Method;
using domain::Signer;

struct SealTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    Signer partner = support::Documents::partnerOf(issued);

    domain::Signing sign() {
        return office.sealing.signHere(office.partner, partner.id, " Jan Nowak ", Consent::given);
    }
    std::size_t intents() {
        const auto told = office.told();
        return static_cast<std::size_t>(std::count(told.begin(), told.end(), "seal.intent"));
    }
    signing::FileVerdict verdictOfHead(const domain::Signing& signing) {
        return office.reader.validate(office.files.get(signing.document.headSha256), {}, office.now);
    }
};

TEST_F(SealTest, SealsATypedNameOntoTheHeadAsAttended) {
    const domain::Signing now = sign();
    const Signer& one = domain::signerOf(now, partner.id);
    EXPECT_EQ(one.grade, Grade::attended);
    EXPECT_EQ(one.method, Method::here);
    EXPECT_EQ(one.signedName, "Jan Nowak");
    EXPECT_EQ(now.document.state, DocumentState::partlySigned);
    const base::Bytes head = office.files.get(now.document.headSha256);
    EXPECT_TRUE(head.starts_with(office.files.get(issued.document.issuedSha256)));
    const auto verdict = verdictOfHead(now);
    ASSERT_EQ(verdict.signatures.size(), 1U);
    EXPECT_EQ(verdict.signatures[0].integrity, signing::Integrity::intact);
    EXPECT_EQ(verdict.signatures[0].field, partner.field);
    EXPECT_EQ(office.rows.uploadsOf(now.document.id).size(), 1U);
}

TEST_F(SealTest, RecordsIntentBeforeTheKeyIsUsed) {
    sign();
    const auto told = office.told();
    const auto intent = std::find(told.begin(), told.end(), "seal.intent");
    const auto done = std::find(told.begin(), told.end(), "seal.done");
    EXPECT_LT(intent, done);
    EXPECT_EQ(intents(), static_cast<std::size_t>(office.key.uses));
}

TEST_F(SealTest, WantsNameAndConsent) {
    EXPECT_EQ(support::faultsOf([&] { office.sealing.signHere(office.partner, partner.id, " ", Consent::missing); }),
              (std::vector<std::string>{"/name seal.name_wanted", "/consent seal.consent_wanted"}));
    EXPECT_EQ(office.key.uses, 0);
}

TEST_F(SealTest, IsNoWayRoundAPinnedCertificate) {
    office.actions.pin(office.clerk, partner.id, std::string(64, 'a'));
    EXPECT_EQ(support::failureOf([&] { sign(); }), "signer.pinned");
    EXPECT_EQ(office.key.uses, 0);
    office.actions.pin(office.clerk, partner.id, "");
    EXPECT_NO_THROW(sign());
}

TEST_F(SealTest, KeepsNameAndConsentWhenTheKeyFailsAndTriesAgain) {
    office.key.isLost = true;
    EXPECT_EQ(support::failureOf([&] { sign(); }), "seal.failed");
    domain::Signing now = *office.rows.signing(issued.document.id);
    EXPECT_EQ(now.document.state, DocumentState::sealingFailed);
    EXPECT_EQ(now.document.headSha256, issued.document.issuedSha256);
    EXPECT_THROW(office.sealing.retry(office.clerk, issued.document.id), base::Error);
    office.key.isLost = false;
    now = office.sealing.retry(office.clerk, issued.document.id);
    EXPECT_EQ(now.document.state, DocumentState::partlySigned);
    EXPECT_EQ(domain::signerOf(now, partner.id).signedName, "Jan Nowak");
    EXPECT_EQ(support::codeOf([&] { office.sealing.retry(office.clerk, issued.document.id); }), ErrorCode::conflict);
    EXPECT_EQ(intents(), static_cast<std::size_t>(office.key.uses));
}

TEST_F(SealTest, LetsTheSignerSignInAnotherWayAfterAFailure) {
    office.key.isLost = true;
    EXPECT_THROW(sign(), base::Error);
    EXPECT_EQ(office.sealing.giveUp(office.clerk, partner.id).document.state, DocumentState::sent);
    EXPECT_NO_THROW(office.receive(partner, office.signedHead(issued, partner)));
}

TEST_F(SealTest, SealsTheNewHeadWhenItMovedMeanwhile) {
    const domain::Signing joint = [&] {
        office.now += std::chrono::minutes(1);
        return office.issuedJoint();
    }();
    const Signer first = joint.signers[0], second = joint.signers[1];
    const base::Bytes file = office.signedHead(joint, second);
    bool isMoved = false;
    office.reader.beforePrepare = [&] {
        if (isMoved) return;
        isMoved = true;
        domain::Signing moved = *office.rows.signing(joint.document.id);
        const std::int64_t before = moved.document.version;
        moved = domain::signedBy(moved, second.id, {Method::ownTool, Grade::complete, "x", office.files.put(file)},
                                 office.now);
        office.rows.saveSigning(moved, before);
    };
    const auto now = office.sealing.signHere(office.partner, first.id, "Jan Nowak", Consent::given);
    EXPECT_TRUE(office.files.get(now.document.headSha256).starts_with(file));
    EXPECT_EQ(intents(), 2U);
    EXPECT_EQ(verdictOfHead(now).signatures.size(), 2U);
}

TEST_F(SealTest, AcceptsOntoTheHeadOnceSomebodyHasSigned) {
    EXPECT_EQ(support::failureOf([&] { office.sealing.accept(office.clerk, issued.document.id, ""); }),
              "document.nothing_to_accept");
    const auto signedOne = office.receive(partner, office.signedHead(issued, partner)).signing;
    const auto now = office.sealing.accept(office.clerk, issued.document.id, "");
    EXPECT_EQ(now.document.state, DocumentState::complete);
    EXPECT_EQ(domain::leaderOf(now)->method, Method::officeSeal);
    EXPECT_EQ(domain::signerOf(now, partner.id).grade, Grade::complete);
    EXPECT_TRUE(office.files.get(now.document.headSha256).starts_with(office.files.get(signedOne.document.headSha256)));
    const auto verdict = verdictOfHead(now);
    ASSERT_EQ(verdict.signatures.size(), 2U);
    for (const auto& one : verdict.signatures) {
        EXPECT_EQ(one.integrity, signing::Integrity::intact);
        EXPECT_NE(one.changesAfter, signing::Changes::disallowed);
    }
}

TEST_F(SealTest, AcceptsOntoTheCounterpartThatTheClerkNames) {
    office.now += std::chrono::minutes(1);
    const domain::Signing joint = office.issuedJoint();
    const base::Bytes second = office.signedHead(joint, joint.signers[1]);
    office.receive(joint.signers[0], office.signedHead(joint, joint.signers[0]));
    const Receipt other = office.receive(joint.signers[1], second);
    ASSERT_EQ(other.upload.kind, domain::UploadKind::counterpart);
    EXPECT_EQ(support::codeOf([&] { office.sealing.accept(office.clerk, joint.document.id, "nie ma"); }),
              ErrorCode::notFound);
    office.key.isLost = true;  // the retry would not know of the counterpart: the clerk names it again
    EXPECT_EQ(support::failureOf([&] { office.sealing.accept(office.clerk, joint.document.id, other.upload.id); }),
              "seal.not_made");
    EXPECT_EQ(office.rows.signing(joint.document.id), other.signing);
    EXPECT_EQ(office.told().back(), "seal.fail");
    office.key.isLost = false;
    const auto now = office.sealing.accept(office.clerk, joint.document.id, other.upload.id);
    EXPECT_EQ(now.document.headSha256, other.signing.document.headSha256);
    const auto uploads = office.rows.uploadsOf(joint.document.id);
    EXPECT_EQ(uploads.back().kind, domain::UploadKind::counterpart);
    EXPECT_TRUE(office.files.get(uploads.back().sha256).starts_with(second));
}

TEST_F(SealTest, UsesNoKeyWithoutAnOpenSigner) {
    office.actions.decline(office.partner, partner.id, "nie chcę");
    EXPECT_EQ(support::codeOf([&] { sign(); }), ErrorCode::conflict);
    EXPECT_EQ(office.key.uses, 0);
}

TEST_F(SealTest, OfRacersForOneSignatureExactlyOneWins) {
    std::atomic<int> won = 0, lost = 0;
    std::vector<std::thread> racers;
    for (int i = 0; i < 8; ++i)
        racers.emplace_back([&] {
            try {
                sign();
                ++won;
            } catch (const base::Error& error) {
                if (error.code() == ErrorCode::conflict) ++lost;
            }
        });
    for (std::thread& one : racers) one.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, 7);
}

TEST_F(SealTest, AcceptsOnlyTheVersionThatWasSeen) {
    const std::string& id = issued.document.id;
    const std::int64_t seen = office.receive(partner, office.signedHead(issued, partner)).signing.document.version;
    EXPECT_EQ(support::failureOf([&] { office.sealing.accept(office.clerk, id, "", seen - 1); }), "etag.changed");
    EXPECT_EQ(office.key.uses, 0);
    bool isMoved = false;
    office.reader.beforePrepare = [&] {  // somebody changes it while the seal is being prepared
        if (std::exchange(isMoved, true)) return;
        domain::Signing moved = *office.rows.signing(id);
        moved.document.version = seen + 1;
        office.rows.saveSigning(moved, seen);
    };
    EXPECT_EQ(support::failureOf([&] { office.sealing.accept(office.clerk, id, "", seen); }), "etag.changed");
    EXPECT_EQ(office.sealing.accept(office.clerk, id, "", seen + 1).document.state, DocumentState::complete);
}

TEST_F(SealTest, RetriesOnlyTheVersionThatWasSeen) {
    office.key.isLost = true;
    EXPECT_THROW(sign(), base::Error);
    office.key.isLost = false;
    const std::string& id = issued.document.id;
    const std::int64_t seen = office.rows.signing(id)->document.version;
    EXPECT_EQ(support::failureOf([&] { office.sealing.retry(office.clerk, id, seen + 1); }), "etag.changed");
    EXPECT_EQ(office.sealing.retry(office.clerk, id, seen).document.state, DocumentState::partlySigned);
}

}  // namespace
}  // namespace workflow
