#include <gtest/gtest.h>

#include "server/http/document_routes.h"
#include "tests/support/document_service.h"
#include "tests/support/source.h"

namespace http {
namespace {

using support::textAt;
using support::tree;

struct LinkRoutesTest : testing::Test {
    support::DocumentService service{"bedzin-2019-11-27"};  // its partners have names
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedForSomebody();
    domain::Signer partner = support::Documents::partnerOf(declaration);

    Response ask(const std::string& method, const std::string& target, std::string_view body = "",
                 const std::string& type = "application/json") {
        return service.askByLink(partner.id, method, target, body, type);
    }
    std::string state() {
        return std::string(
            domain::name(domain::signerOf(*office.rows.signing(declaration.document.id), partner.id).state));
    }
};

TEST_F(LinkRoutesTest, ChangeNothingByLooking) {
    const auto told = office.told();
    const Response shown = ask("GET", "");
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(textAt(shown, "signer.id"), partner.id);
    EXPECT_EQ(tree(shown).find("ways")->list()->size(), 4U);
    EXPECT_EQ(tree(shown).at("document.signers"), nullptr);
    domain::Signing pinned = *office.rows.signing(declaration.document.id);
    pinned = domain::pinned(std::move(pinned), partner.id, std::string(64, 'a'));
    office.rows.saveSigning(pinned, declaration.document.version);
    EXPECT_EQ(tree(ask("GET", "")).find("ways")->list()->size(), 3U);  // not here
    EXPECT_EQ(ask("GET", "/document").body, office.files.get(declaration.document.issuedSha256));
    EXPECT_EQ(state(), "invited");
    EXPECT_EQ(office.told(), told);
    ask("POST", "/opening");
    EXPECT_EQ(state(), "opened");
    EXPECT_EQ(ask("POST", "/opening").status, 200);
}

TEST_F(LinkRoutesTest, GiveTheTextOfWhatIsSigned) {
    const Response shown = ask("GET", "/text");
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.body.starts_with("<article class=\"document\" lang=\"pl-PL\">")) << shown.body;
    EXPECT_NE(shown.body.find("<h2 id=\"dokument-1\""), shown.body.npos);
    EXPECT_NE(shown.body.find("<h2 id=\"dokument-2\""), shown.body.npos);
    EXPECT_EQ(service.ask("GET", "/api/v1/documents/" + declaration.document.id + "/text").body, shown.body);
    domain::Signing old = *office.rows.signing(declaration.document.id);
    old.document.textSha256.clear();
    office.rows.saveSigning(old, old.document.version);
    EXPECT_EQ(textAt(ask("GET", "/text"), "type"), "document-no-text");
}

TEST_F(LinkRoutesTest, ShowAPageOfWhatIsSigned) {
    const Response shown = ask("GET", "/preview?page=2");
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.body.starts_with("\x89PNG"));
    EXPECT_NE(ask("GET", "/preview").body, shown.body);
    EXPECT_EQ(ask("GET", "/preview?page=99").status, 404);
    EXPECT_EQ(ask("GET", "/preview?page=x").status, 400);
    EXPECT_EQ(service.ask("GET", "/api/v1/documents/" + declaration.document.id + "/preview?page=2").body, shown.body);
}

TEST_F(LinkRoutesTest, NoteThatTheNoticeWasRead) {
    EXPECT_TRUE(tree(ask("GET", "")).at("signer.notice_at")->isNull());
    EXPECT_EQ(textAt(ask("POST", "/notice"), "signer.notice_at"), base::isoInstant(office.now));
    EXPECT_EQ(office.told().back(), "signer.notice");
}

TEST_F(LinkRoutesTest, SayHowLongTheSignedCopyStays) {
    EXPECT_TRUE(tree(ask("GET", "")).find("copy_until")->isNull());
    const Response done = ask("POST", "/signing", R"({"name":"Jan Próbny","consent":true})");
    EXPECT_EQ(textAt(done, "copy_until"), base::isoInstant(office.now + std::chrono::days(30)));
}

TEST_F(LinkRoutesTest, TakeASignedFileRawAndAsAForm) {
    const base::Bytes file = office.signedHead(declaration, partner);
    const std::string form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" + file + "\r\n--b--\r\n";
    const Response taken = ask("POST", "/signature", form, "multipart/form-data; boundary=b");
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(textAt(taken, "upload.state"), "accepted");
    EXPECT_EQ(textAt(taken, "upload.file"), "a.pdf");
    EXPECT_EQ(textAt(taken, "signer.state"), "signed");
    EXPECT_TRUE(tree(taken).find("ways")->list()->empty());
    EXPECT_EQ(ask("GET", "/document").body, file);
    const Response again = ask("POST", "/signature", file, "application/pdf");
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(textAt(again, "upload.id"), textAt(taken, "upload.id"));
    EXPECT_EQ(ask("POST", "/signature", office.files.get(declaration.document.issuedSha256), "application/pdf").status,
              409);
}

TEST_F(LinkRoutesTest, PutAnotherNameBeforeTheClerk) {
    const base::Bytes file =
        office.signedBy(office.files.get(declaration.document.headSha256), partner.field, "Obcy Człowiek");
    const Response waiting = ask("POST", "/signature?name=a.pdf", file, "application/pdf");
    EXPECT_EQ(waiting.status, 200);
    EXPECT_EQ(textAt(waiting, "upload.state"), "waiting");
    EXPECT_EQ(textAt(waiting, "upload.findings.0.type"), "upload-other-name");
}

TEST_F(LinkRoutesTest, RefuseWhatIsNoSignatureAndKeepIt) {
    struct Case {
        base::Bytes body;
        int status;
        std::string type;
    };
    const base::Bytes issued = office.files.get(declaration.document.issuedSha256);
    const base::Bytes file = office.signedHead(declaration, partner);
    base::Bytes broken = file;
    broken[1000] = broken[1000] == 'x' ? 'y' : 'x';
    const std::vector<Case> cases{
        {"nonsense", 422, "pdf-not-pdf"},
        {issued, 422, "signature-missing"},
        {office.signedBy(base::readFile(support::source("tests/data/pdf/three-fields.pdf"), 1 << 20), "Lider", "A B"),
         409, "document-mismatch"},
        {broken, 409, "document-mismatch"}};
    for (const Case& one : cases) {
        const Response refused = ask("POST", "/signature", one.body, "application/pdf");
        EXPECT_EQ(refused.status, one.status) << one.type << refused.body;
        EXPECT_EQ(textAt(refused, "type"), one.type);
    }
    EXPECT_EQ(ask("POST", "/signature", "", "application/pdf").status, 422);
    EXPECT_EQ(state(), "invited");
    const Response kept = service.ask("GET", "/api/v1/quarantine?document=" + declaration.document.id);
    EXPECT_EQ(tree(kept).find("data")->list()->size(), cases.size());
}

TEST_F(LinkRoutesTest, SignHereWithNameAndConsent) {
    const Response missing = ask("POST", "/signing", R"({"name":" "})");
    EXPECT_EQ(missing.status, 422);
    EXPECT_EQ(tree(missing).find("errors")->list()->size(), 2U);
    const Response done = ask("POST", "/signing", R"({"name":"Jan Próbny","consent":true})");
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(textAt(done, "signer.method"), "here");
    EXPECT_EQ(textAt(done, "signer.grade"), "attended");
}

TEST_F(LinkRoutesTest, DeclineWithAReasonOnly) {
    EXPECT_EQ(ask("POST", "/refusal", R"({"reason":""})").status, 422);
    EXPECT_EQ(state(), "invited");
    const Response declined = ask("POST", "/refusal", R"({"reason":"Brak zgody rady"})");
    EXPECT_EQ(textAt(declined, "document.state"), "declined");
    EXPECT_EQ(ask("POST", "/refusal", R"({"reason":"x"})").status, 409);
}

TEST_F(LinkRoutesTest, KeepWhatThePartnerAdds) {
    const Response added = ask("POST", "/attachments?name=pe%C5%82nomocnictwo.jpg", "\xFF\xD8\xFF\xE0", "image/jpeg");
    EXPECT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(textAt(added, "file"), "pełnomocnictwo.jpg");
    EXPECT_EQ(ask("POST", "/attachments", "tekst", "text/plain").status, 422);
    EXPECT_EQ(ask("POST", "/attachments", "\xFF\xD8\xFF\xE0", "image/png").status, 415);
    EXPECT_EQ(ask("POST", "/attachments?name=a%2Fb", "\xFF\xD8\xFF", "image/jpeg").status, 400);
}

TEST_F(LinkRoutesTest, SayInPlainWordsWhatBecameOfAFile) {
    office.demonstration = false;
    office.meeting.id = "inne";
    declaration = office.issuedForSomebody();
    partner = support::Documents::partnerOf(declaration);
    const Response attached = ask("POST", "/signature", "<a/>", "application/octet-stream");
    EXPECT_EQ(attached.status, 200);
    EXPECT_EQ(textAt(attached, "upload.kind"), "attachment");
    EXPECT_EQ(textAt(attached, "verdict"), "Pliku nie przyjęto jako podpisu. Zachowano go jako załącznik.");
    const base::Bytes issued = office.files.get(declaration.document.issuedSha256);
    const base::Bytes others = office.signedBy(issued, partner.field, "Obcy Człowiek");
    EXPECT_EQ(textAt(ask("POST", "/signature", others, "application/pdf"), "verdict"),
              "Plik zachowano. Czeka na potwierdzenie przez urząd.");
    EXPECT_EQ(state(), "invited");
    const Response taken = ask("POST", "/signature", office.signedHead(declaration, partner), "application/pdf");
    EXPECT_EQ(
        textAt(taken, "verdict"),
        "Podpis przyjęto: podpisana treść jest nienaruszona. Zaufanie do certyfikatu jest nieustalone; sprawdzimy "
        "je ponownie, gdy będą dane o zaufaniu.");
}

TEST_F(LinkRoutesTest, GiveEachSignerTheCopyThatTheySigned) {
    office.meeting.id = "inne";
    declaration = office.issuedJoint();
    const domain::Signer first = declaration.signers[0], second = declaration.signers[1];
    const base::Bytes one = office.signedHead(declaration, first), two = office.signedHead(declaration, second);
    office.receive(first, one);
    ASSERT_EQ(office.receive(second, two).upload.kind, domain::UploadKind::counterpart);
    EXPECT_EQ(service.askByLink(first.id, "GET", "/document").body, one);
    EXPECT_EQ(service.askByLink(second.id, "GET", "/document").body, two);
    EXPECT_EQ(service.askByLink(declaration.signers[2].id, "GET", "/document").body, one);
}

TEST_F(LinkRoutesTest, WantNoQueryThatTheyDoNotKnow) {
    EXPECT_EQ(ask("GET", "?x=1").status, 400);
    EXPECT_EQ(ask("GET", "/document?name=a").status, 400);
    EXPECT_EQ(ask("POST", "/opening?x").status, 400);
    EXPECT_EQ(ask("POST", "/signing?x=1", R"({"name":"Jan","consent":true})").status, 400);
    EXPECT_EQ(ask("POST", "/signature?name=a&name=b", "x", "application/pdf").status, 400);
    EXPECT_EQ(state(), "invited");
}

}  // namespace
}  // namespace http
