#include "server/workflow/archive_signing.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;

struct ArchiveSigningTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    domain::Signer partner = support::Documents::partnerOf(issued);
};

TEST_F(ArchiveSigningTest, MakesARecordOfTheHeadWithItsSignatures) {
    office.receive(partner, office.signedHead(issued, partner));
    const auto accepted = office.sealing.accept(office.clerk, issued.document.id, "");
    const Archived done = office.archiving.archive(office.clerk, issued.document.id);
    EXPECT_EQ(done.signing.document.state, DocumentState::archived);
    ASSERT_EQ(done.records.size(), 1U);
    EXPECT_EQ(done.records[0].sha256, accepted.document.headSha256);
    EXPECT_EQ(done.records[0].documentId, issued.document.id);
    EXPECT_EQ(done.records[0].signatures.size(), 2U);
    EXPECT_TRUE(done.records[0].signatures[0].demonstration);
    EXPECT_EQ(office.rows.records(), done.records);
    EXPECT_EQ(support::codeOf([&] { office.archiving.archive(office.clerk, issued.document.id); }),
              ErrorCode::conflict);
}

TEST_F(ArchiveSigningTest, KeepsCounterpartsAndScansBesideTheHead) {
    office.now += std::chrono::minutes(1);
    const auto joint = office.issuedJoint();
    const auto second = office.signedHead(joint, joint.signers[1]);
    office.receive(joint.signers[0], office.signedHead(joint, joint.signers[0]));
    office.receive(joint.signers[1], second);
    const auto scan = office.paper.scan(office.clerk, joint.document.id, {"skan.jpg", "\xFF\xD8\xFF x"});
    office.paper.confirmScan(office.clerk, scan.upload.id, {joint.signers[2].id});
    office.actions.close(office.clerk, joint.document.id, "dość");
    const Archived done = office.archiving.archive(office.clerk, joint.document.id);
    ASSERT_EQ(done.records.size(), 3U);
    EXPECT_EQ(done.records[0].fileName, joint.document.fileName);
    EXPECT_EQ(done.records[1].fileName, domain::counterpartName(joint.document.fileName, 2));
    EXPECT_EQ(done.records[2].verdict, "UNREADABLE");
}

TEST_F(ArchiveSigningTest, WaitsUntilTheDocumentHasEnded) {
    EXPECT_EQ(support::codeOf([&] { office.archiving.archive(office.clerk, issued.document.id); }),
              ErrorCode::conflict);
    EXPECT_TRUE(office.rows.records().empty());
    office.actions.decline(office.partner, partner.id, "nie");
    EXPECT_EQ(support::failureOf([&] { office.archiving.archive(office.clerk, issued.document.id, 99); }),
              "document.changed");
    EXPECT_TRUE(office.rows.records().empty());
    EXPECT_EQ(office.archiving.archive(office.clerk, issued.document.id).records.size(), 1U);
}

}  // namespace
}  // namespace workflow
