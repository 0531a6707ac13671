// Files that come at the same moment: one wins, the same one is taken once, none is lost.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

#include "server/workflow/receive_upload.h"
#include "tests/support/receiving.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;
using domain::Signer;
using domain::SignerState;
using domain::UploadKind;
using domain::UploadState;

struct ReceiveRaceTest : support::ReceivingTest {};

TEST_F(ReceiveRaceTest, TakesOneFileThatComesFiftyTimesAtOnceOnce) {
    const base::Bytes file = office.signedHead(issued, partner);
    std::atomic<int> taken = 0;
    {
        std::vector<std::jthread> racers;
        for (int i = 0; i < 50; ++i)
            racers.emplace_back(
                [&] { taken += office.receive(partner, file).upload.state == UploadState::accepted ? 1 : 0; });
    }
    EXPECT_EQ(taken, 50);
    EXPECT_EQ(uploads().size(), 1U);
}

TEST_F(ReceiveRaceTest, JudgesByADocumentAndItsFilesOfOneMoment) {
    const base::Bytes file = office.signedHead(issued, partner);
    std::future<Receipt> other;
    office.rows.beforeUploadsOf = [&, here = std::this_thread::get_id(), looks = std::make_shared<int>(0)] {
        if (std::this_thread::get_id() != here || ++*looks != 2) return;  // the second time it is to be judged
        other = std::async(std::launch::async, [&] { return office.receive(partner, file); });
        other.wait_for(std::chrono::milliseconds(300));  // it has to wait, too
    };
    const Receipt one = office.receive(partner, file);
    ASSERT_TRUE(other.valid());
    const Receipt same = other.get();
    EXPECT_EQ(one.upload, same.upload);
    EXPECT_EQ(one.signing, same.signing);
    EXPECT_EQ(uploads(), (std::vector<domain::Upload>{one.upload}));
}

TEST_F(ReceiveRaceTest, KeepsOnceWhatComesTwiceAtOnceAndWaitsOrIsAttached) {
    partner = *std::find_if(issued.signers.begin(), issued.signers.end(),
                            [](const Signer& one) { return !one.expectedName.empty(); });
    const base::Bytes other = office.signedBy(original, partner.field, "Obcy Człowiek");
    for (const base::ByteView file : {base::ByteView(other), base::ByteView("<a/>")}) {
        const std::size_t before = uploads().size();
        Receipt first;
        office.files.beforePut = [&] { first = office.receive(partner, file); };
        const Receipt second = office.receive(partner, file);
        EXPECT_EQ(second.upload, first.upload);
        EXPECT_EQ(uploads().size(), before + 1);
    }
    EXPECT_EQ(uploads().front().state, UploadState::waiting);
    EXPECT_EQ(uploads().back().kind, UploadKind::attachment);
}

TEST_F(ReceiveRaceTest, OfFiftyRacersForOneSignatureExactlyOneWins) {
    std::vector<base::Bytes> files;
    for (std::size_t i = 0; i < 50; ++i) files.push_back(office.signedHead(issued, partner));
    ASSERT_NE(files[0], files[1]);
    const std::size_t before = uploads().size();
    std::atomic<int> won = 0, lost = 0;
    std::vector<std::thread> racers;
    for (std::size_t i = 0; i < 50; ++i)
        racers.emplace_back([&, i] {
            try {
                office.receive(partner, files[i]);
                ++won;
            } catch (const base::Error& error) {
                if (error.code() == ErrorCode::conflict) ++lost;
            }
        });
    for (std::thread& one : racers) one.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, 49);
    const auto kept = uploads();
    EXPECT_EQ(kept.size() - before, 50U);
    EXPECT_EQ(
        std::count_if(kept.begin(), kept.end(), [](const auto& one) { return one.kind == UploadKind::quarantine; }),
        49);
    EXPECT_TRUE(office.audit.check().faults.empty());
}

TEST(ReceiveJoint, LosesNoneOfElevenSignaturesFromRevisionZeroInAnyOrder) {
    support::Documents office{};
    const domain::Signing issued = office.issuedJoint();
    const base::Bytes original = office.files.get(issued.document.issuedSha256);
    std::vector<std::pair<Signer, base::Bytes>> all;
    for (const Signer& one : issued.signers)
        if (one.order) all.emplace_back(one, office.signedHead(issued, one));
    ASSERT_GE(all.size(), 11U);
    std::vector<std::thread> uploaders;
    for (auto& [signer, bytes] : all)
        uploaders.emplace_back([&office, &signer = signer, &bytes = bytes] { office.receive(signer, bytes); });
    for (std::thread& one : uploaders) one.join();
    const domain::Signing now = *office.rows.signing(issued.document.id);
    for (const auto& [signer, bytes] : all)
        EXPECT_EQ(domain::signerOf(now, signer.id).state, SignerState::complete) << signer.field;
    std::size_t heads = 0, counterparts = 0;
    for (const auto& one : office.rows.uploadsOf(issued.document.id)) {
        heads += one.kind == UploadKind::head ? 1 : 0;
        counterparts += one.kind == UploadKind::counterpart ? 1 : 0;
    }
    EXPECT_EQ(heads, 1U);
    EXPECT_EQ(counterparts, all.size() - 1);
    EXPECT_EQ(now.document.state, DocumentState::partlySigned);  // the leader is to accept
    EXPECT_EQ(office.sealing.accept(office.clerk, issued.document.id, "").document.state, DocumentState::complete);
    EXPECT_EQ(office.archiving.archive(office.clerk, issued.document.id).records.size(), all.size());
}

}  // namespace
}  // namespace workflow
