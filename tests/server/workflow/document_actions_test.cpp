#include "server/workflow/document_actions.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;
using domain::SignerState;

struct DocumentActionsTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    domain::Signer partner = support::Documents::partnerOf(issued);
    std::string id = issued.document.id;
};

TEST_F(DocumentActionsTest, LeadTheirWayEachWithItsEvent) {
    EXPECT_EQ(office.actions.send(office.clerk, id).document.state, DocumentState::sent);
    EXPECT_EQ(office.actions.open(office.partner, partner.id).document.state, DocumentState::sent);
    const auto declined = office.actions.decline(office.partner, partner.id, "  brak zgody  ");
    EXPECT_EQ(declined.document.state, DocumentState::declined);
    EXPECT_EQ(domain::signerOf(declined, partner.id).declineReason, "brak zgody");
    EXPECT_EQ(office.actions.makeVoid(office.clerk, id, "od nowa").document.state, DocumentState::voided);
    const auto told = office.told();
    const std::vector<std::string> last(told.end() - 4, told.end());
    EXPECT_EQ(last, (std::vector<std::string>{"document.send", "signer.open", "signer.decline", "document.void"}));
}

TEST_F(DocumentActionsTest, OpeningAgainChangesNothing) {
    const auto first = office.actions.open(office.partner, partner.id);
    const std::size_t events = office.told().size();
    EXPECT_EQ(office.actions.open(office.partner, partner.id), first);
    EXPECT_EQ(office.told().size(), events);
}

TEST_F(DocumentActionsTest, ExpireWithWhoHasNotSigned) {
    const auto now = office.actions.expire(office.clerk, id);
    EXPECT_EQ(now.document.state, DocumentState::expired);
    EXPECT_EQ(domain::signerOf(now, partner.id).state, SignerState::expired);
}

TEST_F(DocumentActionsTest, CloseAJointDocumentWithTheMissingNamed) {
    office.now += std::chrono::minutes(1);
    const auto joint = office.issuedJoint();
    EXPECT_EQ(support::codeOf([&] { office.actions.close(office.clerk, joint.document.id, "x"); }),
              ErrorCode::conflict);
    office.receive(joint.signers[0], office.signedHead(joint, joint.signers[0]));
    const auto now = office.actions.close(office.clerk, joint.document.id, "reszta nie przyszła");
    EXPECT_EQ(now.document.state, DocumentState::complete);
    EXPECT_EQ(domain::missing(now).size(), joint.signers.size() - 1);
}

TEST_F(DocumentActionsTest, PinACertificateAndLetItGo) {
    const auto pinned = office.actions.pin(office.clerk, partner.id, std::string(64, 'A'));
    EXPECT_EQ(domain::signerOf(pinned, partner.id).pinnedCertificate, std::string(64, 'a'));
    EXPECT_EQ(support::failureOf([&] { office.receive(partner, office.signedHead(issued, partner)); }),
              "signer.mismatch");
    for (const char* wrong : {"ab", "xy"})
        EXPECT_EQ(support::codeOf([&] { office.actions.pin(office.clerk, partner.id, wrong); }), ErrorCode::data);
    office.actions.pin(office.clerk, partner.id, "");
    EXPECT_NO_THROW(office.receive(partner, office.signedHead(issued, partner)));
}

TEST_F(DocumentActionsTest, WantAReasonAndTheExpectedVersion) {
    for (const std::string& reason : {std::string(" "), std::string(2001, 'x'), std::string("\xFF")})
        EXPECT_EQ(support::codeOf([&] { office.actions.makeVoid(office.clerk, id, reason); }), ErrorCode::data);
    EXPECT_EQ(support::failureOf([&] { office.actions.send(office.clerk, id, issued.document.version + 1); }),
              "document.changed");
    EXPECT_NO_THROW(office.actions.send(office.clerk, id, issued.document.version));
    EXPECT_EQ(support::codeOf([&] { office.actions.send(office.clerk, "nie ma"); }), ErrorCode::notFound);
    EXPECT_EQ(support::codeOf([&] { office.actions.issue(office.clerk, id); }), ErrorCode::conflict);
}

TEST_F(DocumentActionsTest, IssueEveryDraftOfAMeetingAndTellWhichCouldNot) {
    office.now += std::chrono::minutes(1);
    DraftWish wish{office.meeting, office.office, {}, office.demonstration};
    wish.meeting.id = "drugie";
    const auto drafts = office.drafting.draft(office.clerk, wish);
    const std::string lost = drafts.back().document.id;
    DocumentParts parts = office.parts;
    bool isMoved = false;
    parts.now = [&] {  // somebody makes one void when the first is about to be issued
        if (!std::exchange(isMoved, true)) office.actions.makeVoid(office.clerk, lost, "pomyłka");
        return office.now;
    };
    DocumentActions actions(parts);
    const IssuedDrafts all = actions.issueDrafts(office.clerk, wish.meeting.id);
    EXPECT_EQ(all.issued.size(), drafts.size() - 1);
    ASSERT_EQ(all.failed.size(), 1U);
    EXPECT_EQ(all.failed[0].documentId, lost);
    EXPECT_EQ(all.failed[0].why.key, "document.changed");
    for (const domain::Signing& one : all.issued) EXPECT_EQ(one.document.state, DocumentState::issued);
    EXPECT_TRUE(actions.issueDrafts(office.clerk, wish.meeting.id).issued.empty());
}

}  // namespace
}  // namespace workflow
