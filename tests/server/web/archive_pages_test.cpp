#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;
using support::locationOf;

const std::string kRecord =
    R"({"id":"R1","meeting":"knurow","document":"D1","kind":"declaration","file":"zażółć<b>.pdf","sha256":"ab","size":94000,)"
    R"("verdict":"TOTAL-FAILED","archivedAt":"2026-11-25T09:00:00Z","signatures":[{"field":"Lider","signer":"Olga",)"
    R"("indication":"TOTAL-FAILED","intact":false,"demonstration":true}]})";

struct ArchivePagesTest : testing::Test, support::PageService {
    ArchivePagesTest() {
        answers["GET /archive/records"] = listOf(kRecord);
        answers["GET /archive/records/R1"] = {200, kRecord};
        answers["GET /archive/records/R1/meeting"] = {200, R"({"meeting":{"title":"Spotkanie","date":"2019-11-13"},)"
                                                           R"("participants":[{},{}]})"};
        answers["GET /archive/records/R1/verdict"] = {200, R"({"error":null,"signatures":[{"reasons":["Powód."],)"
                                                           R"("changes":["Powód."]}]})"};
        answers["GET /jobs"] = listOf("");
        answers["GET /meetings"] = listOf("");
    }
    void job(const std::string& members) {
        answers["GET /jobs/J1"] = {200, R"({"id":"J1","kind":"archive-check",)" + members + '}'};
    }
};

TEST_F(ArchivePagesTest, ListRecordsWithTheirVerdictInWords) {
    const std::string html = this->html("/archiwum");
    EXPECT_TRUE(has(html, "zażółć&lt;b&gt;.pdf"));
    EXPECT_TRUE(has(html, R"(<span class="state bad">podpis nieprawidłowy</span>)"));
    EXPECT_TRUE(has(html, "podpisy pokazowe"));
    EXPECT_TRUE(has(html, "jeszcze niesprawdzona"));
}

TEST_F(ArchivePagesTest, TellTheMeetingAndThePartyByName) {
    EXPECT_TRUE(has(html("/archiwum"), "– Olga"));  // the certificate's, where nothing else is known
    EXPECT_TRUE(has(html("/archiwum"), R"(data-label="Spotkanie">knurow<)"));
    answers["GET /meetings"] = listOf(R"({"id":"knurow","title":"Spotkanie w Knurowie","date":"2019-11-13"})");
    answers["GET /documents"] = listOf(R"({"id":"D1","signers":[{"field":"Lider","party":"Ośrodek"},)"
                                       R"({"field":"Partner-1","party":"Szkoła"}]})");
    const std::string html = this->html("/archiwum");
    EXPECT_TRUE(has(html, "Spotkanie w\u00a0Knurowie"));
    EXPECT_TRUE(has(html, "13 listopada 2019"));
    EXPECT_TRUE(has(html, "– Szkoła"));
    EXPECT_FALSE(has(html, "– Olga"));
}

TEST_F(ArchivePagesTest, HandTheSearchToTheApi) {
    answers["GET /archive/records?q=%C5%81%C3%B3d%C5%BA%20%26&limit=200"] = listOf("");
    const std::string html = this->html("/archiwum?q=%C5%81%C3%B3d%C5%BA+%26");
    EXPECT_TRUE(has(html, "Brak wyników dla: „Łódź &amp;”")) << html;
    EXPECT_TRUE(has(html, R"(value="Łódź &amp;")"));
}

TEST_F(ArchivePagesTest, ShowAnEmptyArchiveWithWhatToDo) {
    answers["GET /archive/records"] = listOf("");
    const std::string html = this->html("/archiwum");
    EXPECT_TRUE(has(html, "Archiwum jest puste."));
    EXPECT_TRUE(has(html, R"(href="/dokumenty")"));
    EXPECT_FALSE(has(html, "<table"));
}

TEST_F(ArchivePagesTest, ShowTheNewestOfTooMany) {
    std::string many = kRecord;
    for (int i = 0; i < 100; ++i) many += ',' + kRecord;
    answers["GET /archive/records"] = listOf(many);
    EXPECT_TRUE(has(html("/archiwum"), "Pokazano 100 najnowszych wpisów z\u00a0101."));
}

TEST_F(ArchivePagesTest, ShowARecordWithItsFilesAndItsMeeting) {
    const std::string html = this->html("/archiwum/R1");
    for (const char* part :
         {"Spotkanie", "13 listopada 2019", "Olga", "nieprawidłowy", R"(href="/archiwum/R1/dokument")",
          R"(href="/archiwum/R1/wynik")", R"(href="/archiwum/R1/spotkanie")", R"(<ul lang="pl">)", "94"})
        EXPECT_TRUE(has(html, part)) << part;
    EXPECT_EQ(html.find("Powód."), html.rfind("Powód."));  // once
    EXPECT_EQ(ask("GET", "/archiwum/nic").status, 404);
    answers["GET /archive/records/R1/document"] = {200, "%PDF", "application/pdf"};
    EXPECT_EQ(this->html("/archiwum/R1/dokument"), "%PDF");
}

TEST_F(ArchivePagesTest, SayThatARecordsObjectIsDamaged) {
    answers["GET /archive/records/R1/verdict"] = {500, "{}"};
    EXPECT_TRUE(has(html("/archiwum/R1"), "Pliku nie można odczytać."));
}

TEST_F(ArchivePagesTest, CheckTheWholeArchive) {
    answers["POST /archive/checks"] = {202, R"({"id":"J1"})"};
    EXPECT_EQ(locationOf(post("/archiwum/sprawdzenia", "csrf_token=C")), "/archiwum/sprawdzenia/J1");
    EXPECT_EQ(locationOf(ask("GET", "/archiwum/sprawdzenia")), "/archiwum");
    job(R"("state":"running","done":3,"total":8,"result":null,"problem":null,"ended_at":null)");
    EXPECT_TRUE(has(html("/archiwum/sprawdzenia/J1"), R"(data-again="2")"));
    EXPECT_TRUE(has(html("/archiwum/sprawdzenia/J1"), R"(<progress id="progress" max="8" value="3">)"));
    job(R"("state":"done","done":8,"total":8,"result":{"damages":[]},"problem":null,"ended_at":"2026-11-25T09:00:00Z")");
    EXPECT_TRUE(has(html("/archiwum/sprawdzenia/J1"), "Nienaruszalność: zgodna."));
    EXPECT_FALSE(has(html("/archiwum/sprawdzenia/J1"), "data-again"));
    job(R"("state":"failed","done":1,"total":8,"result":null,"problem":"Brak miejsca.","ended_at":"2026-11-25T09:00:00Z")");
    EXPECT_TRUE(has(html("/archiwum/sprawdzenia/J1"), "Brak miejsca."));
}

TEST_F(ArchivePagesTest, NameWhatIsDamaged) {
    job(R"("state":"done","done":8,"total":8,"problem":null,"ended_at":"2026-11-25T09:00:00Z",)"
        R"("result":{"damages":[{"object":"abc","kind":"missing","files":["a.pdf","b.pdf"]}]})");
    for (const char* part : {"Nienaruszalność: niezgodna.", "a.pdf", "b.pdf", "brakuje", "abc", "kopii zapasowej"})
        EXPECT_TRUE(has(html("/archiwum/sprawdzenia/J1"), part)) << part;
    answers["GET /jobs"] =
        listOf(R"({"id":"J1","kind":"archive-check","state":"done","made_at":"2026-11-25T08:00:00Z",)"
               R"("ended_at":"2026-11-25T09:00:00Z","result":{"damages":[{"object":"abc"}]}})");
    EXPECT_TRUE(has(html("/archiwum"), "Nienaruszalność: niezgodna."));
}

}  // namespace
}  // namespace web
