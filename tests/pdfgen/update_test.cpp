#include "pdfgen/update.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::Update;

/// The file with a new title in its information dictionary.
base::Bytes retitled(const base::Bytes& original, const char* title) {
    Update update(original);
    const int info = update.add(std::string("<< /Title (") + title + ") >>");
    const pdfgen::Reader reader(original);
    const auto field = reader.signatureField("Lider").value();
    update.replace(field.object,
                   reader.objectWith(field.object, field.generation,
                                     {{"/TU", "(nowy)"}, {"/XXNote", std::to_string(info) + " 0 R"}}),
                   field.generation);
    return original + update.finish();
}

TEST(Update, KeepsTheOriginalBytesAsItsPrefix) {
    const base::Bytes original = tools::pdf("three-fields.pdf");
    const base::Bytes updated = retitled(original, "x");
    EXPECT_TRUE(updated.starts_with(original));
    EXPECT_GT(updated.size(), original.size());
}

TEST(Update, IsReadByOthersWithTablesStreamsAndLinearizedFiles) {
    for (const char* name : {"three-fields.pdf", "xref-stream.pdf", "linearized.pdf", "shared-form.pdf"}) {
        base::Bytes bytes = tools::pdf(name);
        for (int i = 0; i < 3; ++i) bytes = retitled(bytes, "x");
        const tools::PdfFile file(bytes);
        EXPECT_EQ(file.faults(), "") << name;
        const pdfgen::Reader reader(bytes);
        EXPECT_FALSE(reader.wasRepaired()) << name;
        EXPECT_EQ(reader.signatureField("Lider")->description, "nowy") << name;
        EXPECT_EQ(reader.signatureFields().size(), 3U) << name;
    }
}

TEST(Update, TellsWhereItsObjectsBegin) {
    const base::Bytes original = tools::pdf("three-fields.pdf");
    Update update(original);
    const int first = update.add("<< /First 1 >>"), late = update.reserve();
    update.replace(late, "<< /Late 2 >>");
    const base::Bytes all = original + update.finish();
    EXPECT_EQ(all.substr(update.offsetOf(first), 14), "<< /First 1 >>");
    EXPECT_EQ(all.substr(update.offsetOf(late), 13), "<< /Late 2 >>");
    EXPECT_EQ(late, first + 1);
    EXPECT_THROW(static_cast<void>(update.offsetOf(9999)), std::out_of_range);
}

TEST(Update, BeginsOnALineOfItsOwn) {
    base::Bytes original = tools::pdf("three-fields.pdf");
    while (original.ends_with('\n')) original.pop_back();
    Update update(original);
    update.add("<< >>");
    EXPECT_EQ(update.finish().front(), '\n');
}

TEST(Update, KeepsTheFileIdAndTheRoot) {
    const base::Bytes original = tools::pdf("three-fields.pdf");
    EXPECT_EQ(pdfgen::Reader(retitled(original, "x")).fileId(), pdfgen::Reader(original).fileId());
    EXPECT_FALSE(pdfgen::Reader(original).fileId().empty());
}

TEST(Update, RefusesFilesItCannotContinue) {
    EXPECT_THROW(Update(""), base::Error);
    EXPECT_THROW(Update("%PDF-1.7 without a cross-reference"), base::Error);
    EXPECT_THROW(Update(tools::pdf("encrypted.pdf")), base::Error);
    EXPECT_THROW(Update("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF"),
                 base::Error);  // no /Root
    EXPECT_THROW(Update("xref\n0 99999999\ntrailer << /Size 1 /Root 1 0 R >>\nstartxref\n0\n"), base::Error);
    EXPECT_THROW(Update("x startxref 99999999999"), base::Error);
}

TEST(Update, SurvivesEveryTruncation) {
    for (const char* name : {"three-fields.pdf", "xref-stream.pdf", "linearized.pdf"}) {
        const base::Bytes file = tools::pdf(name);
        const base::Bytes::size_type end = file.rfind("%%EOF");
        std::size_t refused = 0;
        for (std::size_t length = 0; length < end; ++length) try {
                Update(base::ByteView(file).substr(0, length)).finish();
            } catch (const base::Error&) {
                ++refused;
            }
        EXPECT_GT(refused, end / 2) << name;
    }
}

}  // namespace
