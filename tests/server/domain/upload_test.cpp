#include "server/domain/upload.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace domain {
namespace {

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

TEST(Upload, HasANameForEveryKindAndStateBothWays) {
    for (const UploadKind kind : kUploadKinds) EXPECT_EQ(uploadKind(name(kind)), kind);
    for (const UploadState state : kUploadStates) EXPECT_EQ(uploadState(name(state)), state);
    EXPECT_EQ(uploadKind(""), std::nullopt);
    EXPECT_EQ(uploadState("x"), std::nullopt);
}

TEST(Upload, IsDecidedOnceByTheClerk) {
    Upload upload;
    upload.kind = UploadKind::head;
    upload.state = UploadState::waiting;
    const Upload taken = confirmed(upload, UploadKind::counterpart, kNow);
    EXPECT_EQ(taken.state, UploadState::accepted);
    EXPECT_EQ(taken.kind, UploadKind::counterpart);
    EXPECT_EQ(taken.decidedAt, kNow);
    const Upload left = refused(upload, kNow);
    EXPECT_EQ(left.state, UploadState::refused);
    EXPECT_EQ(left.kind, UploadKind::quarantine);
    for (const Upload& decided : {taken, left}) {
        EXPECT_THROW(confirmed(decided, UploadKind::head, kNow), base::Error);
        EXPECT_THROW(refused(decided, kNow), base::Error);
    }
}

}  // namespace
}  // namespace domain
