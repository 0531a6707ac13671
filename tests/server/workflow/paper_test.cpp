#include "server/workflow/paper.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::Grade;
using domain::UploadKind;
using domain::UploadState;

const base::Bytes kPicture = "\xFF\xD8\xFF\xE0 skan";

struct PaperTest : testing::Test {
    support::Documents office{};
    domain::Signing issued = office.issuedDeclaration();
    domain::Signer partner = support::Documents::partnerOf(issued);

    Receipt scan() { return office.paper.scan(office.clerk, issued.document.id, {"skan.jpg", kPicture}); }
};

TEST_F(PaperTest, CountsAScanOnceTheClerkConfirmsIt) {
    const Receipt waiting = scan();
    EXPECT_EQ(waiting.upload.kind, UploadKind::scan);
    EXPECT_EQ(waiting.upload.state, UploadState::waiting);
    EXPECT_EQ(waiting.signing, issued);
    const Receipt done = office.paper.confirmScan(office.clerk, waiting.upload.id, {partner.id});
    EXPECT_EQ(done.upload.state, UploadState::accepted);
    const auto& one = domain::signerOf(done.signing, partner.id);
    EXPECT_EQ(one.grade, Grade::scanned);
    EXPECT_EQ(one.method, domain::Method::paper);
    EXPECT_EQ(done.signing.document.headSha256, issued.document.issuedSha256);
    EXPECT_EQ(office.rows.signing(issued.document.id), done.signing);
}

TEST_F(PaperTest, TakesAllOrNoneOfTheSigners) {
    const Receipt waiting = scan();
    EXPECT_EQ(support::codeOf([&] { office.paper.confirmScan(office.clerk, waiting.upload.id, {}); }), ErrorCode::data);
    EXPECT_EQ(support::codeOf([&] { office.paper.confirmScan(office.clerk, waiting.upload.id, {partner.id, "x"}); }),
              ErrorCode::notFound);
    EXPECT_EQ(office.rows.signing(issued.document.id), issued);
    office.paper.confirmScan(office.clerk, waiting.upload.id, {partner.id});
    EXPECT_EQ(support::codeOf([&] { office.paper.confirmScan(office.clerk, waiting.upload.id, {partner.id}); }),
              ErrorCode::conflict);
}

TEST_F(PaperTest, ConfirmsNothingOnceAListIsArchived) {
    const std::string_view xml = templates::shippedTemplate("lista-obecnosci");
    DraftWish wish{office.meeting, office.office, {}, true};
    wish.templates = {{templates::readTemplate(xml, "lista-obecnosci"), "lista-obecnosci"}};
    const std::string list = office.drafting.draft(office.clerk, wish).front().document.id;
    office.actions.issue(office.clerk, list);
    const auto waiting = office.paper.scan(office.clerk, list, {"skan.jpg", kPicture});
    office.archiving.archive(office.clerk, list);
    EXPECT_EQ(support::failureOf([&] { office.paper.confirmScan(office.clerk, waiting.upload.id, {}); }),
              "state.document");
    EXPECT_EQ(office.rows.upload(waiting.upload.id)->state, UploadState::waiting);
}

TEST_F(PaperTest, RefusesOtherFormatsAndEndedDocuments) {
    EXPECT_EQ(support::failureOf([&] { office.paper.scan(office.clerk, issued.document.id, {"a.gif", "GIF89a"}); }),
              "upload.format");
    EXPECT_EQ(support::codeOf([&] { office.paper.scan(office.clerk, issued.document.id, {"a.pdf", "%PDF-1.7 x"}); }),
              ErrorCode::unreadable);
    office.actions.makeVoid(office.clerk, issued.document.id, "pomyłka");
    EXPECT_EQ(support::codeOf([&] { scan(); }), ErrorCode::conflict);
    EXPECT_EQ(support::codeOf([&] { office.paper.confirmScan(office.clerk, "x", {}); }), ErrorCode::notFound);
}

TEST_F(PaperTest, KeepsAttachmentsBesideTheSigner) {
    const domain::Upload kept = office.paper.attach(office.partner, partner.id, {"pelnomocnictwo.jpg", kPicture});
    EXPECT_EQ(kept.kind, UploadKind::attachment);
    EXPECT_EQ(kept.signerId, partner.id);
    EXPECT_EQ(office.rows.upload(kept.id), kept);
    EXPECT_EQ(support::codeOf([&] { office.paper.attach(office.partner, partner.id, {"a.exe", "MZ"}); }),
              ErrorCode::data);
}

}  // namespace
}  // namespace workflow
