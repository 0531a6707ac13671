#include "signing/structure.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/update.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;
using pdfgen::Revisions;

/// Fields may share a signature; none is left out in silence.
TEST(Structure, RefusesMoreSignaturesThanItJudges) {
    const auto made = samples::signedSample("three-fields.pdf", {"Lider"});
    const base::Bytes& file = made.versions.back();
    const Revisions revisions(file);
    const auto found = findSignatures(revisions);
    const auto& root = revisions.resolved(revisions.all().back().trailer.at("Root"), revisions.last());
    pdfgen::Update update(file);
    std::string fields;
    for (int i = 0; i < 1001; ++i)
        fields += std::to_string(update.add("<< /FT /Sig /T (" + std::to_string(i) + ") /V " +
                                            std::to_string(found.at(0).number) + " 0 R >>")) +
                  " 0 R ";
    update.replace(root.at("AcroForm").target.number, "<< /SigFlags 3 /Fields [ " + fields + "] >>");
    const base::Bytes many = file + update.finish();
    EXPECT_THROW(findSignatures(Revisions(many)), base::Error);
}

TEST(Structure, FindsSignaturesInTheOrderTheyWereMade) {
    const auto made = samples::signedSample("three-fields.pdf", {"Lider", "Partner-2"});
    const Revisions revisions(made.versions.back());
    const auto found = findSignatures(revisions);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].field, "Lider");
    EXPECT_EQ(found[1].field, "Partner-2");
}

TEST(Structure, MeasuresWhatEachCovers) {
    const auto made = samples::signedSample("three-fields.pdf", {"Lider", "Partner-2"});
    const Revisions revisions(made.versions.back());
    const auto found = findSignatures(revisions);
    const Cover first = coverOf(found.at(0), revisions), second = coverOf(found.at(1), revisions);
    EXPECT_TRUE(first.gapFits && second.gapFits);
    EXPECT_EQ(first.end, made.versions[0].size());
    EXPECT_EQ(first.revision, 1U);
    EXPECT_EQ(second.revision, 2U);
    EXPECT_FALSE(first.isWholeFile);
    EXPECT_TRUE(second.isWholeFile);
    EXPECT_EQ(first.parts[0].size() + first.parts[1].size() + 2 * first.contents.size() + 2, first.end);
}

/// The range as it stands in the file, replaced by another of the same length.
Cover coverWithRange(const std::string& range) {
    auto made = samples::signedSample("three-fields.pdf", {"Lider"});
    base::Bytes& file = made.versions[0];
    const std::size_t begin = file.find("/ByteRange [") + 11, end = file.find(']', begin) + 1;
    std::string text = range;
    text.resize(end - begin, ' ');
    file.replace(begin, end - begin, text);
    const Revisions revisions(file);
    return coverOf(findSignatures(revisions).at(0), revisions);
}

TEST(Structure, TakesOnlyFourNumbersInsideTheFile) {
    for (const char* range : {"[0 10 20]", "[0 10 20 30 40]", "[0 -1 20 30]", "[0 1.5 20 30]", "[0 /A 20 30]", "null",
                              "(0 1 2 3)", "[1 10 20 30]", "[0 30 20 10]", "[0 10 20 99999999]", "[0 1 9e9 1]"})
        EXPECT_TRUE(coverWithRange(range).fault.has_value()) << range;
    const Cover odd = coverWithRange("[0 10 20 30]");
    EXPECT_FALSE(odd.fault.has_value());
    EXPECT_FALSE(odd.gapFits);
    EXPECT_FALSE(odd.revision.has_value());
}

TEST(Structure, WantsAHexadecimalStringInContents) {
    auto made = samples::signedSample("three-fields.pdf", {"Lider"});
    base::Bytes& file = made.versions[0];
    const std::size_t begin = file.find("/Contents <") + 11, end = file.find('>', begin);
    file.replace(begin, end - begin, std::string(end - begin, '0'));
    const Revisions revisions(file);
    EXPECT_TRUE(coverOf(findSignatures(revisions).at(0), revisions).fault.has_value());
}

TEST(Structure, FindsASignatureThatNoFieldShowsAnyMore) {
    const auto made = samples::signedSample("three-fields.pdf", {"Lider"});
    const Revisions before(made.versions[0]);
    const int field = findSignatures(before).at(0).fieldNumber;
    const base::Bytes without = samples::withObject(made.versions[0], field, "<< /FT /Sig /T (Lider) >>");
    const Revisions revisions(without);
    const auto found = findSignatures(revisions);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].fieldNumber, 0);
    EXPECT_TRUE(coverOf(found[0], revisions).gapFits);
}

}  // namespace
