#include "server/http/document_routes.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/document_service.h"

namespace http {
namespace {

using support::DocumentService;
using support::textAt;

struct DocumentRoutesTest : testing::Test {
    DocumentService service{};
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedDeclaration();
    std::string path = "/api/v1/documents/" + declaration.document.id;
};

TEST_F(DocumentRoutesTest, ListDocumentsByMeetingAndState) {
    const Response all = service.ask("GET", "/api/v1/documents?limit=5");
    EXPECT_EQ(support::tree(all).find("data")->list()->size(), 5U);
    EXPECT_EQ(textAt(all, "data.0.state"), "issued");
    EXPECT_EQ(textAt(all, "data.0.state_text"), "wydany");
    const std::string next = textAt(all, "pagination.next");
    EXPECT_EQ(support::tree(service.ask("GET", "/api/v1/documents?after=" + next)).find("data")->list()->size(), 7U);
    EXPECT_TRUE(support::tree(service.ask("GET", "/api/v1/documents?state=signed")).find("data")->list()->empty());
    EXPECT_TRUE(support::tree(service.ask("GET", "/api/v1/documents?meeting=none")).find("data")->list()->empty());
    EXPECT_EQ(service.ask("GET", "/api/v1/documents?meeting=").status, 400);
    EXPECT_EQ(service.ask("GET", "/api/v1/documents?state=lost").status, 400);
}

TEST_F(DocumentRoutesTest, ShowADocumentWithItsVersionAndFiles) {
    const Response shown = service.ask("GET", path);
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(support::fieldOf(shown, "etag"), "\"2\"");
    EXPECT_EQ(textAt(shown, "signers.0.state_text"), "oczekuje");
    const Response file = service.ask("GET", path + "/issued");
    EXPECT_EQ(file.body, office.files.get(declaration.document.issuedSha256));
    EXPECT_EQ(support::fieldOf(file, "content-type"), "application/pdf");
    EXPECT_TRUE(support::fieldOf(file, "content-disposition").starts_with("attachment; filename=\"deklaracja-"));
    EXPECT_EQ(service.ask("GET", path + "?x=1").status, 400);
    EXPECT_EQ(service.ask("GET", "/api/v1/documents/NONE").status, 404);
    EXPECT_EQ(service.ask("GET", "/api/v1/documents/NONE/head").status, 404);
}

TEST_F(DocumentRoutesTest, ChangeOnlyTheVersionThatWasSeen) {
    service.extra = {{"if-match", "\"1\""}};
    const Response stale = service.ask("POST", path + "/expire");
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(textAt(stale, "type"), "document-changed");
    service.extra = {{"if-match", "\"2\""}};
    EXPECT_EQ(textAt(service.ask("POST", path + "/expire"), "state"), "expired");
    service.extra.clear();
    const Response again = service.ask("POST", path + "/expire");
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(textAt(again, "type"), "state-document");
}

TEST_F(DocumentRoutesTest, SendOnlyWhereLinksLeaveThisMachine) {
    const Response refused = service.ask("POST", path + "/send");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(textAt(refused, "type"), "public-url");
    service.isLocal = false;
    EXPECT_EQ(textAt(service.ask("POST", path + "/send"), "state"), "sent");
}

TEST_F(DocumentRoutesTest, AskForAReason) {
    EXPECT_EQ(service.ask("POST", path + "/void", "{}").status, 400);
    EXPECT_EQ(service.ask("POST", path + "/void", R"({"reason":"  "})").status, 422);
    EXPECT_EQ(service.ask("POST", path + "/void").status, 415);
    EXPECT_EQ(textAt(service.ask("POST", path + "/void", R"({"reason":"Pomyłka"})"), "reason"), "Pomyłka");
}

TEST_F(DocumentRoutesTest, ReissueWithConfirmationOnceSomebodySigned) {
    const auto& signer = support::Documents::partnerOf(declaration);
    ASSERT_EQ(office.receive(signer, office.signedHead(declaration, signer)).upload.state,
              domain::UploadState::accepted);
    service.office = office.office;
    EXPECT_EQ(service.ask("POST", path + "/reissue", R"({"reason":"Adres"})").status, 409);
    EXPECT_EQ(service.ask("POST", path + "/reissue", R"({"reason":"Adres","confirmed":"true"})").status, 400);
    const Response made = service.ask("POST", path + "/reissue", R"({"reason":"Adres","confirmed":true})");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(support::fieldOf(made, "location"), "/api/v1/documents/" + textAt(made, "id"));
    EXPECT_EQ(textAt(service.ask("GET", path), "replaced_by"), textAt(made, "id"));
}

TEST_F(DocumentRoutesTest, ReissueWhatWasMadeOfAnOwnTemplate) {
    service.office = office.office;
    const std::string xml(templates::shippedTemplate("lista-obecnosci"));
    service.templates.save(support::kSystem, "nasza-lista", xml, {});
    const Response made =
        service.ask("POST", "/api/v1/meetings/knurow-2019-11-13/documents", R"({"templates":["nasza-lista"]})");
    const std::string list = "/api/v1/documents/" + textAt(made, "data.0.id");
    EXPECT_EQ(service.ask("POST", list + "/issue").status, 200) << made.body;
    const Response without = service.ask("POST", list + "/reissue", R"({"reason":"Adres"})");
    EXPECT_EQ(without.status, 422) << without.body;
    const Response again = service.ask("POST", list + "/reissue", R"({"reason":"Adres","templates":["nasza-lista"]})");
    EXPECT_EQ(again.status, 201) << again.body;
    EXPECT_EQ(textAt(again, "file"), textAt(made, "data.0.file"));
    EXPECT_EQ(service.ask("POST", list + "/reissue", R"({"reason":"A","templates":["nic"]})").status, 404);
}

TEST_F(DocumentRoutesTest, TakeASignatureThroughAcceptanceIntoTheArchive) {
    const auto& signer = support::Documents::partnerOf(declaration);
    office.receive(signer, office.signedHead(declaration, signer));
    service.extra = {{"if-match", "\"2\""}};
    EXPECT_EQ(service.ask("POST", path + "/acceptance").status, 412);
    service.extra.clear();
    const Response accepted = service.ask("POST", path + "/acceptance");  // no body: onto the head
    EXPECT_EQ(textAt(accepted, "state"), "signed") << accepted.body;
    const Response verdicts = service.ask("GET", path + "/signatures");
    EXPECT_EQ(textAt(verdicts, "data.0.what"), "head");
    EXPECT_EQ(support::tree(verdicts).at("data.0.signatures")->list()->size(), 2U);
    EXPECT_EQ(service.ask("POST", path + "/archive").status, 403);
    service.actor.roles = {domain::Role::archivist};
    const Response archived = service.ask("POST", path + "/archive");
    EXPECT_EQ(archived.status, 201) << archived.body;
    EXPECT_EQ(textAt(archived, "document.state"), "archived");
    EXPECT_EQ(support::tree(archived).find("records")->list()->size(), 1U);
    EXPECT_EQ(support::fieldOf(archived, "location"), "/api/v1/archive/records/" + textAt(archived, "records.0.id"));
}

}  // namespace
}  // namespace http
