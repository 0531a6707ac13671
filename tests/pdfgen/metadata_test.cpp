#include "pdfgen/metadata.h"

#include <gtest/gtest.h>

#include "pdfgen/deflate.h"
#include "pdfgen/haru.h"
#include "pdfgen/srgb_profile.h"
#include "tests/pdfgen/tools.h"

namespace {

base::Bytes described(const pdfgen::Description& description) {
    pdfgen::Haru haru;
    pdfgen::writeMetadata(haru, description, pdfgen::deflated(pdfgen::srgbProfile()));
    haru.finishPage(haru.addPage(200, 200), "", haru.addDictionary(""), {}, 0);
    return haru.save();
}

base::Instant issued() { return *base::parseInstant("2019-11-27T09:30:00Z"); }

std::string xmpOf(const base::Bytes& bytes) {
    const std::size_t begin = bytes.find("<x:xmpmeta"), end = bytes.find("</x:xmpmeta>");
    return begin < end && end != bytes.npos ? bytes.substr(begin, end + 12 - begin) : "";
}

TEST(Metadata, SaysTheSameInXmpAndInTheInformationDictionary) {
    const base::Bytes bytes = described({"Deklaracja „A”", "Przystąpienie", "pl-PL", issued()});
    const std::string info = tools::PdfFile(bytes).info();
    for (const char* line : {"Title:           Deklaracja „A”", "Subject:         Przystąpienie",
                             "CreationDate:    2019-11-27T10:30:00+01"})
        EXPECT_NE(info.find(line), info.npos) << line << '\n' << info;
    const std::string xmp = xmpOf(bytes);
    for (const char* part : {">Deklaracja „A”<", ">Przystąpienie<", "2019-11-27T10:30:00+01:00", ">pl-PL<",
                             "<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"})
        EXPECT_NE(xmp.find(part), xmp.npos) << part;
}

TEST(Metadata, KeepsXmpWellFormedWhateverTheTitle) {
    const support::TemporaryFolder folder;
    const std::string xmp = xmpOf(described({"A < B & C > D ]]> \"x\"", "<x>", "pl-PL", issued()}));
    const auto file = folder.write("meta.xml", xmp);
    const auto answer = tools::run("xmllint --noout '" + file + "'");
    EXPECT_EQ(answer.code, 0) << answer.text;
    EXPECT_NE(tools::run("xmllint --xpath 'string(//*[local-name()=\"title\"])' '" + file + "'")
                  .text.find("A < B & C > D ]]> \"x\""),
              std::string::npos);
}

TEST(Metadata, MarksTheFileAndItsColours) {
    const std::string open = tools::PdfFile(described({"T", "", "pl-PL", issued()})).open();
    for (const char* part : {"/Marked true", "/DisplayDocTitle true", "/Lang (pl-PL)", "/S /GTS_PDFA1", "/N 3"})
        EXPECT_NE(open.find(part), open.npos) << part;
    EXPECT_EQ(open.find("/Subject"), open.npos);
}

}  // namespace
