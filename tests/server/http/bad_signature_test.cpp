#include <gtest/gtest.h>

#include "pdfgen/update.h"
#include "server/http/document_routes.h"
#include "server/http/problem.h"
#include "tests/support/document_service.h"
#include "tests/support/hostile_pdfs.h"
#include "tests/support/source.h"

namespace http {
namespace {

using support::textAt;

/// Files that come back by a signer's link, by the rows of the table of bad input: each is refused by the status and
/// type of its row, kept in quarantine with the finding, and changes nothing of the document.
struct BadSignatureTest : testing::Test {
    support::DocumentService service{"bedzin-2019-11-27"};
    support::Documents& office = service.documents;
    domain::Signing declaration = office.issuedForSomebody();
    domain::Signer partner = support::Documents::partnerOf(declaration);
    base::Bytes issued = office.files.get(declaration.document.issuedSha256);
    base::Bytes good = office.signedHead(declaration, partner);

    void expectRefusal(const char* row, base::ByteView file, int status, const std::string& type) {
        const Response refused = service.askByLink(partner.id, "POST", "/signature", file, "application/pdf");
        EXPECT_EQ(refused.status, status) << row << refused.body;
        EXPECT_EQ(textAt(refused, "type"), type) << row;
        EXPECT_EQ(support::fieldOf(refused, "content-type"), "application/problem+json") << row;
        const domain::Upload kept = office.rows.uploadsOf(declaration.document.id).back();
        EXPECT_EQ(kept.kind, domain::UploadKind::quarantine) << row;
        EXPECT_EQ(problemType(kept.findings.front().key), type) << row;
        EXPECT_EQ(office.files.get(kept.sha256), file) << row;
        EXPECT_EQ(office.rows.signing(declaration.document.id), declaration) << row;
    }
    /// Our document with this CMS in the partner's field, right or wrong.
    base::Bytes withCms(const std::string& name) {
        auto prepared = office.reader.prepare(issued, {.field = partner.field, .signerName = "Jan", .at = office.now});
        return signing::finish(std::move(prepared),
                               base::readFile(support::source("tests/data/cms/" + name), std::size_t{1} << 20));
    }
    /// The good file with other numbers in its signature's range, in the same room.
    base::Bytes withRange(const std::string& numbers) const {
        base::Bytes file = good;
        const std::size_t begin = file.find("/ByteRange", issued.size());
        const std::size_t open = file.find('[', begin) + 1, close = file.find(']', begin);
        std::string inside = numbers;
        inside.resize(close - open, ' ');
        return file.replace(open, close - open, inside);
    }
};

TEST_F(BadSignatureTest, CannotBeReadAtAll) {  // rows 15 to 17
    for (const hostile::File& file : hostile::files()) {
        if (file.bytes.empty() || file.finding.empty()) continue;
        if (file.finding == "pdf.expands" || file.finding == "pdf.too_slow") continue;  // the helper's limits: confine
        expectRefusal(file.name.c_str(), file.bytes, 422, problemType(file.finding));
    }
    const base::Bytes encrypted = base::readFile(support::source("tests/data/pdf/encrypted.pdf"), 1 << 20);
    expectRefusal("21", encrypted, 422, "pdf-encrypted");
}

TEST_F(BadSignatureTest, IsNoAnswerToWhatTheOfficeIssued) {
    expectRefusal("23", issued, 422, "signature-missing");
    expectRefusal("24",
                  office.signedBy(base::readFile(support::source("tests/data/pdf/three-fields.pdf"), 1 << 20), "Lider",
                                  "Jan Nowak"),
                  409, "document-mismatch");
    office.reader.activeContent = {"JavaScript"};
    expectRefusal("22", good, 422, "pdf-active-content");
}

TEST_F(BadSignatureTest, DoesNotCoverWhatItShould) {
    for (const char* numbers : {"0 10 20 30", "0 -1 20 30", "0 500 400 600", "0 0 0 0", "99999999 1 1 1"})
        expectRefusal(numbers, withRange(numbers), 422, "signature-range");  // row 25
    pdfgen::Update update(good);
    update.replace(std::stoi(issued.substr(issued.find("/Contents ") + 10)), "<< /Length 0 >> stream\n\nendstream");
    expectRefusal("26", good + update.finish(), 422, "changed-after-signing");
    EXPECT_GT(office.rows.uploadsOf(declaration.document.id).back().findings.size(), 1U);  // the changed objects
}

TEST_F(BadSignatureTest, HoldsAMalformedCms) {
    for (const char* name : {"data.der", "two-signers.der", "encapsulated.der"})
        expectRefusal(name, withCms(name), 422, "cms-malformed");  // row 28
}

TEST_F(BadSignatureTest, IsSomebodyElsesOrTooLate) {
    declaration = office.actions.pin(office.clerk, partner.id, std::string(64, 'a'));
    expectRefusal("30", good, 403, "signer-mismatch");
    declaration = office.actions.pin(office.clerk, partner.id, "");
    office.now += std::chrono::hours(24 * 366 * 20);
    expectRefusal("31", good, 422, "certificate-expired");
}

}  // namespace
}  // namespace http
