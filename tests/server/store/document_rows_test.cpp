#include "server/store/document_rows.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace store {
namespace {

using base::ErrorCode;
using domain::Signing;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

/// Everything has another value than the default.
Signing full(const std::string& id) {
    Signing signing;
    signing.document = {id,
                        "m",
                        domain::DocumentKind::jointDeclaration,
                        "a.pdf",
                        domain::DocumentState::sealingFailed,
                        kNow,
                        kNow + std::chrono::seconds(1),
                        "aa",
                        "bb",
                        "tt",
                        "powód",
                        "NOWY",
                        true,
                        7};
    domain::Signer one{id + "-1",
                       id,
                       "Partner-1",
                       1,
                       "Policja",
                       "Jan Nowak",
                       "cc",
                       domain::SignerState::declined,
                       domain::Method::here,
                       domain::Grade::verified,
                       "JAN",
                       "nie",
                       kNow,
                       kNow,
                       kNow};
    signing.signers = {one, {}};
    signing.signers[1].id = id + "-2";
    signing.signers[1].documentId = id;
    return signing;
}

struct DocumentRowsTest : testing::Test, support::StoredRows {};

TEST_F(DocumentRowsTest, AreKeptWhole) {
    const Signing signing = full("D");
    rows.addSigning(signing);
    EXPECT_EQ(rows.signing("D"), signing);
    EXPECT_EQ(rows.documentOfSigner("D-2"), "D");
    EXPECT_EQ(rows.documentOfSigner("x"), std::nullopt);
    EXPECT_EQ(rows.signing("x"), std::nullopt);
    EXPECT_EQ(support::codeOf([&] { rows.addSigning(signing); }), ErrorCode::conflict);
}

TEST_F(DocumentRowsTest, SayWhenASignerSigned) {
    Signing signing = full("D");
    rows.addSigning(signing);
    EXPECT_EQ(rows.signedAt("D-1"), std::nullopt) << "declined";
    signing.signers[0].state = domain::SignerState::complete;
    rows.saveSigning(signing, 7);
    EXPECT_EQ(rows.signedAt("D-1"), kNow);
    EXPECT_EQ(rows.signedAt("D-2"), std::nullopt);
    EXPECT_EQ(rows.signedAt(""), std::nullopt);
}

TEST_F(DocumentRowsTest, AreReplacedOnlyInTheExpectedVersion) {
    Signing signing = full("D");
    rows.addSigning(signing);
    signing.document.version = 8;
    signing.document.reason = "inny";
    signing.signers[0].state = domain::SignerState::complete;
    EXPECT_EQ(support::failureOf([&] { rows.saveSigning(signing, 6); }), "document.changed");
    EXPECT_EQ(rows.signing("D"), full("D"));
    rows.saveSigning(signing, 7);
    EXPECT_EQ(rows.signing("D"), signing);
}

TEST_F(DocumentRowsTest, AreListedByMeetingAndStateInPages) {
    for (const char* id : {"C", "A", "B"}) rows.addSigning(full(id));
    Signing other = full("D");
    other.document.meetingId = "n";
    other.document.state = domain::DocumentState::draft;
    rows.addSigning(other);
    const auto ids = [&](const workflow::DocumentWish& wish) {
        std::string all;
        for (const Signing& one : rows.signings(wish)) all += one.document.id;
        return all;
    };
    EXPECT_EQ(ids({}), "ABCD");
    EXPECT_EQ(ids({"m", {}, {}}), "ABC");
    EXPECT_EQ(ids({"m", {}, {"A", 1}}), "B");
    EXPECT_EQ(ids({"", domain::DocumentState::draft, {}}), "D");
    EXPECT_EQ(rows.signings({"m", {}, {}}), (std::vector{full("A"), full("B"), full("C")}));
    EXPECT_EQ(rows.signings({"m", {}, {"A", 1}}), std::vector{full("B")});
}

}  // namespace
}  // namespace store
