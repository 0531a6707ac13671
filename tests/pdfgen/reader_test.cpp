#include "pdfgen/reader.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::Reader;

std::string refusal(base::ByteView bytes) {
    try {
        const Reader reader(bytes);
        return "";
    } catch (const base::Error& error) {
        return error.code() == base::ErrorCode::unreadable ? error.message().key : "another code";
    }
}

TEST(Reader, ReadsFieldsAsTheyWerePrepared) {
    const base::Bytes bytes = tools::pdf("three-fields.pdf");
    const Reader reader(bytes);
    const auto fields = reader.signatureFields();
    ASSERT_EQ(fields.size(), 3U);
    const auto& first = fields[0];
    EXPECT_EQ(first.name, "Partner-1");
    EXPECT_EQ(first.description, "Podpis: Zespół Szkół");
    EXPECT_EQ(first.function, "zastępca dyrektora Zespołu Szkół");
    EXPECT_EQ(first.institution, "Zespół Szkół w Będzinie");
    EXPECT_EQ(first.object, 6);
    EXPECT_EQ(first.widget, 6);
    EXPECT_EQ(first.appearance, 9);
    EXPECT_EQ(first.page, 1);
    EXPECT_EQ(first.widthPt, 180);
    EXPECT_EQ(first.heightPt, 50);
    EXPECT_FALSE(first.isSigned);
    EXPECT_EQ(fields[2].name, "Lider");
    EXPECT_EQ(reader.signatureField("Lider")->object, 8);
    EXPECT_FALSE(reader.signatureField("lider"));
}

TEST(Reader, ReadsWhatADocumentSaysOfItself) {
    const base::Bytes bytes = tools::pdf("three-fields.pdf");
    const Reader reader(bytes);
    EXPECT_EQ(reader.pageCount(), 1U);
    EXPECT_EQ(reader.title(), "Deklaracja przystąpienia");
    EXPECT_EQ(base::hex(reader.fileId()), "0123456789abcdef0123456789abcdef");
    EXPECT_EQ(reader.form().object, 5);
    EXPECT_EQ(reader.form().signatureFlags, 3);
    EXPECT_EQ(reader.certificationLevel(), 0);
    EXPECT_FALSE(reader.wasRepaired());
}

TEST(Reader, ReadsForeignFieldsWithInheritedTypesAndPartsOfNames) {
    const base::Bytes bytes = tools::pdf("foreign-field.pdf");
    const auto fields = Reader(bytes).signatureFields();
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_EQ(fields[0].name, "podpisy.osoba");
    EXPECT_EQ(fields[0].object, 6);
    EXPECT_EQ(fields[0].widget, 7);
    EXPECT_EQ(fields[0].appearance, 0);
    EXPECT_EQ(Reader(bytes).form().object, 0);
}

TEST(Reader, ReadsObjectStreamsAndLinearizedFilesAlike) {
    for (const char* name : {"xref-stream.pdf", "linearized.pdf"}) {
        const base::Bytes bytes = tools::pdf(name);
        EXPECT_EQ(Reader(bytes).signatureFields().size(), 3U) << name;
        EXPECT_EQ(Reader(bytes).title(), "Deklaracja przystąpienia") << name;
    }
}

TEST(Reader, EndsInFieldTreesWithoutEnd) {
    const base::Bytes cyclic = tools::pdf("cyclic-fields.pdf"), deep = tools::pdf("deep-fields.pdf");
    EXPECT_TRUE(Reader(cyclic).signatureFields().empty());
    EXPECT_TRUE(Reader(deep).signatureFields().empty());
}

TEST(Reader, RewritesADictionaryWithNewEntries) {
    const base::Bytes bytes = tools::pdf("three-fields.pdf");
    const Reader reader(bytes);
    const std::string text = reader.objectWith(8, 0, {{"/V", "99 0 R"}, {"/F", "4"}});
    for (const char* part : {"/V 99 0 R", "/F 4", "/T (Lider)", "/FT /Sig", "/Rect [ 72 500 252 550 ]"})
        EXPECT_NE(text.find(part), text.npos) << part << '\n' << text;
    EXPECT_EQ(text.find("/F 132"), text.npos);
    EXPECT_THROW(reader.objectWith(4711, 0, {}), base::Error);
}

TEST(Reader, NamesWhyItRefuses) {
    EXPECT_EQ(refusal(""), "pdf.not_pdf");
    EXPECT_EQ(refusal("Szanowni Państwo"), "pdf.not_pdf");
    EXPECT_EQ(refusal("%PDF-1.7\nnic"), "pdf.damaged");
    EXPECT_EQ(refusal(tools::pdf("encrypted.pdf")), "pdf.encrypted");
    EXPECT_EQ(refusal(tools::pdf("locked.pdf")), "pdf.encrypted");
    EXPECT_EQ(refusal(std::string(pdfgen::kLargestPdf + 1, ' ')), "pdf.too_large");
}

TEST(Reader, NoticesWhatHadToBeRepaired) {
    base::Bytes bytes = tools::pdf("three-fields.pdf");
    bytes.resize(bytes.rfind("startxref"));
    EXPECT_TRUE(Reader(bytes).wasRepaired());
}

TEST(Reader, SurvivesEveryTruncation) {
    for (const char* name : {"three-fields.pdf", "xref-stream.pdf"}) {
        const base::Bytes file = tools::pdf(name);
        std::size_t refused = 0;
        for (std::size_t length = 0; length < file.size(); length += 3) try {
                const Reader reader(base::ByteView(file).substr(0, length));
                reader.signatureFields();
                reader.title();
                reader.fileId();
                reader.certificationLevel();
            } catch (const base::Error&) {
                ++refused;
            }
        EXPECT_GT(refused, 10U) << name;
    }
}

}  // namespace
