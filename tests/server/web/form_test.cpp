#include "server/web/form.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"
#include "tests/support/samples.h"

namespace web {
namespace {

http::Request posted(std::string_view body, const char* type = "application/x-www-form-urlencoded") {
    http::Request request;
    request.method = "POST";
    request.fields = {{"content-type", type}};
    request.body = body;
    return request;
}

TEST(Form, ReadsFieldsWithSpacesAndPolishLetters) {
    const http::Request request = posted("name=Ol%C4%99da+Mach&empty=&a=1&a=2&text=x%0D%0Ay&pass=+z+");
    const Form form(request);
    EXPECT_EQ(form.text("name"), "Olęda Mach");
    EXPECT_TRUE(form.has("empty"));
    EXPECT_FALSE(form.has("missing"));
    EXPECT_EQ(form.texts("a"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(form.text("text"), "x\ny");
    EXPECT_EQ(form.verbatim("pass"), " z ");
}

TEST(Form, ReadsFilesOfMultipart) {
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nUwaga\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lista.csv\"\r\n"
        "Content-Type: text/csv\r\n\r\nLp.;x\r\n--b--\r\n";
    const http::Request request = posted(body, "multipart/form-data; boundary=b");
    const Form form(request);
    EXPECT_EQ(form.text("note"), "Uwaga");
    ASSERT_TRUE(form.file("file"));
    EXPECT_EQ(form.file("file")->content, "Lp.;x");
    EXPECT_FALSE(form.file("other"));
}

TEST(Form, RefusesWhatIsNoForm) {
    for (const char* wrong : {"a=%ZZ", "a=%FF", "a=%ED%A0%80", "%C3=1", "%00=1"})
        EXPECT_EQ(support::codeOf([&] { Form form(posted(wrong)); }), base::ErrorCode::usage) << wrong;
    EXPECT_EQ(support::codeOf([] { Form form(posted("{}", "application/json")); }), base::ErrorCode::usage);
}

TEST(Form, MakesTheBodyThatTheApiWants) {
    const http::Request request =
        posted("controller__name=MOPS&note=&year=2019&odd=x&confirmed=on&lines=a%0D%0A%0D%0Ab&roles=1&roles=2");
    const Form form(request);
    EXPECT_EQ(workflow::valueJson(form.body({"controller__name", "note?", "year#", "odd#", "confirmed!", "other!"})),
              R"({"confirmed":true,"controller":{"name":"MOPS"},"odd":"x","other":false,"year":2019})");
    EXPECT_EQ(workflow::valueJson(form.body({"lines*", "roles*", "none*", "note"})),
              R"({"lines":["a","b"],"none":[],"note":"","roles":["1","2"]})");
}

TEST(Form, KeepsNoSecretOfWhatWasTyped) {
    const http::Request request = posted("name=olga&password=tajne&csrf_token=x&current=y&new=z&repeated=z&secret=s");
    const auto typed = Form(request).typed();
    EXPECT_EQ(typed.size(), 1U);
    EXPECT_TRUE(typed.contains("name"));
}

}  // namespace
}  // namespace web
