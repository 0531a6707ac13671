#include "pdfgen/haru.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "pdfgen/deflate.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::Haru;

/// One page of A4 with a rule.
base::Bytes onePage() {
    Haru haru;
    const int fonts = haru.addDictionary("");
    const int page = haru.addPage(595.28, 841.89);
    haru.finishPage(page, "0 0 m 100 100 l S\n", fonts, {}, 0);
    haru.setInfo("Title", "Zażółć");
    haru.setFileId(base::Bytes(16, '\x5C'));
    return haru.save();
}

TEST(Haru, WritesAFileThatQpdfHasNothingAgainst) {
    const tools::PdfFile file(onePage());
    EXPECT_EQ(file.faults(), "");
    EXPECT_NE(file.info().find("Title:           Zażółć"), std::string::npos);
    EXPECT_NE(file.info().find("Page size:       595.28 x 841.89 pts (A4)"), std::string::npos);
}

TEST(Haru, WritesTheSameBytesEachTime) { EXPECT_EQ(onePage(), onePage()); }

TEST(Haru, KeepsRawEntriesStreamsAndReferences) {
    Haru haru;
    const int late = haru.reserve();
    const int stream = haru.addDeflatedStream("/Kind /Deflated", pdfgen::deflated("treść"));
    const int plain = haru.addPlainStream("/Kind /Plain", "jawna");
    haru.set(late, "/Streams [" + pdfgen::reference(stream) + ' ' + pdfgen::reference(plain) + "]");
    haru.setCatalog("Late", late);
    haru.setCatalogArray("Many", plain);
    haru.setCatalogText("Lang", "pl-PL");
    haru.finishPage(haru.addPage(100, 100), "", haru.addDictionary(""), {}, 7);
    const base::Bytes bytes = haru.save();
    EXPECT_NE(bytes.find("jawna"), bytes.npos);
    const std::string open = tools::PdfFile(bytes).open();
    for (const char* part : {"/Kind /Deflated", "/Kind /Plain", "treść", "/Lang (pl-PL)", "/StructParents 7",
                             "/Tabs /S", "/Late", "/Many ["})
        EXPECT_NE(open.find(part), open.npos) << part;
}

TEST(Haru, PutsAnnotationsOnTheirPage) {
    Haru haru;
    const int page = haru.addPage(100, 100);
    const int note = haru.addDictionary("/Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (x)");
    haru.finishPage(page, "", haru.addDictionary(""), {note}, 0);
    EXPECT_NE(tools::PdfFile(haru.save()).open().find("/Annots ["), std::string::npos);
}

TEST(Haru, ThrowsTheFirstFailureOfTheLibraryBehindTheCall) {
    Haru haru;
    try {
        haru.addPage(1e9, 100);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::internal);
        EXPECT_EQ(error.message().key, "pdf.library_failed");
        EXPECT_EQ(error.message().values.at(0), "libharu");
    }
}

TEST(Haru, RefusesToFinishAnObjectThatIsNone) {
    Haru haru;
    EXPECT_THROW(haru.set(4711, "/A 1"), std::out_of_range);
}

}  // namespace
