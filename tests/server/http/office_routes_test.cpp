#include "server/http/office_routes.h"

#include <gtest/gtest.h>

#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::fieldOf;
using support::pointers;
using support::textAt;
using Lines = std::vector<std::string>;

struct OfficeRoutesTest : testing::Test, support::MeetingService {};

TEST_F(OfficeRoutesTest, ShowAndChangeTheOffice) {
    EXPECT_EQ(get("/office").body, R"({"schema":"office/1"})");
    EXPECT_EQ(ask("PUT", "/office", R"({"schema": "office/1"})").status, 428);
    const auto changed = put("/office", support::sample(knurow + "-office.json"));
    EXPECT_EQ(changed.status, 200);
    const auto shown = get("/office");
    EXPECT_EQ(shown.body, changed.body);
    EXPECT_EQ(fieldOf(shown, "etag"), fieldOf(changed, "etag"));
    EXPECT_EQ(ask("PUT", "/office", "{}", {{"content-type", "application/json"}, {"if-match", "\"0\""}}).status, 412);
}

TEST_F(OfficeRoutesTest, TellFaultsOfTheOffice) {
    const auto unknown = put("/office", R"({"schema": "office/1", "leader": {"phone": "1"}})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(pointers(unknown), Lines{"/leader/phone"});
    const auto word = put("/office", R"({"schema": "office/1", "signing": "blood"})");
    EXPECT_EQ(word.status, 422);
    EXPECT_EQ(pointers(word), Lines{"/signing"});
}

TEST_F(OfficeRoutesTest, SayToEverybodyWhoRunsTheService) {
    EXPECT_EQ(get("/office/contact").body, R"({"address":null,"contact":null,"name":null})");
    const std::string known = R"({"schema":"office/1","controller":{"name":"MOPS","dpo":"iod@mops.example"},)"
                              R"("author":{"title_name":"Anna"}})";
    ASSERT_EQ(put("/office", known).status, 200);
    actor = {};
    EXPECT_EQ(get("/office").status, 401);
    EXPECT_EQ(get("/office/contact").body, R"({"address":null,"contact":null,"name":"MOPS"})");
}

TEST_F(OfficeRoutesTest, ShowTheCertificateOfTheOfficesKey) {
    const auto shown = get("/office/certificate");
    EXPECT_EQ(shown.status, 200);
    const std::string pem = textAt(shown, "pem");
    EXPECT_TRUE(pem.starts_with("-----BEGIN CERTIFICATE-----\nMII"));
    EXPECT_TRUE(pem.ends_with("\n-----END CERTIFICATE-----\n"));
    for (std::size_t at = 0; at < pem.size();) {
        const auto end = pem.find('\n', at);
        EXPECT_LE(end - at, 64U);
        at = end + 1;
    }
    signing::TrustAnchors anchors;
    EXPECT_NO_THROW(anchors.add(pem));  // OpenSSL reads it
    EXPECT_TRUE(*support::tree(shown).find("own")->truth());
    EXPECT_FALSE(*support::tree(shown).find("passphrase")->truth());
    EXPECT_FALSE(textAt(shown, "not_after").empty());
}

}  // namespace
}  // namespace http
