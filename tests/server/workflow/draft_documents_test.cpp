#include "server/workflow/draft_documents.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using domain::DocumentKind;
using domain::DocumentState;

struct DraftDocumentsTest : testing::Test {
    support::Documents office{};
    DraftWish wish{office.meeting, office.office, {}, false};
};

TEST_F(DraftDocumentsTest, PlansEverythingAndMakesNothing) {
    const DraftPlan plan = office.drafting.plan(wish);
    EXPECT_TRUE(plan.faults.empty());
    ASSERT_EQ(plan.documents.size(), 13U);  // 12 declarations and the attendance list
    EXPECT_EQ(plan.documents.front().kind, DocumentKind::declaration);
    EXPECT_EQ(plan.documents.back().kind, DocumentKind::attendanceList);
    EXPECT_TRUE(plan.documents.back().signers.empty());
    EXPECT_TRUE(office.files.objects.empty());
    EXPECT_TRUE(office.rows.signings({}).empty());
    EXPECT_TRUE(office.told().empty());
}

TEST_F(DraftDocumentsTest, ListsEveryFaultOfABatch) {
    wish.office.controller.reset();
    const DraftPlan plan = office.drafting.plan(wish);
    EXPECT_FALSE(plan.faults.empty());
    EXPECT_TRUE(plan.documents.empty());
    EXPECT_EQ(support::failureOf([&] { office.drafting.draft(office.clerk, wish); }), "draft.faults");
    EXPECT_TRUE(office.rows.signings({}).empty());
}

TEST_F(DraftDocumentsTest, KeepsTheBytesThatWillBeIssued) {
    const auto made = office.drafting.draft(office.clerk, wish);
    ASSERT_EQ(made.size(), 13U);
    for (const domain::Signing& one : made) {
        EXPECT_EQ(one.document.state, DocumentState::draft);
        EXPECT_EQ(office.rows.signing(one.document.id), one);
        EXPECT_TRUE(
            office.files.get(one.document.textSha256).starts_with("<article class=\"document\" lang=\"pl-PL\">"));
        const base::Bytes bytes = office.files.get(one.document.headSha256);
        EXPECT_EQ(base::base32(base::ByteView(pdfgen::Reader(bytes).fileId()).substr(0, 10)), one.document.id);
        const auto issued = office.actions.issue(office.clerk, one.document.id);
        EXPECT_EQ(issued.document.issuedSha256, one.document.headSha256);
    }
    EXPECT_TRUE(office.rows.meeting(office.meeting.id).has_value());
    EXPECT_EQ(office.told().size(), 26U);
}

TEST_F(DraftDocumentsTest, KnowsTheSignersWithPartyAndName) {
    const auto made = office.drafting.draft(office.clerk, wish);
    for (const domain::Signing& one : made) {
        if (one.document.kind != DocumentKind::declaration) continue;
        ASSERT_EQ(one.signers.size(), 2U);
        const domain::Signer& partner = support::Documents::partnerOf(one);
        EXPECT_FALSE(partner.party.empty());
        EXPECT_EQ(partner.documentId, one.document.id);
        EXPECT_EQ(office.rows.documentOfSigner(partner.id), one.document.id);
        ASSERT_NE(domain::leaderOf(one), nullptr);
    }
}

TEST_F(DraftDocumentsTest, DoesNotMakeADocumentTwiceUnlessTheFirstIsVoid) {
    const auto made = office.drafting.draft(office.clerk, wish);
    office.now += std::chrono::minutes(1);
    EXPECT_EQ(office.drafting.plan(wish).faults.size(), 13U);
    EXPECT_THROW(office.drafting.draft(office.clerk, wish), base::Error);
    for (const domain::Signing& one : made) office.actions.makeVoid(office.clerk, one.document.id, "od nowa");
    EXPECT_EQ(office.drafting.draft(office.clerk, wish).size(), 13U);
}

TEST_F(DraftDocumentsTest, MakesOnlyWhatIsMissingWhereThatIsWished) {
    const auto all = office.drafting.draft(office.clerk, wish);
    office.actions.makeVoid(office.clerk, all.front().document.id, "pomyłka");
    wish.onlyMissing = true;
    const DraftPlan plan = office.drafting.plan(wish);
    EXPECT_TRUE(plan.faults.empty());
    ASSERT_EQ(plan.documents.size(), 1U);
    EXPECT_EQ(plan.documents.front().fileName, all.front().document.fileName);
    std::vector<base::Message> notices;
    ASSERT_EQ(office.drafting.draft(office.clerk, wish, notices).size(), 1U);
    ASSERT_FALSE(notices.empty());
    EXPECT_EQ(notices.back(), base::say("draft.left_out", {std::to_string(all.size() - 1)}));
    EXPECT_TRUE(office.drafting.draft(office.clerk, wish).empty());
}

TEST_F(DraftDocumentsTest, AsksNobodyAgainWhoDeclined) {
    const auto all = office.issuedDeclarations();
    office.actions.decline(office.partner, support::Documents::partnerOf(all.front()).id, "nie");
    wish.onlyMissing = true;
    for (const PlannedDocument& one : office.drafting.plan(wish).documents)
        EXPECT_NE(one.fileName, all.front().document.fileName);
}

TEST_F(DraftDocumentsTest, MakesAnotherOneInTheSecondOfAVoidOne) {
    std::set<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        const auto made = office.drafting.draft(office.clerk, wish);
        EXPECT_EQ(made.front().document.draftedAt, office.now + std::chrono::seconds(i));
        for (const domain::Signing& one : made) {
            EXPECT_TRUE(ids.insert(one.document.id).second);
            office.actions.makeVoid(office.clerk, one.document.id, "od nowa");
        }
    }
    EXPECT_EQ(ids.size(), 3 * 13U);
}

TEST_F(DraftDocumentsTest, SaysPokazOnADemonstration) {
    wish.demonstration = true;
    EXPECT_TRUE(office.drafting.draft(office.clerk, wish).front().document.demonstration);
}

TEST_F(DraftDocumentsTest, LetsSomebodyJoinLateWithoutAMeeting) {
    LateJoiner joiner;
    joiner.project = office.meeting.project;
    joiner.team = *office.meeting.team;
    joiner.declaration = office.meeting.declaration;
    joiner.leader = *domain::findInstitution(office.meeting, office.office.leader->institutionRef);
    joiner.institution.id = "biblioteka";
    joiner.institution.name = "Biblioteka Publiczna w Knurowie";
    joiner.person.emplace();
    joiner.person->firstName = "Łucja";
    joiner.person->lastName = "Żak";
    joiner.function = "Dyrektor";
    office.office.representative->titleName = "dr Anna Próbna";
    const domain::Signing made = office.drafting.draftLateJoiner(office.clerk, joiner, office.office, false);
    EXPECT_EQ(made.document.kind, DocumentKind::declaration);
    const domain::Signer& partner = support::Documents::partnerOf(made);
    EXPECT_EQ(partner.party, joiner.institution.name);
    EXPECT_EQ(partner.expectedName, "Łucja Żak");
    EXPECT_EQ(domain::leaderOf(made)->expectedName, "Anna Próbna");
    const auto data = office.rows.meeting(made.document.meetingId);
    ASSERT_TRUE(data.has_value());
    EXPECT_FALSE(data->meeting.has_value());

    const auto issued = office.actions.issue(office.clerk, made.document.id);
    const auto signedOne = office.receive(partner, office.signedHead(issued, partner)).signing;
    const auto accepted = office.sealing.accept(office.clerk, made.document.id, "");
    EXPECT_EQ(accepted.document.state, DocumentState::complete);
    EXPECT_EQ(office.archiving.archive(office.clerk, made.document.id).records.size(), 1U);
}

TEST(MeetingOfALateJoiner, HasNoEvent) {
    LateJoiner joiner;
    joiner.leader.id = "lider";
    joiner.institution.id = "nowy";
    const domain::Meeting meeting = meetingOf(joiner, "dolaczenie-1");
    EXPECT_FALSE(meeting.meeting.has_value());
    ASSERT_EQ(meeting.participants.size(), 1U);
    EXPECT_TRUE(domain::getsDeclaration(meeting.participants[0]));
}

}  // namespace
}  // namespace workflow
