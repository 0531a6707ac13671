#include "pdfgen/tags.h"

#include <gtest/gtest.h>

#include "pdfgen/haru.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::TagTree;

TEST(Tags, NumberContentByPage) {
    TagTree tags("pl-PL");
    const int paragraph = tags.element("P", 0);
    EXPECT_EQ(tags.content(paragraph, 0), 0);
    EXPECT_EQ(tags.content(paragraph, 0), 1);
    EXPECT_EQ(tags.content(paragraph, 1), 0);
    EXPECT_EQ(tags.type(0), "Document");
    EXPECT_EQ(tags.type(paragraph), "P");
}

TEST(Tags, NumberWidgetsBehindThePages) {
    TagTree tags("pl-PL");
    const int form = tags.element("Form", 0);
    EXPECT_EQ(tags.widget(form, 0), pdfgen::kFirstWidgetKey);
    EXPECT_EQ(tags.widget(tags.element("Form", 0), 0), pdfgen::kFirstWidgetKey + 1);
}

TEST(Tags, WriteATreeThatOtherProgramsWalk) {
    pdfgen::Haru haru;
    TagTree tags("pl-PL");
    const int heading = tags.element("H1", 0), list = tags.element("L", 0, "/A << /O /List /ListNumbering /Decimal >>");
    const int item = tags.element("LI", list), label = tags.element("Lbl", item), body = tags.element("LBody", item);
    for (const int element : {heading, label, body}) tags.content(element, 0);
    const int page = haru.addPage(200, 200);
    haru.finishPage(page, "", haru.addDictionary(""), {}, 0);
    haru.setCatalog("StructTreeRoot", tags.write(haru, {page}, {}));
    haru.setCatalog("MarkInfo", haru.addDictionary("/Marked true"));
    const tools::PdfFile file(haru.save());
    EXPECT_EQ(file.faults(), "");
    EXPECT_EQ(file.structure(),
              "Document\n  H1 (block)\n  L (block):\n     /ListNumbering /Decimal\n    LI (block)\n      Lbl (block)\n "
              "     LBody (block)\n");
}

TEST(Tags, GiveEveryPieceOfContentItsOwner) {
    pdfgen::Haru haru;
    TagTree tags("pl-PL");
    const int first = tags.element("P", 0), second = tags.element("P", 0);
    tags.content(first, 0);
    tags.content(second, 0);
    tags.content(second, 1);
    const std::vector<int> pages{haru.addPage(200, 200), haru.addPage(200, 200)};
    const int fonts = haru.addDictionary("");
    for (int i = 0; i < 2; ++i) haru.finishPage(pages[static_cast<std::size_t>(i)], "", fonts, {}, i);
    haru.setCatalog("StructTreeRoot", tags.write(haru, pages, {}));
    const std::string open = tools::PdfFile(haru.save()).open();
    EXPECT_EQ(tools::countOf(open, "/Type /MCR"), 2U);  // of the one on two pages
    EXPECT_EQ(tools::countOf(open, "/MCID 1"), 1U);
    EXPECT_EQ(tools::countOf(open, "/S /"), 3U);
    EXPECT_NE(open.find("/ParentTreeNextKey"), open.npos);
}

}  // namespace
