#include "server/http/returned_file.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace http {
namespace {

Request with(std::string type, base::ByteView body, std::string query = "") {
    Request request;
    request.query = std::move(query);
    if (!type.empty()) request.fields = {{"content-type", std::move(type)}};
    request.body = body;
    return request;
}

workflow::ReturnedFile returned(const Request& request) { return returnedFile(request, Query(request, {"name"})); }

const std::string kForm =
    "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF\r\n--b--\r\n";

TEST(ReturnedFile, IsTheBodyOrTheOneFileOfAForm) {
    const Request raw = with("application/pdf", "%PDF", "name=b.pdf");
    EXPECT_EQ(returned(raw).name, "b.pdf");
    EXPECT_EQ(returned(raw).bytes, "%PDF");
    const Request form = with("multipart/form-data; boundary=b", kForm);
    EXPECT_EQ(returned(form).name, "a.pdf");
    EXPECT_EQ(returned(form).bytes, "%PDF");
    EXPECT_EQ(returned(with("", "%PDF")).name, "");
}

TEST(ReturnedFile, IsNotThereWithoutOctetsOrAsSeveral) {
    const std::string two =
        kForm.substr(0, kForm.size() - 4) +
        "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.pdf\"\r\n\r\n%PDF\r\n--b--\r\n";
    const std::string none = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--b--\r\n";
    for (const std::string& body : {two, none})
        EXPECT_EQ(support::codeOf([&] { returned(with("multipart/form-data; boundary=b", body)); }),
                  base::ErrorCode::usage);
    EXPECT_EQ(support::codeOf([] { returned(with("application/pdf", "")); }), base::ErrorCode::data);
}

TEST(ReturnedFile, IsHeldToWhatItSaysOfItself) {
    EXPECT_TRUE(isWhatItSays(with("application/pdf", "%PDF-1.7")));
    EXPECT_TRUE(isWhatItSays(with("IMAGE/JPEG; x=y", "\xFF\xD8\xFF\xE0")));
    EXPECT_FALSE(isWhatItSays(with("image/png", "\xFF\xD8\xFF\xE0")));
    EXPECT_FALSE(isWhatItSays(with("application/pdf", "tekst")));
    EXPECT_TRUE(isWhatItSays(with("text/xml", "<Signature/>")));
    EXPECT_TRUE(isWhatItSays(with("", "tekst")));
}

TEST(ReturnedFile, MaySayThatItIsAScan) {
    for (const char* type : {"application/pdf", "image/jpeg", "image/png; x=y", "application/octet-stream", "",
                             "multipart/form-data; boundary=b"})
        EXPECT_TRUE(maySayScan(with(type, "%PDF"))) << type;
    for (const char* type : {"text/plain", "image/gif", "application/json"})
        EXPECT_FALSE(maySayScan(with(type, "%PDF"))) << type;
}

}  // namespace
}  // namespace http
