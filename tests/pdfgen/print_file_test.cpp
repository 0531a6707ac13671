#include "pdfgen/print_file.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "tests/pdfgen/tools.h"

namespace {

TEST(PrintFile, HasTheFilesPagesInTheirOrderAndNoFields) {
    const base::Bytes one = tools::pdf("three-fields.pdf");
    const std::size_t pages = pdfgen::Reader(one).pageCount();
    const base::Bytes all = pdfgen::printFile({one, one, one});
    const pdfgen::Reader reader(all);
    EXPECT_EQ(reader.pageCount(), 3 * pages);
    EXPECT_TRUE(reader.signatureFields().empty());
    EXPECT_FALSE(reader.wasRepaired());
    EXPECT_EQ(pdfgen::printFile({one, one, one}), all);
}

TEST(PrintFile, RefusesWhatIsNoPdf) {
    try {
        pdfgen::printFile({"no PDF"});
        ADD_FAILURE();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::unreadable);
    }
}

}  // namespace
