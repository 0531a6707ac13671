#include "signing/change_review.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreUnknownForDataThatNothingShows) {
    pdfgen::Update update(file_);
    update.add("<< /A 1 /B 2 /C 3 >>");
    EXPECT_EQ(judged(file_ + update.finish()), Changes::unknown);
    EXPECT_EQ(judged(file_ + "garbage"), Changes::unknown);
    EXPECT_EQ(judged(file_ + "4 0 obj\n<< >>\nendobj\n"), Changes::disallowed);
}

TEST_F(ChangedFile, IsNotTakenWhenAPageReachesWhatAnAppearanceBrought) {
    const auto two = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    const Revisions all(two.versions[1]);
    EXPECT_EQ(signing::changesBehind(all, 0, {}).changes, Changes::allowed);
    EXPECT_EQ(after(page().at("Contents").target.number, "null"), Changes::disallowed);
}

}  // namespace
