#include "signing/change_review.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreAllowedForAnotherSignature) {
    const auto two = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    EXPECT_EQ(judged(two.versions[1]), Changes::allowed);
}

TEST_F(ChangedFile, AreDisallowedForASignedField) {
    const int field = findSignatures(revisions_).at(0).fieldNumber;
    EXPECT_EQ(after(field, with(field, "/MK << /R 90 >>")), Changes::disallowed);
    std::string body(revisions_.find(field, 1)->raw);
    EXPECT_EQ(after(field, replaced(body, "/Rect [", "/Rect [ 1 ")), Changes::disallowed);
    const Object& appearance = revisions_.value({field, 0}, 1).at("AP").at("N");
    ASSERT_TRUE(appearance.isReference());
    EXPECT_EQ(after(appearance.target.number,
                    "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream"),
              Changes::disallowed);
}

TEST_F(ChangedFile, IsNotTakenWithAFieldThatIsNoSignature) {
    const std::string text = "<< /FT /Tx /T (Uwagi) /V (x) >>";
    EXPECT_EQ(afterAddingField(text), Changes::disallowed);
    EXPECT_EQ(afterAddingField("<< /FT /Sig /T (Nowe) >>"), Changes::unknown);
    EXPECT_EQ(afterAddingField("<< /FT /Sig /T (Lider) /V << /ByteRange [0 1 2 3] >> >>"), Changes::disallowed);
    EXPECT_EQ(afterAddingField("<< /FT /Sig /T (Nowe) /V << /ByteRange [0 1 2 3] >> >>"), Changes::allowed);
    EXPECT_EQ(afterAddingField("<< /FT /Sig /T (Nowe) /AA << >> /V << /ByteRange [0 1 2 3] >> >>"),
              Changes::disallowed);
}

TEST_F(ChangedFile, IsNotTakenWhenTheFormLosesAFieldOrItsSettings) {
    const int form = number("AcroForm");
    EXPECT_EQ(after(form, "<< /Fields [] /SigFlags 3 >>"), Changes::disallowed);
    EXPECT_EQ(after(form, with(form, "/XFA (x)")), Changes::disallowed);
    EXPECT_EQ(after(form, with(form, "/NeedAppearances true")), Changes::unknown);
}

}  // namespace
