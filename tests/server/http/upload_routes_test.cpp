#include <gtest/gtest.h>

#include "server/http/document_routes.h"
#include "tests/support/document_service.h"

namespace http {
namespace {

using support::textAt;
using support::tree;

const std::string kPicture = "\xFF\xD8\xFF\xE0 a scan";

struct UploadRoutesTest : testing::Test {
    support::DocumentService service{"bedzin-2019-11-27"};  // its partners have names
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedForSomebody();
    domain::Signer partner = support::Documents::partnerOf(declaration);
};

TEST_F(UploadRoutesTest, TakeTheClerksWordOnWhatWaits) {
    const base::Bytes original = office.files.get(declaration.document.headSha256);
    office.receive(partner, office.signedBy(original, partner.field, "Obcy Człowiek"));
    const Response list = service.ask("GET", "/api/v1/uploads?state=waiting");
    ASSERT_EQ(tree(list).find("data")->list()->size(), 1U);
    const std::string path = "/api/v1/uploads/" + textAt(list, "data.0.id");
    EXPECT_EQ(service.ask("POST", path + "/confirmation", R"({"signers":["x"]})").status, 400);
    const Response taken = service.ask("POST", path + "/confirmation");
    EXPECT_EQ(textAt(taken, "upload.state"), "accepted") << taken.body;
    EXPECT_EQ(textAt(taken, "document.state"), "partly-signed");
    EXPECT_EQ(service.ask("POST", path + "/confirmation").status, 409);
    EXPECT_EQ(service.ask("POST", path + "/refusal").status, 409);
    const Response file = service.ask("GET", path + "/file");
    EXPECT_EQ(support::fieldOf(file, "content-type"), "application/pdf");
    EXPECT_TRUE(support::fieldOf(file, "content-disposition").starts_with("attachment"));
}

TEST_F(UploadRoutesTest, TakeAScanOfPaper) {
    const std::string path = "/api/v1/documents/" + declaration.document.id + "/scans?name=skan.jpg";
    EXPECT_EQ(service.ask("POST", path, kPicture, "image/png").status, 415);
    EXPECT_EQ(service.ask("POST", path, "tekst", "text/plain").status, 415);
    const Response scan = service.ask("POST", path, kPicture, "image/jpeg");
    ASSERT_EQ(scan.status, 201) << scan.body;
    const std::string upload = "/api/v1/uploads/" + textAt(scan, "upload.id");
    EXPECT_EQ(support::fieldOf(scan, "location"), upload);
    EXPECT_NE(support::fieldOf(service.ask("GET", upload), "etag"), "");
    EXPECT_EQ(service.ask("POST", upload + "/confirmation").status, 422);
    const Response taken = service.ask("POST", upload + "/confirmation", R"({"signers":[")" + partner.id + R"("]})");
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(textAt(service.ask("GET", "/api/v1/signers/" + partner.id), "grade"), "scanned");
    EXPECT_EQ(support::fieldOf(service.ask("GET", upload + "/file"), "content-type"), "image/jpeg");
    EXPECT_EQ(service.ask("POST", path, "tekst", "text/plain").status, 415);
}

TEST_F(UploadRoutesTest, ListByKind) {
    office.paper.attach(office.partner, partner.id, {"a.jpg", kPicture});
    EXPECT_EQ(tree(service.ask("GET", "/api/v1/attachments")).find("data")->list()->size(), 1U);
    EXPECT_TRUE(tree(service.ask("GET", "/api/v1/quarantine")).find("data")->list()->empty());
    EXPECT_EQ(tree(service.ask("GET", "/api/v1/uploads?kind=attachment&document=" + declaration.document.id))
                  .find("data")
                  ->list()
                  ->size(),
              1U);
    EXPECT_EQ(service.ask("GET", "/api/v1/uploads?kind=lost").status, 400);
    EXPECT_EQ(service.ask("GET", "/api/v1/uploads/NONE").status, 404);
    EXPECT_EQ(service.ask("GET", "/api/v1/uploads/NONE/file").status, 404);
}

}  // namespace
}  // namespace http
