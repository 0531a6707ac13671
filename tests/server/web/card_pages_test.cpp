#include "server/web/card_pages.h"

#include <gtest/gtest.h>

#include "tests/pdfgen/tools.h"
#include "tests/support/web_service.h"

namespace web {
namespace {

using http::Response;

struct CardPagesTest : testing::Test {
    support::WebService site{};
    support::Documents& office = site.documents;
    std::vector<domain::Signing> declarations = office.issuedDeclarations();
    std::string meeting = "/spotkania/" + office.meeting.id + "/karty";

    CardPagesTest() { site.visitor = office.clerk; }
    std::size_t linksMade() {
        const auto told = office.told();
        return static_cast<std::size_t>(std::count(told.begin(), told.end(), "link.make"));
    }
};

TEST_F(CardPagesTest, AskBeforeLinksAreMade) {
    const Response asked = site.ask("GET", meeting);
    EXPECT_EQ(asked.status, 200) << asked.body;
    EXPECT_NE(asked.body.find("przestaną działać"), asked.body.npos);
    EXPECT_EQ(linksMade(), 0U);
}

TEST_F(CardPagesTest, MakeOneForEveryPartnerWhoCanStillSign) {
    const domain::Signer& first = support::Documents::partnerOf(declarations.front());
    office.actions.decline(office.partner, first.id, "nie");
    const Response cards = site.ask("POST", meeting, "csrf_token=x");
    EXPECT_EQ(cards.status, 200) << cards.body;
    EXPECT_EQ(linksMade(), declarations.size() - 1);
    EXPECT_EQ(tools::countOf(cards.body, "<svg "), declarations.size() - 1);
    EXPECT_EQ(tools::countOf(cards.body, "http://127.0.0.1:8080/podpis/"), declarations.size() - 1);
    EXPECT_EQ(cards.body.find(first.party), cards.body.npos);
    EXPECT_EQ(cards.body.find("style=\""), cards.body.npos);
}

TEST_F(CardPagesTest, MakeOneForOneSigner) {
    const domain::Signer& first = support::Documents::partnerOf(declarations.front());
    const std::string card = "/podpisujacy/" + first.id + "/karta";
    EXPECT_EQ(site.ask("GET", card).status, 200);
    EXPECT_EQ(linksMade(), 0U);
    EXPECT_EQ(tools::countOf(site.ask("POST", card, "csrf_token=x").body, "<svg "), 1U);
    EXPECT_EQ(linksMade(), 1U);
    office.actions.decline(office.partner, first.id, "nie");
    EXPECT_EQ(site.ask("POST", card, "csrf_token=x").status, 409);
    EXPECT_EQ(site.ask("GET", "/podpisujacy/nikt/karta").status, 404);
}

TEST_F(CardPagesTest, AreForThoseWhoMayMakeLinks) {
    site.visitor = {};
    EXPECT_EQ(site.ask("POST", meeting, "csrf_token=x").status, 401);
    site.visitor = {domain::Actor::Kind::user, "reader", {}, {domain::Role::reader}, {}};
    EXPECT_EQ(site.ask("POST", meeting, "csrf_token=x").status, 403);
    EXPECT_EQ(linksMade(), 0U);
}

}  // namespace
}  // namespace web
