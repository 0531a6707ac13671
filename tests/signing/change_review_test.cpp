#include "signing/change_review.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreAllowedForTheSameObjectAgain) {
    EXPECT_EQ(after(pageNumber(), std::string(revisions_.find(pageNumber(), 1)->raw)), Changes::allowed);
}

TEST_F(ChangedFile, HasAnObjectChangedOnlyWhenItReadsOtherwise) {
    pdfgen::Update update(file_);
    update.replace(pageNumber(), " " + std::string(revisions_.find(pageNumber(), 1)->raw) + " ");
    update.replace(rootNumber(), with(rootNumber(), "/Lang (en)"));
    const base::Bytes file = file_ + update.finish();
    const Revisions all(file);
    const TwoViews views(all, 1);
    EXPECT_FALSE(views.isChanged(pageNumber()));
    EXPECT_TRUE(views.isChanged(rootNumber()));
    EXPECT_TRUE(views.existed(rootNumber()));
    EXPECT_FALSE(views.existed(9999));
}

TEST_F(ChangedFile, ClaimsOnlyNewObjectsAndThoseThatMayBeRewritten) {
    const int contents = page().at("Contents").target.number;
    const base::Bytes file = samples::withObject(file_, contents, "<< /Length 0 >>\nstream\n\nendstream");
    const Revisions all(file);
    const TwoViews views(all, 1);
    ChangeNotes strict(views), lenient(views);
    strict.claim(page().at("Contents"));
    lenient.claim(page().at("Contents"), {contents});
    EXPECT_EQ(strict.finding().changes, Changes::disallowed);
    EXPECT_EQ(lenient.finding().changes, Changes::allowed);
    EXPECT_TRUE(lenient.isClaimed(contents));
}

}  // namespace
