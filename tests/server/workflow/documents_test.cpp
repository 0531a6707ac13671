#include "server/workflow/documents.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

struct DocumentsTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    std::string id = issued.document.id;
};

TEST_F(DocumentsTest, FindWhatIsThere) {
    EXPECT_EQ(documentWith(office.rows, id), issued);
    EXPECT_EQ(placeOfSigner(office.rows, issued.signers[0].id).signer(), issued.signers[0]);
    EXPECT_EQ(support::codeOf([&] { documentWith(office.rows, "x"); }), base::ErrorCode::notFound);
    EXPECT_EQ(support::codeOf([&] { placeOfSigner(office.rows, "x"); }), base::ErrorCode::notFound);
}

TEST_F(DocumentsTest, ComeEachOnceHoweverManyTheyAre) {
    const auto idsIn = [&](std::optional<domain::DocumentState> state) {
        std::vector<std::string> ids;
        eachSigning(office.rows, issued.document.meetingId, state, [&](domain::Signing one) {
            EXPECT_FALSE(one.signers.empty());
            ids.push_back(std::move(one.document.id));
        });
        return ids;
    };
    issued.document.meetingId = "many";
    issued.signers.resize(1);
    std::vector<std::string> ids;
    const auto addUpTo = [&](std::size_t count) {
        office.rows.transaction([&] {
            for (; ids.size() < count; ids.push_back(issued.document.id)) {
                issued.document.id = id + std::to_string(1000 + ids.size());
                issued.signers[0].id = issued.document.id;
                issued.signers[0].documentId = issued.document.id;
                office.rows.addSigning(issued);
            }
        });
    };
    for (const std::size_t count : {0U, 1U, 199U, 200U, 201U, 400U}) {
        addUpTo(count);
        EXPECT_EQ(idsIn({}), ids);
        EXPECT_EQ(idsIn(issued.document.state), ids);
    }
    EXPECT_TRUE(idsIn(domain::DocumentState::draft).empty());
}

TEST_F(DocumentsTest, ChangeNothingWhenTheEventCannotBeWritten) {
    struct BrokenAudit : AuditStore {
        explicit BrokenAudit(store::SqliteStore& all) : rows(all) {}
        void transaction(const std::function<void()>& work) override { rows.transaction(work); }
        void addEvent(const domain::AuditEvent&) override {
            throw base::Error(base::ErrorCode::cannotWrite, base::say("store.not_written"));
        }
        std::optional<domain::AuditEvent> lastEvent() override { return {}; }
        std::vector<domain::AuditEvent> events(std::int64_t, std::size_t) override { return {}; }
        std::int64_t lastSequence() override { return 0; }
        store::SqliteStore& rows;
    } broken(office.rows);
    Audit audit(broken, office.clock);
    const DocumentParts parts{office.rows,   office.rows, office.files,         audit,
                              office.reader, office.key,  office.parts.anchors, office.clock};
    const auto send = [](domain::Signing one) { return domain::sent(std::move(one)); };
    EXPECT_EQ(support::codeOf([&] { changeDocument(parts, office.clerk, id, {}, "document.send", send); }),
              base::ErrorCode::cannotWrite);
    EXPECT_EQ(office.rows.signing(id), issued);
}

TEST_F(DocumentsTest, TryAgainOnlyWhenDisturbed) {
    int attempts = 0;
    const int result = untilUndisturbed([&] {
        if (++attempts < 3) throw base::Error(base::ErrorCode::conflict, base::say("document.changed", {"x"}));
        return attempts;
    });
    EXPECT_EQ(result, 3);
    EXPECT_THROW(
        untilUndisturbed([]() -> int { throw base::Error(base::ErrorCode::conflict, base::say("state.no_signer")); }),
        base::Error);
}

TEST_F(DocumentsTest, KeepTheSignedCopyForTheSetNumberOfDays) {
    const domain::Signer partner = support::Documents::partnerOf(issued);
    const auto until = [&] { return copyUntil(office.rows, partner.id, std::chrono::days(30)); };
    EXPECT_EQ(until(), std::nullopt);
    EXPECT_EQ(copyUntil(office.rows, "x", std::chrono::days(30)), std::nullopt);
    office.receive(partner, office.signedHead(issued, partner));
    EXPECT_EQ(until(), office.now + std::chrono::days(30));
    // Whose links are moved to a document that is still to be signed.
    const DraftWish wish{office.meeting, office.office, {}, office.demonstration};
    const auto next = office.reissuing.reissue(office.clerk, id, wish, "adres", Confirmation::given);
    const std::string heir = support::Documents::partnerOf(next).id;
    EXPECT_EQ(copyUntil(office.rows, heir, std::chrono::days(30)), std::nullopt);
}

}  // namespace
}  // namespace workflow
