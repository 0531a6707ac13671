#include "pdfgen/syntax.h"

#include <gtest/gtest.h>

#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

/// What skipObject takes of `bytes`, or "none".
std::string object(std::string_view bytes) {
    const auto end = skipObject(bytes, 0);
    return end ? std::string(bytes.substr(0, *end)) : "none";
}

TEST(SkipObject, TakesEveryKindWhole) {
    for (const std::string whole :
         {"12", "-1.5", "true", "/Name#20x", "(a(b)c\\)d)", "(\\\\)", "<0aF 9>", "[1 [2] (])]",
          "<< /A << /B 1 >> /C [ ] >>", "12 0 R", "[12 0 R 5]", "<</A(>>)>>", "[% ]\n 1]"})
        EXPECT_EQ(object(whole + " /x"), whole);
}

TEST(SkipObject, TakesANumberAloneWhereNoReferenceBegins) {
    EXPECT_EQ(object("12 0 obj"), "12");
    EXPECT_EQ(object("12 0 Rx"), "12");
    EXPECT_EQ(object("12 0 R"), "12 0 R");
    EXPECT_EQ(object("12 0"), "12");
}

TEST(SkipObject, TakesNothingBroken) {
    for (const char* broken :
         {"", "(", "(a", "(a\\)", "<0g>", "<0", "[1", "[1 >>", "<< /A", "<< /A 1", ")", ">", "]", "}"})
        EXPECT_EQ(object(broken), "none") << broken;
}

TEST(SkipObject, StopsAtItsDepth) {
    EXPECT_NE(object(std::string(90, '[') + std::string(90, ']')), "none");
    EXPECT_EQ(object(std::string(5000, '[') + std::string(5000, ']')), "none");
    EXPECT_EQ(object(std::string(1000000, '[')), "none");
}

TEST(SkipSpace, GoesBehindWhiteSpaceAndComments) {
    EXPECT_EQ(skipSpace(" \t\r\n\f% ( [\n x", 0), 12U);
    EXPECT_EQ(skipSpace("% nur", 0), 5U);
    EXPECT_EQ(skipSpace("", 0), 0U);
}

TEST(ReadInteger, ReadsDigitsAndRefusesWhatOverflows) {
    std::size_t position = 0;
    EXPECT_EQ(readInteger("0012 ", position), 12U);
    EXPECT_EQ(position, 4U);
    for (const char* bad : {"", "-1", "x", "99999999999999999999999"}) {
        position = 0;
        EXPECT_FALSE(readInteger(bad, position)) << bad;
        EXPECT_EQ(position, 0U);
    }
}

TEST(ReadDictionary, GivesEntriesWithTheirOwnBytes) {
    const std::string_view bytes = "xx<< /A 1 /B#42 [ 1 2 ] /C (x) >>";
    const auto dictionary = readDictionary(bytes, 2);
    ASSERT_TRUE(dictionary);
    EXPECT_EQ(dictionary->begin, 2U);
    EXPECT_EQ(dictionary->end, bytes.size());
    EXPECT_FALSE(dictionary->hasDuplicates);
    EXPECT_EQ(dictionary->integer("A"), 1U);
    ASSERT_NE(dictionary->find("BB"), nullptr);
    EXPECT_EQ(dictionary->find("BB")->value, "[ 1 2 ]");
    EXPECT_EQ(bytes.substr(dictionary->find("C")->offset, 3), "(x)");
    EXPECT_EQ(dictionary->find("D"), nullptr);
    EXPECT_FALSE(dictionary->integer("C"));
}

TEST(ReadDictionary, SeesAKeyThatComesTwiceHoweverItIsWritten) {
    EXPECT_TRUE(readDictionary("<</A 1/B 2/#41 3>>", 0)->hasDuplicates);
    EXPECT_FALSE(readDictionary("<</A 1/B 2/a 3>>", 0)->hasDuplicates);
}

TEST(ReadDictionary, RefusesWhatIsMalformed) {
    for (const char* bad : {"", "<<", "<< 1 2 >>", "<< /A >>", "<< /A 1 /B >>", "[]", "< >>"})
        EXPECT_FALSE(readDictionary(bad, 0)) << bad;
}

TEST(ReadDictionary, ReadsAHundredThousandEntriesAtOnce) {
    std::string large = "<<";
    for (int i = 0; i < 100000; ++i) large += "/K" + std::to_string(i) + " 1";
    const auto dictionary = readDictionary(large + ">>", 0);
    ASSERT_TRUE(dictionary);
    EXPECT_EQ(dictionary->entries.size(), 100000U);
    EXPECT_FALSE(dictionary->hasDuplicates);
}

TEST(ReadObjectHeader, ReadsNumberAndGeneration) {
    std::size_t position = 0;
    EXPECT_EQ(readObjectHeader("12 3 obj<<", position), std::pair(12, 3));
    EXPECT_EQ(position, 8U);
    for (const char* bad : {"12 0 R", "12 obj", "-1 0 obj", "2000000000 0 obj", "1 70000 obj", "", "1 0 "}) {
        position = 0;
        EXPECT_FALSE(readObjectHeader(bad, position)) << bad;
    }
}

TEST(LastStartXref, IsTheLastOne) {
    EXPECT_EQ(lastStartXref("startxref\n12\n%%EOF startxref 34 %%EOF"), 34U);
    EXPECT_FALSE(lastStartXref("startxre"));
    EXPECT_FALSE(lastStartXref("startxref x"));
}

TEST(TextString, IsUtf16InHexadecimalBeyondAscii) {
    EXPECT_EQ(textString("Aż"), "<feff0041017c>");
    EXPECT_EQ(textString("😀"), "<feffd83dde00>");
    EXPECT_EQ(textString("a\n"), "<feff0061000a>");
}

TEST(TextString, IsALiteralInAscii) {
    EXPECT_EQ(textString("Lider (1) \\"), "(Lider \\(1\\) \\\\)");
    EXPECT_EQ(textString(""), "()");
}

TEST(NameObject, EscapesWhatANameMayNotHold) {
    EXPECT_EQ(nameObject("Partner-1"), "/Partner-1");
    EXPECT_EQ(nameObject("a b/#ż"), "/a#20b#2F#23#C5#BC");
}

TEST(Syntax, SurvivesEveryTruncationOfAFile) {
    const base::Bytes file = tools::pdf("three-fields.pdf");
    std::size_t objects = 0;
    for (std::size_t length = 0; length <= file.size(); ++length) {
        const base::ByteView part = base::ByteView(file).substr(0, length);
        static_cast<void>(lastStartXref(part));
        for (std::size_t at = part.rfind("<<"); at != part.npos && at > 0; at = part.rfind("<<", at - 1)) {
            const auto dictionary = readDictionary(part, at);
            if (dictionary) {
                ++objects;
                EXPECT_LE(dictionary->end, length);
            }
            if (length % 50 != 0) break;
        }
    }
    EXPECT_GT(objects, 1000U);
}

}  // namespace
