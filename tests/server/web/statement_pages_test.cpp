#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;

struct StatementPagesTest : testing::Test, support::PageService {};

TEST_F(StatementPagesTest, NameTheOfficeAndWhatTheActWants) {
    answers["GET /office/contact"] = {200, R"({"name":"MOPS","address":"ul. Długa 1","contact":"32 123 45 67"})"};
    const std::string html = this->html("/dostepnosc");
    for (const char* part :
         {"MOPS", "32\u00a0123\u00a045\u00a067", "akces.example", R"(id="a11y-status")", R"(id="a11y-procedura")",
          R"(id="a11y-kontakt")", R"(id="a11y-data-sporzadzenie")", "bip.brpo.gov.pl", "częściowo zgodny"})
        EXPECT_TRUE(has(html, part)) << part;
}

TEST_F(StatementPagesTest, SayThatTheOfficeIsNotNamedYet) {
    answers["GET /office/contact"] = {200, R"({"name":null,"address":null,"contact":null})"};
    EXPECT_TRUE(has(html("/dostepnosc"), "deklaracja jest niepełna"));
    language = "en";
    EXPECT_TRUE(has(html("/dostepnosc"), "partly compliant"));
}

}  // namespace
}  // namespace web
