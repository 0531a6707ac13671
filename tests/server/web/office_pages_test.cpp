#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::locationOf;

struct OfficePagesTest : testing::Test, support::PageService {
    OfficePagesTest() {
        answers["GET /office"] = {200, R"({"schema":"office/1","signing":"paper","leader":{"address":"ul. Długa 1"},)"
                                       R"("retention":{"text":"raz\ndwa"}})"};
    }
};

TEST_F(OfficePagesTest, ShowTheStateOfTheServiceInWords) {
    answers["GET /health/ready"] = {503, R"({"ready":false,"checks":[
        {"name":"key","condition":"warning","text":"Bez hasła."},{"name":"disk","condition":"bad","text":"Pełny."}]})"};
    const std::string html = this->html("/ustawienia");
    for (const char* part : {"uwaga", "Bez hasła.", "key_passphrase_file", "błąd", "Pełny.", "zwolnić miejsce",
                             R"(href="/ustawienia/urzad")", R"(href="/konta")"})
        EXPECT_TRUE(has(html, part)) << part;
    answers["GET /health/ready"] = {500, ""};
    EXPECT_TRUE(has(this->html("/ustawienia"), "Stanu nie udało się odczytać."));
}

TEST_F(OfficePagesTest, ShowTheOfficesDataAsAForm) {
    const std::string html = this->html("/ustawienia/urzad");
    EXPECT_TRUE(has(html, R"(name="leader__address" value="ul. Długa 1")"));
    EXPECT_TRUE(has(html, R"(<option value="paper" selected>)"));
    EXPECT_TRUE(has(html, R"(name="if_match" value="&quot;7&quot;")"));
    EXPECT_TRUE(has(html, "\nraz\ndwa</textarea>"));
}

TEST_F(OfficePagesTest, SaveWhatWasFilledIn) {
    answers["PUT /office"] = {200, "{}"};
    const auto saved =
        post("/ustawienia/urzad", "if_match=%227%22&leader__address=ul.+D%C5%82uga+1&note=&signing=paper");
    EXPECT_EQ(locationOf(saved), "/ustawienia/urzad?zrobiono=saved");
    EXPECT_EQ(changes.back(),
              R"(PUT /office {"leader":{"address":"ul. Długa 1"},"schema":"office/1","signing":"paper"})");
    EXPECT_TRUE(has(html("/ustawienia/urzad?zrobiono=saved"), "Zapisano."));
}

TEST_F(OfficePagesTest, ShowEveryFaultBesideItsField) {
    answers["PUT /office"] = {422, R"({"status":422,"detail":"Błędy.","errors":[
        {"pointer":"/leader_rep/participant_order","detail":"Liczba."},{"pointer":"/signing","detail":"Inaczej."}]})"};
    const auto refused =
        post("/ustawienia/urzad", "if_match=%227%22&leader_rep__participant_order=dwa&retention__text=a%0D%0Ab");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused.body, R"(id="leader_rep__participant_order-fault">Liczba.</p>)"));
    EXPECT_TRUE(has(refused.body, R"(<p class="fault">Inaczej.</p>)"));
    EXPECT_TRUE(has(refused.body, R"(value="dwa")"));
    EXPECT_TRUE(has(refused.body, "\na\nb</textarea>"));
}

TEST_F(OfficePagesTest, ShowTheKeysCertificate) {
    answers["GET /office/certificate"] = {200, R"({"pem":"-----BEGIN\nMII\n","subject":"CN=A","issuer":"CN=A",)"
                                               R"("serial":"1","not_before":"2026-01-01T00:00:00Z",)"
                                               R"("not_after":"2036-01-01T00:00:00Z","own":true,"passphrase":false})"};
    const std::string html = this->html("/ustawienia/klucz");
    EXPECT_TRUE(has(html, "-----BEGIN\nMII\n"));
    EXPECT_TRUE(has(html, "nie jest chroniony hasłem"));
    EXPECT_TRUE(has(html, "wystawiła sobie ta instalacja"));
}

}  // namespace
}  // namespace web
