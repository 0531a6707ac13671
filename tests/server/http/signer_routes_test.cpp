#include <gtest/gtest.h>

#include "server/http/document_routes.h"
#include "server/http/etag.h"
#include "tests/support/document_service.h"

namespace http {
namespace {

using support::textAt;

struct SignerRoutesTest : testing::Test {
    support::DocumentService service{};
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedDeclaration();
    domain::Signer partner = support::Documents::partnerOf(declaration);
    std::string path = "/api/v1/signers/" + partner.id;
};

TEST_F(SignerRoutesTest, ShowSignersWithoutAnySecret) {
    const Response all = service.ask("GET", "/api/v1/documents/" + declaration.document.id + "/signers");
    EXPECT_EQ(support::tree(all).find("data")->list()->size(), 2U);
    const Response one = service.ask("GET", path);
    EXPECT_EQ(textAt(one, "field"), partner.field);
    EXPECT_EQ(support::fieldOf(one, "etag"), contentTag(one.body));
    EXPECT_EQ(service.ask("GET", "/api/v1/signers/NONE").status, 404);
}

TEST_F(SignerRoutesTest, ShowANewLinkOnceAndEndTheOldOne) {
    const Response first = service.ask("POST", path + "/link");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(support::fieldOf(first, "location"), path + "/link");
    EXPECT_EQ(textAt(first, "reach"), "this-machine");
    EXPECT_TRUE(textAt(first, "note").starts_with("Link osiągalny tylko z tego komputera"));
    EXPECT_EQ(textAt(first, "expires_at"), "2026-12-25T12:00:00Z");
    const std::string before = "http://127.0.0.1:8080/podpis/";
    ASSERT_TRUE(textAt(first, "link").starts_with(before));
    const std::string secret = textAt(first, "link").substr(before.size());
    EXPECT_TRUE(workflow::isSecretText(secret));
    EXPECT_EQ(service.accounts.identify.byLink(secret, "192.0.2.1").id, partner.id);
    service.isLocal = false;
    const Response second = service.ask("POST", path + "/link", R"({"days":3})");
    EXPECT_EQ(textAt(second, "reach"), "public");
    EXPECT_EQ(textAt(second, "expires_at"), "2026-11-28T12:00:00Z");
    EXPECT_EQ(support::codeOf([&] { service.accounts.identify.byLink(secret, "192.0.2.1"); }),
              base::ErrorCode::notFound);
    for (const char* body : {R"({"days":0})", R"({"days":367})", R"({"days":"3"})"})
        EXPECT_EQ(service.ask("POST", path + "/link", body).status, 400) << body;
    EXPECT_EQ(service.ask("GET", path).body.find(textAt(second, "link").substr(before.size())), std::string::npos);
    EXPECT_EQ(service.ask("DELETE", path + "/link").status, 204);
}

TEST_F(SignerRoutesTest, MakeNoLinkForOneWhoIsDone) {
    office.actions.decline(office.partner, partner.id, "Nie");
    EXPECT_EQ(service.ask("POST", path + "/link").status, 409);
}

TEST_F(SignerRoutesTest, PinACertificate) {
    const std::string hash(64, 'a');
    const Response pinned = service.ask("PUT", path + "/certificate", R"({"sha256":")" + hash + R"("})");
    EXPECT_EQ(pinned.status, 200);
    EXPECT_EQ(textAt(service.ask("GET", path), "certificate_sha256"), hash);
    EXPECT_EQ(service.ask("PUT", path + "/certificate", R"({"sha256":"abc"})").status, 422);
    EXPECT_EQ(
        service.ask("POST", path + "/signature", office.signedHead(declaration, partner), "application/pdf").status,
        403);
    EXPECT_EQ(service.ask("PUT", path + "/certificate", "{}").status, 400);
    EXPECT_EQ(service.ask("PUT", path + "/certificate", R"({"sha256":1})").status, 400);
    EXPECT_EQ(service.ask("DELETE", path + "/certificate").status, 200);
    const Response taken =
        service.ask("POST", path + "/signature", office.signedHead(declaration, partner), "application/pdf");
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(textAt(taken, "upload.state"), "accepted");
}

TEST_F(SignerRoutesTest, GiveUpASealThatFailed) {
    office.key.isLost = true;
    EXPECT_EQ(service.askByLink(partner.id, "POST", "/signing", R"({"name":"Jan","consent":true})").status, 503);
    EXPECT_EQ(service.ask("POST", path + "/sealing-given-up").status, 200);
    EXPECT_EQ(service.ask("POST", path + "/sealing-given-up").status, 409);
}

}  // namespace
}  // namespace http
