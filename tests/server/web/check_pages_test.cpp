#include <gtest/gtest.h>

#include "tests/support/source.h"
#include "tests/support/web_service.h"

namespace web {
namespace {

using http::Response;

struct CheckPagesTest : testing::Test {
    support::WebService site{};
    support::Documents& office = site.documents;
    domain::Signing declaration = office.issuedDeclaration();

    Response check(std::string_view file) { return site.sendFile("/sprawdz-podpis", "file", "a<b>.pdf", file); }
    static bool says(const Response& page, std::string_view text) { return page.body.find(text) != page.body.npos; }
};

TEST_F(CheckPagesTest, AskForAFile) {
    EXPECT_TRUE(says(site.ask("GET", "/sprawdz-podpis"), "type=\"file\""));
    const Response none = site.sendFile("/sprawdz-podpis", "other", "a.pdf", "x");
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(says(none, "id=\"file-fault\""));
}

TEST_F(CheckPagesTest, GiveThreeAnswersAndKeepNothing) {
    const auto objects = office.files.objects.size();
    const auto told = office.told();
    const Response page = check(office.signedHead(declaration, support::Documents::partnerOf(declaration)));
    EXPECT_EQ(page.status, 200) << page.body;
    for (const char* part : {"Czy treść jest nienaruszona?", "Kto podpisał i", "Jaki to podpis i", "Co dalej?",
                             "To dokument wydany przez urząd: ", "a&lt;b&gt;.pdf", "Szczegóły techniczne"})
        EXPECT_TRUE(says(page, part)) << part;
    EXPECT_FALSE(says(page, "idempotency_key"));
    EXPECT_EQ(office.files.objects.size(), objects);
    EXPECT_EQ(office.told(), told);
}

TEST_F(CheckPagesTest, SayThatThereIsNoSignature) {  // case 12
    EXPECT_TRUE(says(check(office.files.get(declaration.document.issuedSha256)), "To oryginał do podpisania."));
    const base::Bytes other = base::readFile(support::source("tests/data/pdf/three-fields.pdf"), 1 << 20);
    EXPECT_TRUE(says(check(other), "nie jego wydruk ani skan"));
}

TEST_F(CheckPagesTest, SayWhatCannotBeChecked) {
    const Response page = check("<?xml version=\"1.0\"?>");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(says(page, "Tego pliku nie można sprawdzić"));
}

}  // namespace
}  // namespace web
