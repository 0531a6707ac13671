#include "pdfgen/object.h"

#include <gtest/gtest.h>

namespace {

using pdfgen::Object;
using pdfgen::Reference;

std::optional<Object> parsed(base::ByteView text) {
    std::size_t at = 0;
    return pdfgen::parseObject(text, at);
}

TEST(Object, ReadsEachKindOfValue) {
    const auto object =
        parsed("<< /B true /I -12 /R +.5 /S (a\\(b\\)\\101\\n) /H <4a4B4> /N /A#20b /A [1 2 0 R null] >>");
    ASSERT_TRUE(object);
    EXPECT_TRUE(object->at("B").flag);
    EXPECT_EQ(object->at("I").integer(), -12);
    EXPECT_DOUBLE_EQ(object->at("R").number, 0.5);
    EXPECT_FALSE(object->at("R").integer());
    EXPECT_EQ(object->at("S").text, "a(b)A\n");
    EXPECT_EQ(object->at("H").text, "JK@");
    EXPECT_TRUE(object->at("N").isName("A b"));
    ASSERT_EQ(object->at("A").items.size(), 3U);
    EXPECT_EQ(object->at("A").items[1].target, (Reference{2, 0}));
    EXPECT_TRUE(object->at("X").isNull());
}

TEST(Object, ComparesByValueWhateverTheSpelling) {
    EXPECT_EQ(parsed("<< /A 1 /B (x) >>"), parsed("<</B<78>/A 1.0>>"));
    EXPECT_NE(parsed("<< /A 1 >>"), parsed("<< /A 1 /B null2 >>"));
    EXPECT_NE(parsed("[1 2]"), parsed("[2 1]"));
    EXPECT_NE(parsed("2 0 R"), parsed("2 1 R"));
    EXPECT_NE(parsed("/A"), parsed("(A)"));
}

TEST(Object, SeesKeysThatStandTwice) {
    EXPECT_TRUE(parsed("<< /A 1 /A 2 >>")->hasDuplicates());
    EXPECT_TRUE(parsed("<< /B << /A 1 /#41 2 >> >>")->hasDuplicates());
    EXPECT_FALSE(parsed("<< /A 1 /B << /A 2 >> >>")->hasDuplicates());
    EXPECT_EQ(parsed("<< /A 1 /A 2 >>")->at("A").integer(), 1);
    EXPECT_NE(parsed("<< /A 1 /A 2 >>"), parsed("<< /A 1 /A 3 >>"));
}

TEST(Object, RefusesWhatIsMalformedOrTooDeep) {
    for (const char* text : {"", "<< /A >>", "<< 1 2 >>", "[1", "(a", "<4x>", "1.2.3", "--1", "word", ")", "<< /A 1"})
        EXPECT_FALSE(parsed(text)) << text;
    EXPECT_FALSE(parsed(std::string(200, '[') + std::string(200, ']')));
    EXPECT_TRUE(parsed(std::string(90, '[') + std::string(90, ']')));
    std::string many = "[";
    for (int i = 0; i < 1100000; ++i) many += "0 ";
    EXPECT_FALSE(parsed(many + ']'));
}

TEST(Object, FindsReferencesOutsideStringsAndNames) {
    const auto found =
        pdfgen::referencesIn("<< /A 12 0 R /B (3 0 R) /C [4 1 R 5 6 0 R] /D0R <60> % 7 0 R\n /E 8 0 RG >>");
    EXPECT_EQ(found, (std::vector<Reference>{{12, 0}, {4, 1}, {6, 0}}));
}

}  // namespace
