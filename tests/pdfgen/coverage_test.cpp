#include "pdfgen/coverage.h"

#include <gtest/gtest.h>

#include "pdfgen/typeface.h"
#include "templates/document.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace templates;

class Coverage : public ::testing::Test {
protected:
    std::vector<std::string> missing(const Document& document) {
        std::vector<std::string> found;
        for (const auto& fault : pdfgen::missingGlyphs(document, typeface_))
            found.push_back(fault.message.values.at(0));
        return found;
    }
    pdfgen::Typeface typeface_{tools::kFonts};
};

using Codes = std::vector<std::string>;

TEST_F(Coverage, TakesPolishTextWithItsSigns) {
    Document document;
    document.blocks = {{Paragraph{{{"„Zażółć gęślą jaźń” – § 5, 10 €…\xC2\xA0ĄĆĘŁŃÓŚŹŻ"}}}}};
    EXPECT_EQ(missing(document), Codes{});
}

TEST_F(Coverage, LooksIntoEveryKindOfBlock) {
    SignatureBlock sign;
    sign.caption = {{"\u4E03"}};
    sign.below = {{"\u4E04"}};
    Table table;
    table.head = {{{{{{"\u4E05"}}}}}};
    table.rows = {{{{{{"\u4E06"}}}}}};
    Document document;
    document.title = "\u4E00";
    document.notice = "\u4E01";
    document.footer = "\u4E02";
    document.blocks = {{sign},
                       {table},
                       {Heading{1, {{"\u4E07"}}}},
                       {List{{{"1.", {{Paragraph{{{"\u4E08"}}}}}}}}},
                       {Columns{{{{Paragraph{{{"\u4E09"}}}}}}}},
                       {PageBreak{}}};
    EXPECT_EQ(missing(document), (Codes{"U+4E00", "U+4E01", "U+4E02", "U+4E03", "U+4E04", "U+4E05", "U+4E06", "U+4E07",
                                        "U+4E08", "U+4E09"}));
}

TEST_F(Coverage, NamesACharacterOnceWithTheTextAroundIt) {
    std::vector<base::Fault> faults;
    pdfgen::addMissingGlyphs("Pan Jan 漢 Kowalski", typeface_, faults);
    pdfgen::addMissingGlyphs("Pan Jan 漢 Kowalski", typeface_, faults);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(base::text(faults[0].message),
              "Znaku U+6F22 nie ma w czcionce; proszę go zastąpić („Pan Jan 漢 Kowalski”).");
}

TEST_F(Coverage, RefusesControlCharactersAndEmoji) {
    std::vector<base::Fault> faults;
    pdfgen::addMissingGlyphs("a\x01z 😀", typeface_, faults);
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].message.values, (std::vector<std::string>{"U+0001", "a z 😀"}));
    EXPECT_EQ(faults[1].message.values.at(0), "U+1F600");
}

}  // namespace
