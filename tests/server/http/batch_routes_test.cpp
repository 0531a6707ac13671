#include <gtest/gtest.h>

#include "pdfgen/reader.h"
#include "server/http/document_routes.h"
#include "tests/support/document_service.h"

namespace http {
namespace {

struct BatchRoutesTest : testing::Test {
    support::DocumentService service{};
    std::string path = "/api/v1/meetings/knurow-2019-11-13";

    BatchRoutesTest() {
        service.documents.rows.saveMeeting(service.documents.meeting);
        service.office = service.documents.office;
    }
};

TEST_F(BatchRoutesTest, GiveAMeetingsDocumentsInOneFile) {
    EXPECT_EQ(service.ask("GET", path + "/package").status, 404);
    ASSERT_EQ(service.ask("POST", path + "/documents").status, 201);
    const Response zip = service.ask("GET", path + "/package");
    EXPECT_EQ(zip.status, 200);
    EXPECT_EQ(support::fieldOf(zip, "content-type"), "application/zip");
    EXPECT_EQ(std::count(zip.body.begin(), zip.body.end(), '\n'), 13);
    EXPECT_TRUE(zip.body.starts_with("deklaracja-01-"));
    const Response print = service.ask("GET", path + "/print");
    EXPECT_EQ(support::fieldOf(print, "content-type"), "application/pdf");
    EXPECT_GE(pdfgen::Reader(print.body).pageCount(), 13U);
}

TEST_F(BatchRoutesTest, LeaveVoidDocumentsOut) {
    ASSERT_EQ(service.ask("POST", path + "/documents", R"({"templates":["lista-obecnosci"]})").status, 201);
    const std::string id = service.documents.rows.signings({}).front().document.id;
    ASSERT_EQ(service.ask("POST", "/api/v1/documents/" + id + "/void", R"({"reason":"Próba."})").status, 200);
    EXPECT_EQ(service.ask("GET", path + "/print").status, 404);
}

}  // namespace
}  // namespace http
