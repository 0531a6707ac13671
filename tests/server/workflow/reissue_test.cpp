#include "server/workflow/reissue.h"

#include <gtest/gtest.h>

#include "server/workflow/links.h"
#include "server/workflow/secret.h"
#include "tests/support/accounts.h"
#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;

struct ReissueTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    domain::Signer partner = support::Documents::partnerOf(issued);
    DraftWish wish{office.meeting, office.office, {}, office.demonstration};

    domain::Signing reissue(Confirmation confirmation = Confirmation::missing) {
        return office.reissuing.reissue(office.clerk, issued.document.id, wish, "literówka", confirmation);
    }
};

TEST_F(ReissueTest, VoidsTheOldAndIssuesANewOneInItsPlace) {
    const domain::Signing next = reissue();
    EXPECT_NE(next.document.id, issued.document.id);
    EXPECT_EQ(next.document.state, DocumentState::issued);
    EXPECT_EQ(next.document.fileName, issued.document.fileName);
    const auto old = *office.rows.signing(issued.document.id);
    EXPECT_EQ(old.document.state, DocumentState::voided);
    EXPECT_EQ(old.document.reason, "literówka");
    EXPECT_EQ(old.document.replacedBy, next.document.id);
    EXPECT_NE(office.files.get(next.document.issuedSha256), office.files.get(issued.document.issuedSha256));
}

TEST_F(ReissueTest, LeadsOldLinksToTheNewDocument) {
    const domain::Signing next = reissue();
    const SignerPlace place = placeOfSigner(office.rows, partner.id);
    EXPECT_EQ(place.signing.document.id, next.document.id);
    EXPECT_EQ(place.signer().field, partner.field);
    const auto receipt = office.receive(partner, office.signedHead(next, support::Documents::partnerOf(next)));
    EXPECT_EQ(receipt.signing.document.id, next.document.id);
}

TEST_F(ReissueTest, HandsLinksOverSoThatTheyCanBeRevoked) {
    support::Accounts<store::SqliteStore> accounts(office.rows);
    const std::string link = accounts.links.make(office.clerk, partner.id, accounts.now + std::chrono::days(9));
    const std::string heir = support::Documents::partnerOf(reissue()).id;
    EXPECT_EQ(accounts.identify.byLink(link, support::kAddress).id, heir);
    accounts.links.make(office.clerk, heir, accounts.now + std::chrono::days(9));
    EXPECT_EQ(support::failureOf([&] { accounts.identify.byLink(link, support::kAddress); }), "account.no_link");
}

TEST_F(ReissueTest, KeepsThePinnedCertificate) {
    const std::string pin(64, 'a');
    office.actions.pin(office.clerk, partner.id, pin);
    EXPECT_EQ(support::Documents::partnerOf(reissue()).pinnedCertificate, pin);
}

TEST_F(ReissueTest, LeavesTheMeetingAsSomebodyElseChangedIt) {
    domain::Meeting changed = office.meeting;
    changed.participants.back().note = "zmiana w trakcie";
    office.rows.saveMeeting(changed);
    EXPECT_EQ(support::failureOf([&] { reissue(); }), "etag.changed");
    EXPECT_EQ(office.rows.meeting(changed.id), changed);
    EXPECT_EQ(office.rows.signing(issued.document.id), issued);
}

TEST_F(ReissueTest, WantsToBeConfirmedOnceSomebodySigned) {
    office.receive(partner, office.signedHead(issued, partner));
    EXPECT_EQ(support::failureOf([&] { reissue(); }), "document.confirm_reissue");
    EXPECT_EQ(reissue(Confirmation::given).document.state, DocumentState::issued);
    EXPECT_EQ(support::codeOf([&] { reissue(Confirmation::given); }), ErrorCode::conflict);
}

TEST_F(ReissueTest, WorksForALateJoinerWithTheOfficeOfMeetings) {
    LateJoiner joiner;
    joiner.project = office.meeting.project;
    joiner.team = *office.meeting.team;
    joiner.leader = *domain::findInstitution(office.meeting, office.office.leader->institutionRef);
    joiner.institution.id = "biblioteka";
    joiner.institution.name = "Biblioteka Publiczna w Knurowie";
    joiner.function = "Dyrektor";
    const auto made = office.drafting.draftLateJoiner(office.clerk, joiner, office.office, false);
    office.actions.issue(office.clerk, made.document.id);
    wish = {*office.rows.meeting(made.document.meetingId), office.office, {}, false};
    const auto next =
        office.reissuing.reissue(office.clerk, made.document.id, wish, "literówka", Confirmation::missing);
    EXPECT_EQ(next.document.fileName, made.document.fileName);
    EXPECT_EQ(next.document.kind, domain::DocumentKind::declaration);
    EXPECT_EQ(office.rows.signing(made.document.id)->document.replacedBy, next.document.id);
}

TEST_F(ReissueTest, LeavesTheOldAsItIsWhenTheNewCannotBeMade) {
    wish.meeting.participants.clear();
    EXPECT_EQ(support::codeOf([&] { reissue(); }), ErrorCode::data);
    EXPECT_EQ(office.rows.signing(issued.document.id), issued);
}

}  // namespace
}  // namespace workflow
