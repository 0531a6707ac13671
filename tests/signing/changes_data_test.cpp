#include "signing/change_review.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreAllowedForValidationData) {
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Certs [NEW] >>", {"<< /Length 3 >>\nstream\nabc\nendstream"}),
              Changes::allowed);
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Certs [NEW] >>",
                          {"<< /Subtype /Form /Length 3 >>\nstream\nabc\nendstream"}),
              Changes::disallowed);
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Other 1 >>", {}), Changes::disallowed);
}

TEST_F(ChangedFile, AreDisallowedInTheCatalog) {
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/OpenAction << /S /JavaScript /JS (1) >>")), Changes::disallowed);
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/Names << >>")), Changes::disallowed);
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/Pages 1 0 R")), Changes::disallowed);  // the key stands twice
}

TEST_F(ChangedFile, LeavesOtherSettingsOfTheDocumentOpen) {
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/ViewerPreferences << /HideMenubar true >>")), Changes::unknown);
    EXPECT_EQ(afterAdding(rootNumber(), "/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 3 >> >>", {}),
              Changes::allowed);
}

}  // namespace
