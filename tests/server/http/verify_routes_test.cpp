#include <gtest/gtest.h>

#include "server/http/document_routes.h"
#include "tests/support/document_service.h"

namespace http {
namespace {

using support::textAt;

struct VerifyRoutesTest : testing::Test {
    support::DocumentService service{};
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedDeclaration();

    VerifyRoutesTest() { service.actor = {}; }
    Response verify(std::string_view body, const std::string& type = "application/pdf") {
        return service.ask("POST", "/api/v1/verify?name=plik.pdf", body, type);
    }
};

TEST_F(VerifyRoutesTest, AnswerAVerdictAndKeepNothing) {
    const auto objects = office.files.objects.size();
    const auto told = office.told();
    office.isTrusted = true;
    const base::Bytes file = office.signedHead(declaration, support::Documents::partnerOf(declaration));
    const Response verdict = verify(file);
    EXPECT_EQ(verdict.status, 200);
    EXPECT_EQ(textAt(verdict, "verdict"), "TOTAL-PASSED") << verdict.body;
    EXPECT_EQ(textAt(verdict, "file"), "plik.pdf");
    EXPECT_EQ(textAt(verdict, "origin.match"), "extended");
    EXPECT_EQ(textAt(verdict, "origin.document_id"), declaration.document.id);
    EXPECT_EQ(textAt(verify(office.files.get(declaration.document.issuedSha256)), "verdict"), "NO-SIGNATURE");
    EXPECT_EQ(office.files.objects.size(), objects);
    EXPECT_EQ(office.told(), told);
    EXPECT_TRUE(office.rows.uploads({}).empty());
}

TEST_F(VerifyRoutesTest, SayWhichSignaturesAreTheOfficesOwn) {
    const domain::Signer partner = support::Documents::partnerOf(declaration);
    office.sealing.signHere(office.partner, partner.id, "Jan Próbny", workflow::Consent::given);
    office.sealing.accept(office.clerk, declaration.document.id, "");
    const Response verdict =
        verify(office.files.get(office.rows.signing(declaration.document.id)->document.headSha256));
    EXPECT_EQ(textAt(verdict, "signatures.0.typed_name"), "Jan Próbny") << verdict.body;
    const templates::Value answer = support::tree(verdict);
    EXPECT_EQ(*answer.at("signatures.0.office_seal"), templates::Value(true));
    EXPECT_EQ(*answer.at("signatures.1.office_seal"), templates::Value(true));
    EXPECT_EQ(*answer.at("signatures.1.demonstration"), templates::Value(false));
    EXPECT_TRUE(answer.at("signatures.1.typed_name")->isNull());
    EXPECT_EQ(textAt(verdict, "checked_at"), base::isoInstant(office.now));
}

TEST_F(VerifyRoutesTest, TakePdfAlone) {
    EXPECT_EQ(verify("%PDF-1.7", "text/plain").status, 415);
    const Response nonsense = verify("nonsense");
    EXPECT_EQ(nonsense.status, 422);
    EXPECT_EQ(textAt(nonsense, "type"), "pdf-not-pdf");
}

}  // namespace
}  // namespace http
