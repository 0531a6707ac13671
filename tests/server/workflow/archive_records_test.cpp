#include "server/workflow/archive_records.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;

struct ArchiveRecordsTest : testing::Test, support::Documents {
    ArchiveRecords records{parts};
    void SetUp() override { rows.saveMeeting(meeting); }
    ArchiveWish wish(base::ByteView bytes, std::string document = "") {
        return {bytes, "plik.pdf", meeting.id, std::move(document)};
    }
};

TEST_F(ArchiveRecordsTest, KeepAnyBytesWithTheirFinding) {
    const auto added = records.add(clerk, wish("no PDF at all"));
    EXPECT_TRUE(added.isNew);
    EXPECT_EQ(added.record.verdict, "UNREADABLE");
    EXPECT_EQ(records.record(added.record.id), added.record);
    EXPECT_EQ(records.object(added.record.sha256), "no PDF at all");
    EXPECT_NE(records.object(added.record.verdictSha256).find("UNREADABLE"), std::string::npos);
    EXPECT_EQ(told(), std::vector<std::string>{"record.add"});
}

TEST_F(ArchiveRecordsTest, AreOneForTheSameFileWithTheSameFinding) {
    const auto first = records.add(clerk, wish("x"));
    now += std::chrono::hours(1);
    const auto second = records.add(clerk, wish("x"));
    EXPECT_FALSE(second.isNew);
    EXPECT_EQ(second.record, first.record);
    EXPECT_EQ(told().size(), 1U);
}

TEST_F(ArchiveRecordsTest, NeverCountADemonstrationAsReal) {
    const auto signing = issuedDeclaration();
    const base::Bytes file = signedHead(signing, partnerOf(signing));
    const auto named = records.add(clerk, wish(file, signing.document.id)).record;
    ASSERT_EQ(named.signatures.size(), 1U);
    EXPECT_TRUE(named.signatures.front().demonstration);
    EXPECT_EQ(named.documentId, signing.document.id);
    EXPECT_EQ(records.add(clerk, wish(file)).record.id, named.id);  // the file says whose it is
}

TEST_F(ArchiveRecordsTest, RefuseWhatIsNotThere) {
    EXPECT_EQ(failureOf([&] { records.add(clerk, {"x", "a.pdf", "nic", ""}); }), "meeting.unknown");
    EXPECT_EQ(codeOf([&] { records.add(clerk, wish("x", "nic")); }), ErrorCode::notFound);
    const auto signing = issuedDeclaration();
    domain::Meeting other = meeting;
    other.id = "inne";
    rows.saveMeeting(other);
    EXPECT_EQ(failureOf([&] { records.add(clerk, {"x", "a.pdf", "inne", signing.document.id}); }),
              "archive.other_meeting");
    EXPECT_EQ(failureOf([&] { records.record("nic"); }), "archive.no_record");
    EXPECT_TRUE(records.list({}).empty());
}

}  // namespace
}  // namespace workflow
