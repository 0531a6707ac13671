#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;
using support::locationOf;

struct TemplatePagesTest : testing::Test, support::PageService {
    TemplatePagesTest() {
        answers["GET /templates"] = listOf(R"({"name":"deklaracja","shipped":true},{"name":"szkola","shipped":false})");
        for (const char* name : {"deklaracja", "szkola"}) {
            answers[std::string("GET /templates/") + name] = {200, "<template/>", "application/xml"};
            answers[std::string("GET /templates/") + name + "/fields"] = {
                200, R"({"type":"object","required":["people"],"properties":{"people":{"type":"array","items":{"type":)"
                     R"("object","required":["name"],"properties":{"name":{},"note":{}}}}}})"};
        }
    }
    http::Response upload(const std::string& path, const std::string& fields, const std::string& file) {
        std::string body = fields;
        if (!file.empty())
            body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n" + file + "\r\n";
        return ask("POST", path, body + "--b--\r\n", "multipart/form-data; boundary=b");
    }
    static std::string field(const std::string& name, const std::string& value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
};

TEST_F(TemplatePagesTest, ListTemplatesAndTheirFields) {
    EXPECT_TRUE(has(html("/ustawienia/wzory"), "z\u00a0programu"));
    const std::string html = this->html("/ustawienia/wzory/szkola");
    EXPECT_TRUE(has(html, "people[].name</code></td><td>tak"));
    EXPECT_TRUE(has(html, "people[].note</code></td><td>nie"));
    EXPECT_TRUE(has(html, "Usunąć wzór „szkola”?"));
    EXPECT_FALSE(has(this->html("/ustawienia/wzory/deklaracja"), "Usunąć wzór"));  // it is the program's
    EXPECT_EQ(this->html("/ustawienia/wzory/szkola/plik"), "<template/>");
}

TEST_F(TemplatePagesTest, CheckAFileAndKeepNothing) {
    answers["POST /templates/check"] = {200, "{}"};
    EXPECT_TRUE(has(upload("/ustawienia/wzory", field("do", "check"), "<x/>").body, "Wzór „a.xml” nie ma błędów."));
    answers["POST /templates/check"] = {422,
                                        R"({"detail":"Zły.","errors":[{"line":3,"column":1,"detail":"Nieznany."}]})"};
    const auto bad = upload("/ustawienia/wzory", field("do", "check") + field("name", "moja"), "<x/>");
    EXPECT_TRUE(has(bad.body, "Wiersz 3:"));
    EXPECT_TRUE(has(bad.body, R"(value="moja")"));
    EXPECT_TRUE(has(upload("/ustawienia/wzory", field("do", "check"), "").body, "Proszę wskazać plik wzoru."));
}

TEST_F(TemplatePagesTest, AddOne) {
    answers["PUT /templates/moja"] = {201, R"({"name":"moja"})"};
    const auto form = field("do", "save") + field("name", "moja");
    EXPECT_EQ(locationOf(upload("/ustawienia/wzory", form, "<x/>")), "/ustawienia/wzory/moja?zrobiono=added");
    EXPECT_EQ(changes.back(), "PUT /templates/moja <x/>");
    answers["PUT /templates/moja"] = {428, R"({"detail":"If-Match"})"};
    EXPECT_TRUE(has(upload("/ustawienia/wzory", form, "<x/>").body, "Wzór o\u00a0tej nazwie już istnieje."));
    EXPECT_TRUE(has(upload("/ustawienia/wzory", field("do", "save"), "<x/>").body, "Proszę podać nazwę wzoru."));
}

TEST_F(TemplatePagesTest, ReplaceAndRemoveOne) {
    answers["PUT /templates/szkola"] = {200, "{}"};
    EXPECT_EQ(locationOf(upload("/ustawienia/wzory/szkola", field("if_match", "\"7\""), "<y/>")),
              "/ustawienia/wzory/szkola?zrobiono=saved");
    answers["DELETE /templates/szkola"] = {204, ""};
    EXPECT_EQ(locationOf(post("/ustawienia/wzory/szkola/usuniecie", "if_match=%227%22")),
              "/ustawienia/wzory?zrobiono=removed");
    answers["DELETE /templates/szkola"] = {412, R"({"detail":"Zmieniono."})"};
    EXPECT_TRUE(has(post("/ustawienia/wzory/szkola/usuniecie", "if_match=%226%22").body, "Zmieniono."));
}

}  // namespace
}  // namespace web
