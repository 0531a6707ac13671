#include "server/workflow/rejudge.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using domain::Grade;

struct RejudgeTest : testing::Test {
    support::Documents office{};

    /// The partner's grade after a look with trust in the issuer.
    Grade gradeAfter(std::size_t raised) {
        const auto issued = office.issuedDeclaration();
        const auto partner = support::Documents::partnerOf(issued);
        office.receive(partner, office.signedHead(issued, partner));
        EXPECT_EQ(office.rejudging.run(office.clerk), 0U);
        office.isTrusted = true;
        EXPECT_EQ(office.rejudging.run(office.clerk), raised);
        EXPECT_EQ(office.rejudging.run(office.clerk), 0U);
        return domain::signerOf(*office.rows.signing(issued.document.id), partner.id).grade;
    }
};

TEST_F(RejudgeTest, VerifiesWhenTrustArrives) {
    EXPECT_EQ(gradeAfter(1), Grade::verified);
    EXPECT_EQ(office.told().back(), "signer.verify");
}

TEST_F(RejudgeTest, DoesNotTakeADemonstrationsTrustForReal) {
    office.demonstration = false;
    EXPECT_EQ(gradeAfter(0), Grade::complete);
}

TEST_F(RejudgeTest, PassesOverAFileThatIsLost) {
    const auto issued = office.issuedDeclarations();
    std::vector<Receipt> receipts;
    for (const auto& one : {issued[0], issued[1]}) {
        const auto partner = support::Documents::partnerOf(one);
        receipts.push_back(office.receive(partner, office.signedHead(one, partner)));
    }
    office.isTrusted = true;
    office.files.objects.erase(receipts[0].upload.sha256);
    EXPECT_EQ(office.rejudging.run(office.clerk), 1U);
    office.files.objects.erase(receipts[1].upload.sha256);
    EXPECT_EQ(office.rejudging.run(office.clerk), 0U);
}

TEST_F(RejudgeTest, LeavesWhatWasSignedHereOrOnPaper) {
    office.isTrusted = true;
    const auto issued = office.issuedDeclaration();
    office.sealing.signHere(office.partner, support::Documents::partnerOf(issued).id, "Jan", Consent::given);
    EXPECT_EQ(office.rejudging.run(office.clerk), 0U);
}

}  // namespace
}  // namespace workflow
