#include "signing/pades.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"
#include "pdfgen/appearance.h"
#include "pdfgen/reader.h"
#include "pdfgen/revisions.h"
#include "pdfgen/update.h"
#include "signing/identity_state.h"
#include "signing/issuer.h"
#include "signing/validate.h"
#include "tests/support/source.h"

namespace {

const std::filesystem::path kData = support::source("tests/data");
constexpr const char* kPassword = "zażółć gęślą jaźń";

base::Bytes bytesOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

pdfgen::SignatureAppearances& appearances() {
    static pdfgen::SignatureAppearances loaded;
    return loaded;
}

base::Bytes signedInto(const base::Bytes& pdf, const char* field, const char* key) {
    const auto identity = signing::Identity::fromPkcs12(bytesOf(kData / "keys" / key), kPassword);
    return signing::sign(pdf, identity, {.field = field, .signerName = identity.certificate().name, .at = now()},
                         appearances());
}

base::ErrorCode refusal(const base::Bytes& pdf, const char* field, const char* key) {
    try {
        signedInto(pdf, field, key);
    } catch (const base::Error& error) {
        return error.code();
    }
    return base::ErrorCode::internal;
}

/// 0 when qpdf and pdfsig both take the file, and pdfsig calls `count` signatures valid.
int judged(const base::Bytes& pdf, int count) {
    const auto path = std::filesystem::temp_directory_path() / "akces_pades_test.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    const std::string file = path.string();
    return std::system(("qpdf --check " + file + " >/dev/null && test $(pdfsig -nocert " + file +
                        " | grep -c 'Signature is Valid') = " + std::to_string(count))
                           .c_str());
}

TEST(Pades, SignsThreeFieldsOneAfterAnother) {
    for (const char* name : {"three-fields.pdf", "xref-stream.pdf", "linearized.pdf"}) {
        const base::Bytes original = bytesOf(kData / "pdf" / name);
        const base::Bytes first = signedInto(original, "Partner-1", "rsa.p12");
        const base::Bytes second = signedInto(first, "Partner-2", "ec.p12");
        const base::Bytes third = signedInto(second, "Lider", "rc2.p12");
        EXPECT_TRUE(third.starts_with(second) && second.starts_with(first) && first.starts_with(original)) << name;
        EXPECT_EQ(judged(third, 3), 0) << name;
    }
}

TEST(Pades, RefusesMissingAndSignedFieldsAndUnfitKeys) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    EXPECT_EQ(refusal(pdf, "Brak", "ec.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(pdf, "", "ec.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(pdf, "Lider", "weak.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(pdf, "Lider", "key-usage.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(signedInto(pdf, "Lider", "ec.p12"), "Lider", "ec.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(bytesOf(kData / "pdf/encrypted.pdf"), "Lider", "ec.p12"), base::ErrorCode::unreadable);
}

int appearanceOf(const base::Bytes& pdf, const char* field) {
    return pdfgen::Reader(pdf).signatureField(field)->appearance;
}

signing::SignatureVerdict firstOf(const base::Bytes& pdf) {
    return signing::validate(pdf, {signing::TrustAnchors(), now()}).signatures.at(0);
}

TEST(Pades, RewritesTheFormOfAPreparedField) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    const base::Bytes made = signedInto(pdf, "Lider", "ec.p12");
    EXPECT_EQ(appearanceOf(made, "Lider"), appearanceOf(pdf, "Lider"));
    EXPECT_NE(made.find("\n11 0 obj", pdf.size()), made.npos);
}

TEST(Pades, LeavesAFormThatSomethingElseShows) {
    const base::Bytes shared = bytesOf(kData / "pdf/shared-form.pdf");
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    pdfgen::Update update(pdf);
    const std::string states = std::to_string(update.add("<< /N 9 0 R >>")) + " 0 R";
    for (const int field : {6, 7}) update.replace(field, pdfgen::Reader(pdf).objectWith(field, 0, {{"/AP", states}}));
    for (const base::Bytes& original : {shared, pdf + update.finish()}) {
        const base::Bytes first = signedInto(original, "Partner-1", "ec.p12");
        EXPECT_EQ(first.find("\n9 0 obj", original.size()), first.npos);
        EXPECT_NE(appearanceOf(first, "Partner-1"), 9);
        EXPECT_EQ(appearanceOf(first, "Partner-2"), 9);
        const base::Bytes second = signedInto(first, "Partner-2", "ec.p12");
        EXPECT_EQ(judged(second, 2), 0);
        EXPECT_NE(firstOf(second).changesAfter, signing::Changes::disallowed);
    }
}

TEST(Pades, KeepsTheGenerationsOfFormsAndWidgets) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    pdfgen::Update update(pdf);
    update.replace(9, "<< /Type /XObject /Subtype /Form /BBox [0 0 180 50] /Length 0 >>\nstream\n\nendstream", 2);
    update.replace(6, pdfgen::Reader(pdf).objectWith(6, 0, {{"/AP", "<< /N 9 2 R >>"}}));
    const base::Bytes made = signedInto(pdf + update.finish(), "Partner-1", "ec.p12");
    EXPECT_EQ(appearanceOf(made, "Partner-1"), 9);
    EXPECT_EQ(pdfgen::Revisions(made).find(9, 2)->generation, 2);
    EXPECT_EQ(judged(made, 1), 0);

    const base::Bytes foreign = bytesOf(kData / "pdf/foreign-field.pdf");
    const pdfgen::Reader reader(foreign);
    pdfgen::Update moved(foreign);
    moved.replace(7, reader.objectWith(7, 0, {}), 3);
    moved.replace(6, reader.objectWith(6, 0, {{"/Kids", "[7 3 R]"}}));
    moved.replace(3, reader.objectWith(3, 0, {{"/Annots", "[7 3 R 9 0 R 10 0 R]"}}));
    const base::Bytes other = signedInto(foreign + moved.finish(), "podpisy.osoba", "ec.p12");
    EXPECT_NE(appearanceOf(other, "podpisy.osoba"), 0);
    EXPECT_EQ(firstOf(other).integrity, signing::Integrity::intact);  // pdfsig does not see a widget of its own
}

signing::Key sharedKey(const signing::Identity& identity) {
    EVP_PKEY_up_ref(identity.state().key.get());
    return signing::Key(identity.state().key.get());
}

signing::Certificate sharedCertificate(const signing::Identity& identity) {
    X509_up_ref(identity.state().certificate.get());
    return signing::Certificate(identity.state().certificate.get());
}

TEST(Pades, MakesRoomForALongChain) {
    const signing::DemonstrationIssuer issuer(now() - std::chrono::hours(1));
    signing::Certificates chain(sk_X509_new_null());
    for (int i = 0; i < 30; ++i)
        sk_X509_push(chain.get(), sharedCertificate(issuer.issue({"Próba", "Próba", "Próbna", ""})).release());
    const auto one = issuer.issue({"Żaneta Próbna (POKAZ)", "Żaneta", "Próbna", ""});
    const auto identity = signing::identityOf(sharedKey(one), sharedCertificate(one), std::move(chain));
    const auto pdf = signing::sign(bytesOf(kData / "pdf/three-fields.pdf"), identity,
                                   {.field = "Lider", .signerName = "Żaneta", .at = now()}, appearances());
    EXPECT_GT(pdf.size(), 30000U);
    EXPECT_EQ(judged(pdf, 1), 0);
}

/// The three fields, `field` (8: Lider, 6: Partner-1) with a /Lock.
base::Bytes withLock(const base::Bytes& pdf, int field, const char* lock) {
    pdfgen::Update update(pdf);
    update.replace(field, pdfgen::Reader(pdf).objectWith(field, 0, {{"/Lock", lock}}));
    return pdf + update.finish();
}

TEST(Pades, RefusesAFieldThatAnEarlierSignatureLocked) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    const auto lockedBy = [&](const char* lock) { return signedInto(withLock(pdf, 8, lock), "Lider", "ec.p12"); };
    EXPECT_EQ(refusal(lockedBy("<< /Action /All >>"), "Partner-1", "ec.p12"), base::ErrorCode::refused);
    EXPECT_EQ(refusal(lockedBy("<< /Action /Include /Fields [(x)] /P 1 >>"), "Partner-1", "ec.p12"),
              base::ErrorCode::refused);
    const base::Bytes one = lockedBy("<< /Action /Include /Fields [(Partner-1)] >>");
    EXPECT_EQ(refusal(one, "Partner-1", "ec.p12"), base::ErrorCode::refused);
    EXPECT_NO_THROW(signedInto(one, "Partner-2", "ec.p12"));
    EXPECT_NO_THROW(signedInto(withLock(pdf, 8, "<< /Action /All >>"), "Partner-1", "ec.p12"));
}

TEST(Pades, RefusesAFieldThatALaterLockLeavesOpenAndAnEarlierDoesNot) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    const base::Bytes both = withLock(withLock(pdf, 8, "<< /Action /Exclude /Fields [(Partner-1)] >>"), 6,
                                      "<< /Action /Exclude /Fields [(Partner-2)] >>");
    const base::Bytes two = signedInto(signedInto(both, "Lider", "ec.p12"), "Partner-1", "ec.p12");
    EXPECT_EQ(refusal(two, "Partner-2", "ec.p12"), base::ErrorCode::refused);
}

TEST(Pades, RefusesADocumentThatIsCertifiedAgainstChanges) {
    const base::Bytes pdf = bytesOf(kData / "signed/ok-certified-p1.pdf");
    const pdfgen::Reader reader(pdf);
    pdfgen::Update update(pdf);
    const std::string field = std::to_string(update.add("<< /FT /Sig /T (Drugi) >>")) + " 0 R";
    const int root = pdfgen::Revisions(pdf).all().back().trailer.at("Root").target.number;
    update.replace(root, reader.objectWith(root, 0, {{"/AcroForm", "<< /Fields [" + field + "] >>"}}));
    EXPECT_EQ(refusal(pdf + update.finish(), "Drugi", "ec.p12"), base::ErrorCode::refused);
}

TEST(Pades, EveryTruncationIsAnErrorOfOurs) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    for (std::size_t length = 0; length + 8 < pdf.size(); length += 7)
        EXPECT_THROW(signing::prepare(pdf.substr(0, length), {.field = "Lider", .at = now()}, appearances()),
                     base::Error)
            << length;
}

}  // namespace
