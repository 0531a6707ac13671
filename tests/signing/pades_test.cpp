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
#include "signing/identity.h"

namespace {

const std::filesystem::path kData = std::filesystem::path(AKCES_SOURCE_DIR) / "tests/data";
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

TEST(Pades, EveryTruncationIsAnErrorOfOurs) {
    const base::Bytes pdf = bytesOf(kData / "pdf/three-fields.pdf");
    for (std::size_t length = 0; length + 8 < pdf.size(); length += 7)
        EXPECT_THROW(signing::prepare(pdf.substr(0, length), {.field = "Lider", .at = now()}, appearances()),
                     base::Error)
            << length;
}

}  // namespace
