#include <gtest/gtest.h>

#include "server/web/page_text.h"
#include "tests/support/page_service.h"
#include "tests/support/web_service.h"

namespace web {
namespace {

using http::Response;

struct LinkPagesTest : testing::Test {
    support::WebService site{"bedzin-2019-11-27"};  // its partners have names
    support::Documents& office = site.documents;
    domain::Signing declaration = office.issuedForSomebody();
    domain::Signer partner = support::Documents::partnerOf(declaration);
    std::string link = "/podpis/" + partner.id;

    domain::Signer signer() { return domain::signerOf(*office.rows.signing(declaration.document.id), partner.id); }
    static bool says(const Response& page, std::string_view text) { return page.body.find(text) != page.body.npos; }
    static std::string locationOf(const Response& page) {
        for (const auto& [name, value] : page.fields)
            if (name == "location") return value;
        return {};
    }
    void open() { ASSERT_EQ(site.ask("POST", link + "/otwarcie").status, 303); }
};

TEST_F(LinkPagesTest, ChangeNothingUntilAPersonOpens) {
    const auto told = office.told();
    const Response cover = site.ask("GET", link);
    EXPECT_EQ(cover.status, 200) << cover.body;
    EXPECT_TRUE(says(cover, "Otwórz dokument"));
    EXPECT_TRUE(says(cover, "Urząd zaprasza"));
    EXPECT_FALSE(says(cover, "<article"));
    EXPECT_EQ(site.ask("HEAD", link).status, 200);
    EXPECT_EQ(site.ask("GET", link + "/dokument").body, office.files.get(declaration.document.issuedSha256));
    EXPECT_EQ(office.told(), told);
    const Response opened = site.ask("POST", link + "/otwarcie");
    EXPECT_EQ(opened.status, 303);
    EXPECT_EQ(locationOf(opened), link);
    EXPECT_EQ(signer().state, domain::SignerState::opened);
}

TEST_F(LinkPagesTest, ShowTheTextTheNoticeAndTheWays) {
    open();
    const Response page = site.ask("GET", link);
    EXPECT_TRUE(says(page, gluedMarkup(office.files.get(declaration.document.textSha256))));
    for (const char* part : {"<h1>Deklaracja", "href=\"#dokument-2\"", "/plik\"", "/podpisanie\"", "/odmowa\"",
                             "/zalacznik\"", "/informacja\"", "Podpis na papierze"})
        EXPECT_TRUE(says(page, part)) << part;
    EXPECT_TRUE(says(page, "src=\"" + link + "/podglad.png\""));
    EXPECT_TRUE(site.ask("GET", link + "/podglad.png").body.starts_with("\x89PNG"));
    EXPECT_EQ(site.ask("POST", link + "/informacja").status, 303);
    EXPECT_TRUE(signer().noticeAt.has_value());
    EXPECT_TRUE(says(site.ask("GET", link), "Zapoznanie się z"));
}

TEST_F(LinkPagesTest, AnswerAReturnedFileAtOnce) {
    open();
    EXPECT_TRUE(says(site.sendFile(link + "/plik", "file", "a.pdf", "nonsense"), "id=\"problem\""));
    EXPECT_EQ(site.sendFile(link + "/plik", "other", "a.pdf", "x").status, 422);
    const Response taken =
        site.sendFile(link + "/plik", "file", "mój plik.pdf", office.signedHead(declaration, partner));
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_TRUE(says(taken, "Podpisany plik przyjęto"));
    EXPECT_TRUE(says(taken, "Dokument jest podpisany"));
    EXPECT_FALSE(says(taken, "/podpisanie\""));
    EXPECT_EQ(office.rows.uploadsOf(declaration.document.id).back().fileName, "mój plik.pdf");
    EXPECT_EQ(locationOf(site.ask("GET", link + "/plik")), link);
}

TEST_F(LinkPagesTest, KeepWhatWasTypedAndNameTheFault) {
    open();
    const Response again = site.ask("POST", link + "/podpisanie", "name=Jan+%3Cb%3E");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "value=\"Jan &lt;b&gt;\""));
    EXPECT_TRUE(says(again, "id=\"consent-fault\""));
    EXPECT_TRUE(says(again, "Zaproszono: " + partner.expectedName + "."));
    const Response nameless = site.ask("POST", link + "/podpisanie", "name=&consent=yes");
    EXPECT_TRUE(says(nameless, "value=\"yes\" checked"));
    EXPECT_TRUE(says(nameless, "aria-describedby=\"name-hint name-fault\""));
    EXPECT_EQ(site.ask("POST", link + "/podpisanie", "name=Jan+Nowak&consent=yes").status, 303);
    EXPECT_EQ(signer().signedName, "Jan Nowak");
    const Response after = site.ask("GET", link);
    EXPECT_TRUE(says(after, "Podpis złożono tutaj"));
    EXPECT_TRUE(says(after, "Podpisał(a): Jan Nowak."));
    EXPECT_TRUE(says(after, "Pobierz podpisany egzemplarz (PDF)</a></p>\n</div>"));
}

TEST_F(LinkPagesTest, TakeARefusalWithItsReason) {
    open();
    EXPECT_TRUE(says(site.ask("POST", link + "/odmowa", "reason=+"), "<details class=\"ask\" open>"));
    EXPECT_EQ(site.ask("POST", link + "/odmowa", "reason=%3Cscript%3E").status, 303);
    const Response after = site.ask("GET", link);
    EXPECT_TRUE(says(after, "Powód: &lt;script&gt;"));
    EXPECT_FALSE(says(after, "/odmowa\""));
}

TEST_F(LinkPagesTest, NameTheOfficeThatInvites) {
    support::PageService canned;
    canned.answers["GET /links/s"] = {200, R"({"document":{"state":"sent"},"signer":{"state":"invited"}})"};
    canned.answers["GET /office/contact"] = {200, R"({"name":"MOPS <Zarzecze>"})"};
    EXPECT_TRUE(support::has(canned.html("/podpis/s"), "MOPS &lt;Zarzecze&gt; zaprasza"));
}

TEST_F(LinkPagesTest, AreTheSameForEveryDeadLink) {
    const Response dead = site.ask("GET", "/podpis/nic");
    EXPECT_EQ(dead.status, 404);
    EXPECT_TRUE(says(dead, "Ten link nie otwiera żadnego dokumentu"));
    for (const char* form : {"/otwarcie", "/informacja", "/podpisanie", "/odmowa"})
        EXPECT_EQ(site.ask("POST", std::string("/podpis/nic") + form, "name=a&reason=b").status, 404) << form;
    EXPECT_EQ(site.sendFile("/podpis/nic/plik", "file", "a.pdf", "x").status, 404);
}

TEST_F(LinkPagesTest, NeverShowTheSecretToTheLog) {
    EXPECT_EQ(site.ask("GET", link).route, "/podpis/{secret}");
    EXPECT_EQ(site.ask("GET", "/podpis/nic").route, "/podpis/{secret}");
    EXPECT_EQ(site.ask("POST", link + "/odmowa", "reason=").route, "/podpis/{secret}/odmowa");
}

}  // namespace
}  // namespace web
