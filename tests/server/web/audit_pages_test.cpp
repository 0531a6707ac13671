#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;

const std::string kHash(64, 'a');

struct AuditPagesTest : testing::Test, support::PageService {
    AuditPagesTest() {
        answers["GET /users"] = listOf(R"({"id":"U1","name":"olga"})");
        answers["GET /audit"] = {200, R"({"data":[
            {"sequence":2,"at":"2026-11-25T09:00:00Z","actor":{"kind":"user","id":"U1"},"action":"document.issue",
             "subject":{"kind":"document","id":"D1"},"detail":")" +
                                          kHash + R"("},
            {"sequence":1,"at":"2026-11-25T09:00:00Z","actor":{"kind":"system","id":""},"action":"new.deed",
             "subject":{"kind":"","id":""},"detail":""}],"pagination":{"limit":50,"next":"1"}})"};
    }
};

TEST_F(AuditPagesTest, TellWhoDidWhatInWords) {
    const std::string html = this->html("/dziennik");
    for (const char* part : {"konto olga", "wydano dokument", R"(href="/dokumenty/D1")", "aaaaaaaaaaaa…", "new.deed",
                             "serwis albo wiersz poleceń", R"(href="/dziennik?q=&amp;czego=&amp;przed=1")"})
        EXPECT_TRUE(has(html, part)) << part << html;
    EXPECT_FALSE(has(html, kHash));
}

TEST_F(AuditPagesTest, HandTheFilterToTheApi) {
    html("/dziennik?q=olga&czego=document&przed=9");
    EXPECT_TRUE(has(asked.back() + asked.at(asked.size() - 2) + asked.at(asked.size() - 3),
                    "GET /audit?newest=true&limit=50&q=U1%20document&after=9"));
    answers["GET /audit"] = listOf("");
    EXPECT_TRUE(has(html("/dziennik?q=nic"), "Nie ma zdarzeń dla tego wyboru."));
}

TEST_F(AuditPagesTest, SayWhatTheCheckFound) {
    answers["GET /audit/check"] = {200, R"({"intact":true,"entries":1234,"last_hash":"ff","faults":[]})"};
    EXPECT_TRUE(has(html("/dziennik/sprawdzenie"), "Dziennik jest nienaruszony"));
    answers["GET /audit/check"] = {200, R"({"intact":false,"entries":3,"last_hash":"ff","faults":[
        {"kind":"missing","sequence":2},{"kind":"altered","sequence":3}]})"};
    const std::string html = this->html("/dziennik/sprawdzenie");
    for (const char* part : {"Dziennik nie jest nienaruszony.", "brakuje wpisu", "wpis zmieniony"})
        EXPECT_TRUE(has(html, part)) << part;
}

}  // namespace
}  // namespace web
