#include "server/http/session_cookie.h"

#include <gtest/gtest.h>

#include "server/workflow/secret.h"

namespace http {
namespace {

const std::string kSecret = workflow::newSecret().text;

std::optional<std::string> found(const std::vector<std::string>& cookies, Transport transport = Transport::plain) {
    Request request;
    for (const std::string& one : cookies) request.fields.emplace_back("cookie", one);
    return sessionSecret(request, transport);
}

TEST(SessionCookie, IsForThisHostAloneAndForNoScript) {
    EXPECT_EQ(sessionCookie("S", std::chrono::hours(12), Transport::plain),
              "akces=S; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
    EXPECT_EQ(sessionCookie("S", std::chrono::hours(12), Transport::tls),
              "__Host-akces=S; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(endedCookie(Transport::tls), "__Host-akces=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
}

TEST(SessionCookie, IsFoundAmongOthers) {
    EXPECT_EQ(found({"akces=" + kSecret}), kSecret);
    EXPECT_EQ(found({"a=b; akces=" + kSecret + "; akces2=x"}), kSecret);
    EXPECT_EQ(found({"a=b", "akces=" + kSecret}), kSecret);
    EXPECT_EQ(found({"__Host-akces=" + kSecret}, Transport::tls), kSecret);
}

TEST(SessionCookie, IsNotTakenWhenItIsThereTwice) {
    EXPECT_EQ(found({"akces=" + kSecret + "; akces=" + kSecret}), std::nullopt);
    EXPECT_EQ(found({"akces=" + kSecret, "akces=x"}), std::nullopt);
}

TEST(SessionCookie, IsNotTakenUnderTheOtherName) {
    EXPECT_EQ(found({"akces=" + kSecret}, Transport::tls), std::nullopt);
    EXPECT_EQ(found({"__Host-akces=" + kSecret}), std::nullopt);
    EXPECT_EQ(found({"Akces=" + kSecret}), std::nullopt);
}

TEST(SessionCookie, IsNothingButASecret) {
    for (const std::string& value : {std::string(), '"' + kSecret + '"', kSecret + 'x', kSecret.substr(1),
                                     kSecret + "=", std::string(43, ' '), std::string(100'000, 'A')})
        EXPECT_EQ(found({"akces=" + value}), std::nullopt) << value.substr(0, 50);
    for (const char* cookies : {"", ";", ";;;", "=", "akces", "akces;", " ; = ;", "=akces="})
        EXPECT_EQ(found({cookies}), std::nullopt);
    EXPECT_EQ(found({}), std::nullopt);
}

TEST(SessionCookie, IsNotTakenFromAnyTruncation) {
    const std::string whole = "a=b; akces=" + kSecret;
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(found({whole.substr(0, length)}), std::nullopt);
}

}  // namespace
}  // namespace http
