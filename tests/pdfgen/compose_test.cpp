#include "pdfgen/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "templates/document.h"
#include "templates/template.h"
#include "templates/value.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace templates;
using tools::countOf;

pdfgen::Issue issue() { return {base::Bytes(16, '\x11'), *base::parseInstant("2019-11-27T09:30:00Z")}; }

base::Bytes composed(const Document& document) {
    static pdfgen::Composer composer;
    return composer.compose(document, issue());
}

Document titled(std::vector<Block> blocks) {
    Document document;
    document.title = "Próba";
    document.footer = "Identyfikator dokumentu: ABCDEFGH";
    document.blocks = std::move(blocks);
    return document;
}

Paragraph paragraph(const std::string& text) { return {{{text}}}; }

Table listOf(int rows) {
    Table table;
    table.summary = "Lista";
    table.columns = {{40, 1}, {0, 1}, {0, 1}};
    table.head = {{{{{{"Lp."}}}, {{{"Nazwa instytucji"}}}, {{{"Podpis"}}}}}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back({{{{{std::to_string(i) + "."}}}, {{{"Instytucja numer " + std::to_string(i)}}}, {}}, 20});
    return table;
}

int pagesOf(const tools::PdfFile& file) {
    const std::string info = file.info();
    return std::atoi(info.c_str() + info.find("Pages:") + 6);
}

std::string failure(const Document& document) {
    try {
        composed(document);
    } catch (const base::Error& error) {
        return error.message().key;
    }
    return "";
}

TEST(Compose, MakesAFileThatOtherProgramsRead) {
    Document document = titled({{Heading{1, {{"DEKLARACJA"}}}}, {paragraph("Zażółć gęślą jaźń „tu” – § 5.")}});
    document.subject = "Temat";
    const tools::PdfFile file(composed(document));
    EXPECT_EQ(file.faults(), "");
    EXPECT_EQ(file.text(),
              "DEKLARACJA\nZażółć gęślą jaźń „tu” – § 5.\n\nIdentyfikator dokumentu: ABCDEFGH\n\nstrona 1 z 1\n\n\f");
    const std::string info = file.info();
    for (const char* line :
         {"Title:           Próba", "Subject:         Temat", "Tagged:          yes", "Metadata Stream: yes"})
        EXPECT_NE(info.find(line), info.npos) << line << '\n' << info;
}

TEST(Compose, EmbedsSubsetsWithUnicode) {
    const std::string fonts = tools::PdfFile(composed(titled({{Heading{1, {{"A"}}}}, {paragraph("b")}}))).fonts();
    EXPECT_EQ(countOf(fonts, "LiberationSerif"), 2U) << fonts;
    EXPECT_EQ(countOf(fonts, "yes yes yes"), 2U) << fonts;  // embedded, subset, unicode
}

TEST(Compose, GivesTheSameBytesForTheSameDocument) {
    const Document document = titled({{paragraph("a")}, {listOf(3)}});
    const base::Bytes first = composed(document);
    EXPECT_EQ(composed(document), first);
    EXPECT_EQ(pdfgen::Composer().compose(document, issue()), first);
    pdfgen::Issue later = issue();
    later.issuedAt += std::chrono::seconds(1);
    EXPECT_NE(pdfgen::Composer().compose(document, later), first);
}

TEST(Compose, RepeatsATablesHeadOverSeveralPages) {
    const tools::PdfFile file(composed(titled({{listOf(60)}})));
    EXPECT_EQ(file.faults(), "");
    const int pages = pagesOf(file);
    EXPECT_EQ(pages, 2);
    const std::string text = file.text("-layout");
    EXPECT_EQ(countOf(text, "Nazwa instytucji"), static_cast<std::size_t>(pages)) << text;
    for (int i = 1; i <= 60; ++i) EXPECT_NE(text.find("Instytucja numer " + std::to_string(i) + '\n'), text.npos) << i;
    const std::string structure = file.structure();
    EXPECT_EQ(countOf(structure, " TH:"), 3U) << structure;  // once in the structure
    EXPECT_EQ(countOf(structure, " TR"), 61U);
}

TEST(Compose, SetsATableWithoutRows) {
    const tools::PdfFile file(composed(titled({{listOf(0)}, {Table{}}})));
    EXPECT_EQ(file.faults(), "");
    EXPECT_EQ(countOf(file.text(), "Nazwa instytucji"), 1U);
}

TEST(Compose, RefusesARowTallerThanAPage) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "słowo ";
    Table table = listOf(1);
    table.rows[0].cells[1].text = {{text}};
    EXPECT_EQ(failure(titled({{table}})), "pdf.block_too_high");
}

TEST(Compose, BreaksNamesOfTwoHundredCharactersAndWordsWithoutPlaces) {
    const std::string name =
        "Ponadgminne Centrum Usług Społecznych i Profilaktyki Uzależnień oraz Przeciwdziałania Przemocy w Rodzinie "
        "imienia "
        "Świętej Jadwigi Śląskiej w Piekarach Śląskich z siedzibą w Dąbrówce Wielkiej koło Bytomia przy ul. Długiej";
    ASSERT_GE(name.size(), 200U);
    Table table = listOf(1);
    table.rows[0].cells[1].text = {{name}};
    table.rows[0].cells[2].text = {{std::string(200, 'W')}};
    const tools::PdfFile file(composed(titled({{paragraph(name)}, {paragraph(std::string(300, 'X'))}, {table}})));
    EXPECT_EQ(file.faults(), "");
    std::string text = file.text();
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (const char* word : {"Ponadgminne", "Przeciwdziałania", "Uzależnień", "Profilaktyki"})
        EXPECT_EQ(countOf(text, word), 2U) << word << '\n' << text;  // whole, however the line was broken
    EXPECT_EQ(countOf(text, std::string(300, 'X')), 1U);
    EXPECT_EQ(countOf(text, std::string(200, 'W')), 1U);
}

TEST(Compose, KeepsEveryLineInsideThePage) {
    const tools::PdfFile file(composed(titled({{paragraph(std::string(500, 'M'))}, {listOf(40)}})));
    const std::string words = file.text("-bbox");
    for (std::size_t at = words.find("xMax=\""); at != words.npos; at = words.find("xMax=\"", at + 1))
        EXPECT_LE(std::atof(words.c_str() + at + 6), 595.28 - 68 + 0.1);
}

TEST(Compose, TurnsThePage) {
    Document document = titled({{paragraph("szeroko")}});
    document.landscape = true;
    const tools::PdfFile file(composed(document));
    EXPECT_NE(file.info().find("Page size:       841.89 x 595.28 pts (A4)"), std::string::npos) << file.info();
    EXPECT_EQ(file.faults(), "");
}

TEST(Compose, MakesAPageOfAnEmptyDocument) {
    const tools::PdfFile file(composed(titled({})));
    EXPECT_EQ(file.faults(), "");
    EXPECT_EQ(pagesOf(file), 1);
}

TEST(Compose, StartsPagesWhereItIsTold) {
    const tools::PdfFile file(composed(titled({{paragraph("a")}, {PageBreak{}}, {paragraph("b")}})));
    EXPECT_EQ(pagesOf(file), 2);
    EXPECT_NE(file.text("-f 2").find("b\n"), std::string::npos);
    EXPECT_NE(file.text("-f 2").find("strona 2 z 2"), std::string::npos);
}

TEST(Compose, ShowsANoticeAsTextAtTheHead) {
    Document document = titled({{paragraph("treść")}});
    document.notice = "PRZYKŁAD – podpisy pokazowe";
    EXPECT_EQ(tools::PdfFile(composed(document)).text().find(document.notice), 0U);
    document.notice = std::string(40, ' ');
    EXPECT_EQ(tools::PdfFile(composed(document)).text().find("treść"), 0U);
    document.notice.clear();
    for (int i = 0; i < 60; ++i) document.notice += "pokaz ";
    EXPECT_EQ(countOf(tools::PdfFile(composed(document)).text(), "pokaz"), 60U);
}

TEST(Compose, NamesEveryMissingGlyph) {
    const Document document = titled({{paragraph("Pan 漢 i 字")}});
    try {
        composed(document);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::data);
        EXPECT_EQ(error.message().key, "pdf.glyphs_missing");
        EXPECT_EQ(error.faults().size(), 2U);
    }
}

TEST(Compose, RefusesCoordinatesThatAreNoNumbers) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Paragraph spaced = paragraph("b");
    spaced.spaceBefore = nan;
    EXPECT_EQ(failure(titled({{paragraph("a")}, {spaced}})), "pdf.bad_coordinate");
    Table table = listOf(1);
    table.columns[1].share = nan;
    EXPECT_EQ(failure(titled({{table}})), "pdf.too_narrow");
}

TEST(Compose, PreparesSignatureFieldsInTheFormAndTheStructure) {
    Document document = titled({});
    SignatureBlock block;
    block.caption = {{"W imieniu Partnera:"}};
    block.field = SignatureField{"Partner-1", "Podpis: Zespół Szkół", "dyrektor", "Zespół Szkół", 50};
    document.blocks = {{block}};
    const base::Bytes bytes = composed(document);
    EXPECT_EQ(pdfgen::Reader(bytes).signatureField("Partner-1")->institution, "Zespół Szkół");
    const tools::PdfFile file(bytes);
    EXPECT_EQ(file.faults(), "");
    const std::string open = file.open();
    EXPECT_EQ(countOf(open, "/FT /Sig"), 1U);
    for (const char* part : {"/SigFlags 3", "/XXAkcesFunction", "/XXAkcesInstitution", "/F 4"})
        EXPECT_NE(open.find(part), open.npos) << part;
    EXPECT_EQ(countOf(file.structure(), "  Form\n    Object"), 1U) << file.structure();
    EXPECT_LT(file.text().find("W imieniu Partnera:"), file.text().size());
}

TEST(Compose, RefusesToStartWithoutItsFonts) {
    pdfgen::Resources resources;
    resources.fonts = "/nowhere";
    EXPECT_THROW(pdfgen::Composer{resources}, base::Error);
    resources = {};
    resources.hyphenation = "/nowhere";
    EXPECT_THROW(pdfgen::Composer{resources}, base::Error);
}

TEST(Compose, SetsTheShippedNotice) {
    Value data;
    for (const char* path : {"controller.name", "controller.address", "controller.dpo", "controller.basis_letters",
                             "team.name_gen", "retention.text"})
        data.set(path, "wartość");
    const tools::PdfFile file(
        composed(bind(readTemplate(shippedTemplate("informacja-rodo"), "informacja-rodo.xml"), data)));
    EXPECT_EQ(file.faults(), "");
    EXPECT_EQ(countOf(file.structure(), "LI (block)"), 7U);
}

}  // namespace
