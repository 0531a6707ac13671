#include "server/workflow/receive_upload.h"

#include <gtest/gtest.h>

#include "pdfgen/update.h"
#include "server/limits.h"
#include "tests/support/receiving.h"
#include "tests/support/source.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::DocumentState;
using domain::Signer;
using domain::SignerState;
using domain::UploadKind;
using domain::UploadState;

struct ReceiveUploadTest : support::ReceivingTest {
    /// The refusal's key; what came must be in quarantine with it.
    std::string refusal(base::ByteView bytes) {
        const std::string key = support::failureOf([&] { office.receive(partner, bytes); });
        const auto kept = uploads();
        EXPECT_FALSE(kept.empty());
        if (kept.empty()) return key;
        EXPECT_EQ(kept.back().kind, UploadKind::quarantine);
        EXPECT_EQ(kept.back().findings.front().key, key);
        EXPECT_EQ(office.files.get(kept.back().sha256), bytes);
        EXPECT_EQ(office.told().back(), "upload.quarantine");
        return key;
    }
    SignerState stateOfPartner() {
        return domain::signerOf(*office.rows.signing(issued.document.id), partner.id).state;
    }
};

TEST_F(ReceiveUploadTest, TakesASignedHeadAsTheNewHead) {
    const base::Bytes file = office.signedHead(issued, partner);
    const Receipt receipt = office.receive(partner, file);
    EXPECT_EQ(receipt.upload.kind, UploadKind::head);
    EXPECT_EQ(receipt.upload.state, UploadState::accepted);
    EXPECT_EQ(receipt.upload.field, partner.field);
    EXPECT_EQ(receipt.signing.document.state, DocumentState::partlySigned);
    EXPECT_EQ(receipt.signing.document.headSha256, receipt.upload.sha256);
    EXPECT_EQ(domain::signerOf(receipt.signing, partner.id).grade, domain::Grade::complete);
    EXPECT_EQ(office.rows.signing(issued.document.id), receipt.signing);
    EXPECT_EQ(uploads(), (std::vector<domain::Upload>{receipt.upload}));
    EXPECT_EQ(office.told().back(), "signer.sign");
}

TEST_F(ReceiveUploadTest, TakesTheSameFileOfTheSameSignerOnce) {
    const base::Bytes file = office.signedHead(issued, partner);
    const Receipt first = office.receive(partner, file);
    const auto told = office.told();
    const Receipt again = office.receive(partner, file);
    EXPECT_EQ(again.upload, first.upload);
    EXPECT_EQ(again.signing, first.signing);
    EXPECT_EQ(uploads().size(), 1U);
    EXPECT_EQ(office.told(), told);
}

TEST_F(ReceiveUploadTest, CallsItVerifiedWhereTrustIsThere) {
    office.isTrusted = true;
    const Receipt receipt = office.receive(partner, office.signedHead(issued, partner));
    EXPECT_EQ(domain::signerOf(receipt.signing, partner.id).grade, domain::Grade::verified);
}

TEST_F(ReceiveUploadTest, RefusesWhatIsNoAnswerToOurDocument) {
    EXPECT_EQ(refusal("to nie jest PDF"), "pdf.not_pdf");
    EXPECT_EQ(refusal(original), "signature.missing");
    EXPECT_EQ(refusal(base::readFile(support::source("tests/data/signed/ok-approval-pkcs7.pdf"), 1 << 24)),
              "document.mismatch");
    office.reader.activeContent = {"JavaScript"};
    EXPECT_EQ(refusal(office.signedHead(issued, partner)), "pdf.active_content");
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
}

TEST_F(ReceiveUploadTest, RefusesASignatureThatDoesNotFitTheBytes) {
    base::Bytes file = office.signedHead(issued, partner);
    const std::size_t at = file.find("/M (D:", original.size());
    ASSERT_NE(at, file.npos);
    file[at + 7] = file[at + 7] == '0' ? '1' : '0';
    EXPECT_EQ(refusal(file), "signature.broken");
}

TEST_F(ReceiveUploadTest, RefusesContentThatWasChangedLater) {
    const base::Bytes file = office.signedHead(issued, partner);
    const std::size_t at = original.find("/Contents ");
    ASSERT_NE(at, original.npos);
    pdfgen::Update update(file);
    update.replace(std::stoi(original.substr(at + 10)), "<< /Length 0 >> stream\n\nendstream");
    EXPECT_EQ(refusal(file + update.finish()), "changed.after_signing");
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
}

TEST_F(ReceiveUploadTest, PutsAnotherNameBeforeTheClerk) {
    partner = *std::find_if(issued.signers.begin(), issued.signers.end(),
                            [](const Signer& one) { return !one.expectedName.empty(); });
    const base::Bytes file = office.signedBy(original, partner.field, "Obcy Człowiek");
    const Receipt waiting = office.receive(partner, file);
    EXPECT_EQ(waiting.upload.state, UploadState::waiting);
    ASSERT_FALSE(waiting.upload.findings.empty());
    EXPECT_EQ(waiting.upload.findings.front().key, "upload.other_name");
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
    const Receipt taken = office.receiving.confirm(office.clerk, waiting.upload.id);
    EXPECT_EQ(taken.upload.state, UploadState::accepted);
    EXPECT_EQ(taken.upload.kind, UploadKind::head);
    EXPECT_EQ(stateOfPartner(), SignerState::complete);
    EXPECT_EQ(support::codeOf([&] { office.receiving.confirm(office.clerk, waiting.upload.id); }), ErrorCode::conflict);
}

TEST_F(ReceiveUploadTest, KeepsInQuarantineWhatTheClerkDoesNotTake) {
    partner = *std::find_if(issued.signers.begin(), issued.signers.end(),
                            [](const Signer& one) { return !one.expectedName.empty(); });
    const auto waiting = office.receive(partner, office.signedBy(original, partner.field, "Obcy Człowiek"));
    const Receipt left = office.receiving.refuse(office.clerk, waiting.upload.id);
    EXPECT_EQ(left.upload.kind, UploadKind::quarantine);
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
    EXPECT_EQ(support::codeOf([&] { office.receiving.refuse(office.clerk, "nie ma"); }), ErrorCode::notFound);
    EXPECT_NO_THROW(office.receive(partner, office.signedHead(issued, partner)));
}

TEST_F(ReceiveUploadTest, TakesNothingThatAnotherClerkRefusesMeanwhile) {
    partner = *std::find_if(issued.signers.begin(), issued.signers.end(),
                            [](const Signer& one) { return !one.expectedName.empty(); });
    const std::string id = office.receive(partner, office.signedBy(original, partner.field, "Obcy Człowiek")).upload.id;
    office.files.beforeGet = [&] { office.receiving.refuse(office.clerk, id); };
    EXPECT_EQ(support::failureOf([&] { office.receiving.confirm(office.clerk, id); }), "state.upload");
    EXPECT_EQ(office.rows.upload(id)->state, UploadState::refused);
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
}

TEST_F(ReceiveUploadTest, ForbidsAnotherThanThePinnedCertificate) {
    domain::Signing pinned = issued;
    for (Signer& one : pinned.signers) one.pinnedCertificate = std::string(64, 'a');
    ++pinned.document.version;
    office.rows.saveSigning(pinned, issued.document.version);
    EXPECT_EQ(refusal(office.signedHead(issued, partner)), "signer.mismatch");
}

TEST_F(ReceiveUploadTest, KeepsOtherFormatsAsAttachmentAndNamesThem) {
    const std::pair<const char*, const char*> cases[] = {
        {"<a><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/></a>", "upload.xades"},
        {"<a/>", "upload.xml"},
        {"PK\x03\x04mimetypeapplication/vnd.etsi.asic-e+zip", "upload.asic"},
        {"PK\x03\x04 a.txt", "upload.zip"},
        {"-----BEGIN PKCS7-----\n", "upload.cms"}};
    for (const auto& [bytes, key] : cases) {
        const Receipt receipt = office.receive(partner, bytes);
        EXPECT_EQ(receipt.upload.kind, UploadKind::attachment);
        EXPECT_EQ(receipt.upload.findings.front().key, key);
        EXPECT_EQ(office.files.get(receipt.upload.sha256), bytes);
    }
    EXPECT_EQ(stateOfPartner(), SignerState::invited);
}

TEST_F(ReceiveUploadTest, PutsNothingBesideADocumentThatHasEnded) {
    office.actions.makeVoid(office.clerk, issued.document.id, "pomyłka");
    EXPECT_EQ(refusal("<a/>"), "state.document");
}

TEST_F(ReceiveUploadTest, HasABoundForWhatComesByOneLink) {
    office.rows.transaction([&] {
        for (std::size_t i = 0; i < limits::kUploads.value; ++i) {
            domain::Upload one;
            one.id = std::to_string(i);
            one.documentId = issued.document.id;
            one.signerId = partner.id;
            office.rows.saveUpload(one);
        }
    });
    const auto told = office.told();
    EXPECT_EQ(support::failureOf([&] { office.receive(partner, "<b/>"); }), "upload.too_many");
    EXPECT_EQ(support::failureOf([&] { office.paper.attach(office.partner, partner.id, {"b.xml", "<b/>"}); }),
              "upload.too_many");
    EXPECT_EQ(uploads().size(), limits::kUploads.value);
    EXPECT_EQ(office.told(), told);
    EXPECT_NO_THROW(office.receive(*domain::leaderOf(issued), "<b/>"));
    EXPECT_NO_THROW(office.receiving.receive(office.clerk, partner.id, {"b.xml", "<b/>"}));
}

TEST_F(ReceiveUploadTest, DoesNotTakeSomebodyElsesSignatureForAnother) {
    const base::Bytes file = office.signedHead(issued, partner);
    office.receive(partner, file);
    const Signer leader = *domain::leaderOf(issued);
    EXPECT_EQ(support::failureOf([&] { office.receive(leader, file); }), "signature.missing");
}

TEST_F(ReceiveUploadTest, WantsAnIssuedDocumentAndAnOpenSigner) {
    const base::Bytes file = office.signedHead(issued, partner);
    office.receive(partner, file);
    EXPECT_EQ(refusal(original), "state.signer");
    office.actions.makeVoid(office.clerk, issued.document.id, "pomyłka");
    EXPECT_EQ(refusal(original), "state.document");
    EXPECT_EQ(support::codeOf([&] { office.receiving.receive(office.partner, "nikt", {"a.pdf", file}); }),
              ErrorCode::notFound);
}

}  // namespace
}  // namespace workflow
