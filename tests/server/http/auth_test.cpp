#include "server/http/auth.h"

#include <gtest/gtest.h>

#include "tests/support/account_service.h"
#include "tests/support/samples.h"

namespace http {
namespace {

using base::ErrorCode;
using domain::Actor;
using domain::Scope;
using Kind = Actor::Kind;

struct AuthTest : testing::Test {
    support::AccountService service{};
    support::Accounts<support::MemoryAccounts>& accounts = service.accounts;
    Auth auth{accounts.identify, {}};
    std::string secret = accounts.logIn(service.clerk);
    std::string link = accounts.links.make(support::kSystem, "S", accounts.now + std::chrono::hours(9));
    workflow::MadeToken token =
        accounts.tokens.make(accounts.actor(service.clerk), {"t", {Scope::read}, accounts.now + std::chrono::hours(9)});

    Actor actor(const char* method, const std::string& path, Fields fields) {
        return auth(support::AccountService::request(method, path, std::move(fields)));
    }
    ErrorCode refusal(const char* method, const std::string& path, Fields fields) {
        return support::codeOf([&] { actor(method, path, std::move(fields)); });
    }
    Fields cookie() const { return {{"cookie", "akces=" + secret}}; }
    Fields with(const std::string& name, const std::string& value) const {
        Fields fields = cookie();
        fields.emplace_back(name, value);
        return fields;
    }
};

TEST_F(AuthTest, TakesWhoBringsNothingForNobody) { EXPECT_EQ(actor("GET", "/", {}), Actor{}); }

TEST_F(AuthTest, KnowsAUserByTheirCookie) {
    EXPECT_EQ(actor("GET", "/", cookie()), accounts.actor(service.clerk));
    EXPECT_EQ(actor("HEAD", "/", cookie()), accounts.actor(service.clerk));
}

TEST_F(AuthTest, AsksForAPagesSessionOnceUnlessItChangesSomething) {
    PageAsking page;
    Request request = support::AccountService::request("GET", "/", cookie());
    request.page = &page;
    EXPECT_EQ(auth(request), accounts.actor(service.clerk));
    accounts.sessions.end(accounts.actor(service.clerk), secret);
    EXPECT_EQ(auth(request), accounts.actor(service.clerk));
    EXPECT_EQ(actor("GET", "/", cookie()), Actor{});
    request.method = "POST";
    EXPECT_EQ(auth(request), Actor{}) << "a change is of who has a session now";
}

TEST_F(AuthTest, WantsTheCsrfTokenOnEveryChangeByCookie) {
    const std::string right = workflow::csrfToken(secret);
    for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
        EXPECT_EQ(refusal(method, "/", cookie()), ErrorCode::forbidden) << method;
        EXPECT_EQ(refusal(method, "/", with("x-csrf-token", "")), ErrorCode::forbidden) << method;
        EXPECT_EQ(refusal(method, "/", with("x-csrf-token", secret)), ErrorCode::forbidden) << method;
        EXPECT_EQ(refusal(method, "/", with("x-csrf-token", workflow::csrfToken("other"))), ErrorCode::forbidden)
            << method;
        EXPECT_EQ(actor(method, "/", with("x-csrf-token", right)), accounts.actor(service.clerk)) << method;
    }
}

TEST_F(AuthTest, TakesNoChangeFromAnotherSite) {
    const std::string right = workflow::csrfToken(secret);
    for (const char* site : {"cross-site", "same-site", ""}) {
        Fields fields = with("x-csrf-token", right);
        fields.emplace_back("sec-fetch-site", site);
        EXPECT_EQ(refusal("POST", "/", fields), ErrorCode::forbidden) << site;
        EXPECT_EQ(actor("GET", "/", fields), accounts.actor(service.clerk)) << site;
    }
    Fields fields = with("x-csrf-token", right);
    fields.emplace_back("sec-fetch-site", "same-origin");
    EXPECT_EQ(actor("POST", "/", fields).kind, Kind::user);
}

TEST_F(AuthTest, WantsNoCsrfTokenForACookieThatOpensNothing) {
    accounts.now += std::chrono::hours(12);
    EXPECT_EQ(actor("POST", "/api/v1/session", cookie()), Actor{});
}

TEST_F(AuthTest, KnowsAProgramByItsToken) {
    EXPECT_EQ(actor("POST", "/", {{"authorization", "Bearer " + token.text}}).id, token.token.id);
    EXPECT_EQ(actor("POST", "/", {{"authorization", "bearer  " + token.text}}).kind, Kind::token);
}

TEST_F(AuthTest, PrefersTheTokenToTheCookie) {
    EXPECT_EQ(actor("POST", "/", with("authorization", "Bearer " + token.text)).kind, Kind::token);
    EXPECT_EQ(refusal("GET", "/", with("authorization", "Bearer wrong")), ErrorCode::secret);
}

TEST_F(AuthTest, RefusesEveryOtherAuthorization) {
    for (const std::string& value :
         {std::string(), std::string("Bearer"), std::string("Basic b2xnYTpvbGdh"), token.text, "Bearer " + secret,
          "Bearer " + token.text + " x", "Link " + token.text + ' '})
        EXPECT_THROW(actor("GET", "/", {{"authorization", value}}), base::Error) << value;
    EXPECT_EQ(
        refusal("GET", "/", {{"authorization", "Bearer " + token.text}, {"authorization", "Bearer " + token.text}}),
        ErrorCode::secret);
}

TEST_F(AuthTest, KnowsASignerByTheirLink) {
    const Actor signer{Kind::link, "S", {}, {}, {}};
    EXPECT_EQ(actor("GET", "/podpis/" + link, {}), signer);
    EXPECT_EQ(actor("POST", "/api/v1/links/" + link + "/signature", {}), signer);
    EXPECT_EQ(actor("POST", "/api/v1/documents", {{"authorization", "Link " + link}}), signer);
    EXPECT_EQ(actor("GET", "/podpis/" + link, cookie()), signer);  // a clerk who opens it sees what the signer sees
}

TEST_F(AuthTest, RefusesEveryWrongLinkInOneWay) {
    const std::string other = workflow::newSecret().text;
    for (const std::string& path : {std::string("/podpis/"), "/podpis/" + other, "/podpis/" + link + "x",
                                    "/podpis/%41" + link, "/api/v1/links/" + other + "/signature"})
        EXPECT_EQ(refusal("GET", path, {}), ErrorCode::notFound) << path;
}

TEST_F(AuthTest, GivesNothingForAnyTruncationOfAField) {
    const std::string whole = "Bearer " + token.text;
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(refusal("GET", "/", {{"authorization", whole.substr(0, length)}}), ErrorCode::secret);
}

}  // namespace
}  // namespace http
