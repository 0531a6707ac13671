#include "server/workflow/board.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/documents.h"

namespace workflow {
namespace {

std::size_t countOf(const Board& board, BoardStep step) { return board.counts[static_cast<std::size_t>(step)]; }

TEST(Board, HasANameForEveryStep) {
    std::set<std::string_view> names;
    for (const BoardStep step : kBoardSteps) names.insert(name(step));
    EXPECT_EQ(names.size(), std::size(kBoardSteps));
    EXPECT_EQ(name(BoardStep::complete), "signed");
}

TEST(Board, ShowsHowFarEachPartnerIs) {
    support::Documents office{};
    const auto all = office.issuedDeclarations();
    ASSERT_EQ(all.size(), 12U);
    const auto partner = [&](std::size_t at) { return support::Documents::partnerOf(all[at]); };
    office.actions.open(office.partner, partner(0).id);
    office.receive(partner(1), office.signedHead(all[1], partner(1)));
    office.isTrusted = true;
    office.receive(partner(2), office.signedHead(all[2], partner(2)));
    office.actions.decline(office.partner, partner(3).id, "nie");
    office.receive(partner(4), office.signedHead(all[4], partner(4)));
    office.sealing.accept(office.clerk, all[4].document.id, "");
    office.archiving.archive(office.clerk, all[4].document.id);
    const Board board = boardOf(office.rows, office.meeting.id);
    EXPECT_EQ(board.rows.size(), 24U);
    EXPECT_EQ(countOf(board, BoardStep::opened), 1U);
    EXPECT_EQ(countOf(board, BoardStep::complete), 1U);
    EXPECT_EQ(countOf(board, BoardStep::verified), 1U);
    EXPECT_EQ(countOf(board, BoardStep::declined), 1U);
    EXPECT_EQ(countOf(board, BoardStep::archived), 1U);
    EXPECT_EQ(countOf(board, BoardStep::issued), 7U);
    using domain::DocumentState;
    EXPECT_EQ(board.documents.inState, (std::map<DocumentState, std::size_t>{{DocumentState::issued, 8},
                                                                             {DocumentState::partlySigned, 2},
                                                                             {DocumentState::declined, 1},
                                                                             {DocumentState::archived, 1}}));
    EXPECT_EQ(board.documents.toSend, 8U);
    EXPECT_EQ(board.documents.toAccept, 2U);
    EXPECT_TRUE(board.documents.unsignedOnes.empty());
    EXPECT_TRUE(boardOf(office.rows, "inne").rows.empty());
}

TEST(Board, CountsSignaturesOnCounterparts) {
    support::Documents office{};
    const auto joint = office.issuedJoint();
    const auto second = office.signedHead(joint, joint.signers[1]);
    office.receive(joint.signers[0], office.signedHead(joint, joint.signers[0]));
    office.receive(joint.signers[1], second);
    const Board board = boardOf(office.rows, office.meeting.id);
    EXPECT_EQ(countOf(board, BoardStep::complete), 2U);
    EXPECT_EQ(std::count_if(board.rows.begin(), board.rows.end(), [](const auto& row) { return row.isOnCounterpart; }),
              1);
}

}  // namespace
}  // namespace workflow
