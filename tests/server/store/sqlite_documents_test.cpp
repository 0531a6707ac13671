#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace store {
namespace {

using base::ErrorCode;

struct SqliteDocumentsTest : testing::Test, support::StoredRows {
    SqliteDocumentsTest() {
        signing.document.id = "D";
        signing.signers.emplace_back();
        signing.signers[0].id = "S";
        signing.signers[0].documentId = "D";
        upload.id = "U";
        upload.documentId = "D";
    }
    domain::Signing signing{};
    domain::Upload upload{};
};

TEST_F(SqliteDocumentsTest, AreWrittenWithTheirFilesOrNotAtAll) {
    const auto both = [&] {
        rows.addSigning(signing);
        rows.saveUpload(upload);
        EXPECT_EQ(rows.uploadsOf("D").size(), 1U);
    };
    EXPECT_THROW(rows.transaction([&] {
        both();
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(rows.signing("D"), std::nullopt);
    EXPECT_EQ(rows.upload("U"), std::nullopt);
    rows.transaction(both);
    EXPECT_EQ(rows.signing("D"), signing);
    EXPECT_EQ(rows.documentOfSigner("S"), "D");
    EXPECT_EQ(rows.uploads({"D", {}, {}, {}}), (std::vector<domain::Upload>{upload}));
}

TEST_F(SqliteDocumentsTest, LetOneOfManyChangeTheSameVersion) {
    rows.addSigning(signing);
    domain::Signing next = signing;
    ++next.document.version;
    std::atomic<int> won = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                const auto code = support::codeOf([&] {
                    rows.saveSigning(next, signing.document.version);
                    ++won;
                    throw base::Error(ErrorCode::conflict, base::say("document.changed", {"D"}));
                });
                EXPECT_EQ(code, ErrorCode::conflict);
            });
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(rows.signing("D"), next);
}

}  // namespace
}  // namespace store
