#include "signing/change_review.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreDisallowedOnAPage) {
    EXPECT_EQ(after(pageNumber(), with(pageNumber(), "/Rotate 90")), Changes::disallowed);
    const int contents = page().at("Contents").target.number;
    EXPECT_EQ(after(contents, "<< /Length 0 >>\nstream\n\nendstream"), Changes::disallowed);
    EXPECT_EQ(after(number("Pages"), with(number("Pages"), "/Rotate 90")), Changes::disallowed);
}

TEST_F(ChangedFile, AreDisallowedForAnAnnotation) {
    const std::string annotation = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] >>";
    pdfgen::Update update(file_);
    const std::string reference = std::to_string(update.add(annotation)) + " 0 R ]";
    std::string body(revisions_.find(pageNumber(), 1)->raw);
    const auto close = body.find(']', body.find("/Annots"));
    update.replace(pageNumber(), body.replace(close, 1, ' ' + reference));
    const base::Bytes file = file_ + update.finish();
    EXPECT_EQ(judged(file), Changes::disallowed);
    Permissions annotations;
    annotations.level = 3;
    EXPECT_EQ(judged(file, annotations), Changes::unknown);
}

TEST_F(ChangedFile, IsNotTakenWithAnotherOrderOfPages) {
    EXPECT_EQ(after(number("Pages"), "<< /Type /Pages /Kids [] /Count 0 >>"), Changes::disallowed);
    EXPECT_EQ(after(pageNumber(), with(pageNumber(), "/Tabs /S")), Changes::unknown);
}

}  // namespace
