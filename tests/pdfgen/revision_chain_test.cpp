#include "pdfgen/revision_chain.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace {

std::string section(const std::string& trailer, std::size_t at) {
    return "xref\n1 1\n0000000009 00000 n\r\ntrailer\n<< /Size 2 " + trailer + " >>\nstartxref\n" + std::to_string(at) +
           "\n%%EOF\n";
}

TEST(RevisionChain, FollowsPrevFromTheNewest) {
    const std::string first = section("", 0);
    const std::string file = first + section("/Prev 0", first.size());
    const auto chain = pdfgen::readChain(file, first.size());
    ASSERT_TRUE(chain);
    ASSERT_EQ(chain->size(), 2U);
    EXPECT_EQ((*chain)[0].end + 1, first.size());
    EXPECT_FALSE((*chain)[0].isAmbiguous);
}

/// Annex F: the section at the front has the newer entries, and leads to one behind it.
TEST(RevisionChain, TakesALinearizedFilesTwoSectionsForOneRevision) {
    const std::string dummy = section("/Prev 0000", 0);
    std::string front =
        section("/Prev " + std::string(4 - std::to_string(dummy.size()).size(), '0') + std::to_string(dummy.size()), 0);
    const std::string file = front + section("", 0);
    const auto chain = pdfgen::readChain(file, 0);
    ASSERT_TRUE(chain);
    ASSERT_EQ(chain->size(), 1U);
    EXPECT_EQ((*chain)[0].end + 1, file.size());
}

TEST(RevisionChain, RefusesLoopsAndGaps) {
    EXPECT_THROW(pdfgen::readChain(section("/Prev 0", 0), 0), base::Error);
    EXPECT_FALSE(pdfgen::readChain(section("/Prev 5", 0), 0));
    EXPECT_FALSE(pdfgen::readChain("xref\n0 0\ntrailer\n<< >>\n%%EOF", 0));
    EXPECT_FALSE(pdfgen::readChain("", 0));
}

TEST(RevisionChain, MarksAStartxrefThatLeadsElsewhere) {
    const auto chain = pdfgen::readChain(section("", 7), 0);
    ASSERT_TRUE(chain);
    EXPECT_TRUE((*chain)[0].isAmbiguous);
}

}  // namespace
