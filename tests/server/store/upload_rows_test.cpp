#include "server/store/upload_rows.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace store {
namespace {

using domain::Upload;
using domain::UploadKind;
using domain::UploadState;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

Upload full(const std::string& id) {
    return {id,
            "D",
            "S",
            UploadKind::counterpart,
            UploadState::waiting,
            "aa",
            17,
            "a.pdf",
            "Partner-1",
            "Jan Nowak",
            3,
            {base::say("upload.other_name", {"Jan", "Anna"}), base::say("upload.zip")},
            kNow,
            kNow};
}

struct UploadRowsTest : testing::Test, support::StoredRows {
    UploadRowsTest() {
        domain::Signing signing;
        signing.document.id = "D";
        signing.document.meetingId = "m";
        rows.addSigning(signing);
    }
};

TEST_F(UploadRowsTest, AreKeptWholeAndReplaced) {
    Upload one = full("b");
    rows.saveUpload(one);
    EXPECT_EQ(rows.upload("b"), one);
    one.kind = UploadKind::quarantine;
    one.state = UploadState::refused;
    one.decidedAt.reset();
    one.findings = {base::say("upload.xml")};
    rows.saveUpload(one);
    EXPECT_EQ(rows.upload("b"), one);
    EXPECT_EQ(rows.upload("x"), std::nullopt);
}

TEST_F(UploadRowsTest, AreListedAsTheyCameAndByKindAndState) {
    for (const char* id : {"c", "a", "b"}) rows.saveUpload(full(id));
    Upload other = full("d");
    other.kind = UploadKind::quarantine;
    other.state = UploadState::refused;
    rows.saveUpload(other);
    const auto ids = [](const std::vector<Upload>& some) {
        std::string all;
        for (const Upload& one : some) all += one.id;
        return all;
    };
    EXPECT_EQ(ids(rows.uploadsOf("D")), "cabd");
    EXPECT_EQ(ids(rows.uploadsOfMeeting("m")), "cabd");
    EXPECT_EQ(ids(rows.uploadsOfMeeting("n")), "");
    EXPECT_EQ(ids(rows.uploads({})), "abcd");
    EXPECT_EQ(ids(rows.uploads({"", UploadKind::quarantine, {}, {}})), "d");
    EXPECT_EQ(ids(rows.uploads({"D", {}, UploadState::waiting, {"a", 1}})), "b");
    EXPECT_EQ(ids(rows.uploads({"E", {}, {}, {}})), "");
}

}  // namespace
}  // namespace store
