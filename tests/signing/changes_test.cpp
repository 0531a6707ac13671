#include "signing/changes.h"

#include <gtest/gtest.h>

#include "pdfgen/update.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;

/// One signed file, and what is where in it.
class ChangesBehind : public testing::Test {
protected:
    int number(const char* key) const { return root().at(key).isReference() ? root().at(key).target.number : 0; }
    const Object& root() const { return revisions_.resolved(trailer().at("Root"), revisions_.last()); }
    const Object& trailer() const { return revisions_.all().back().trailer; }
    int rootNumber() const { return trailer().at("Root").target.number; }
    int pageNumber() const {
        return revisions_.resolved(root().at("Pages"), revisions_.last()).at("Kids").items.at(0).target.number;
    }
    const Object& page() const { return revisions_.value({pageNumber(), 0}, revisions_.last()); }

    /// The raw text of an object with `entry` before its last ">>".
    std::string with(int object, const std::string& entry) const {
        std::string raw(revisions_.find(object, revisions_.last())->raw);
        return raw.substr(0, raw.rfind(">>")) + entry + " >>";
    }
    static std::string replaced(std::string text, std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        EXPECT_NE(at, text.npos) << from;
        return at == text.npos ? text : text.replace(at, from.size(), to);
    }

    Changes judged(const base::Bytes& file, const Permissions& permissions = {}) const {
        const Revisions all(file);
        return changesBehind(all, 1, permissions).changes;
    }
    Changes after(int object, const std::string& body, const Permissions& permissions = {}) const {
        return judged(samples::withObject(file_, object, body), permissions);
    }
    Changes afterAdding(int holder, const std::string& entry, const std::vector<std::string>& objects) const {
        pdfgen::Update update(file_);
        std::string text = entry;
        for (const std::string& body : objects) {
            const std::string reference = std::to_string(update.add(body)) + " 0 R";
            if (const auto at = text.find("NEW"); at != text.npos) text.replace(at, 3, reference);
        }
        update.replace(holder, with(holder, text));
        return judged(file_ + update.finish());
    }

    const samples::Signed made_ = samples::signedSample("three-fields.pdf", {"Partner-1"});
    const base::Bytes& file_ = made_.versions[0];
    const Revisions revisions_{file_};
};

TEST_F(ChangesBehind, AreNoneWhereNothingFollows) { EXPECT_EQ(judged(file_), Changes::none); }

TEST_F(ChangesBehind, AreAllowedForAnotherSignature) {
    const auto two = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    EXPECT_EQ(judged(two.versions[1]), Changes::allowed);
}

TEST_F(ChangesBehind, AreAllowedForTheSameObjectAgain) {
    EXPECT_EQ(after(pageNumber(), std::string(revisions_.find(pageNumber(), 1)->raw)), Changes::allowed);
}

TEST_F(ChangesBehind, AreAllowedForValidationData) {
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Certs [NEW] >>", {"<< /Length 3 >>\nstream\nabc\nendstream"}),
              Changes::allowed);
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Certs [NEW] >>",
                          {"<< /Subtype /Form /Length 3 >>\nstream\nabc\nendstream"}),
              Changes::disallowed);
    EXPECT_EQ(afterAdding(rootNumber(), "/DSS << /Other 1 >>", {}), Changes::disallowed);
}

TEST_F(ChangesBehind, AreDisallowedOnAPage) {
    EXPECT_EQ(after(pageNumber(), with(pageNumber(), "/Rotate 90")), Changes::disallowed);
    const int contents = page().at("Contents").target.number;
    EXPECT_EQ(after(contents, "<< /Length 0 >>\nstream\n\nendstream"), Changes::disallowed);
    EXPECT_EQ(after(number("Pages"), with(number("Pages"), "/Rotate 90")), Changes::disallowed);
}

TEST_F(ChangesBehind, AreDisallowedInTheCatalog) {
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/OpenAction << /S /JavaScript /JS (1) >>")), Changes::disallowed);
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/Names << >>")), Changes::disallowed);
    EXPECT_EQ(after(rootNumber(), with(rootNumber(), "/Pages 1 0 R")), Changes::disallowed);  // the key stands twice
}

TEST_F(ChangesBehind, AreDisallowedForAnAnnotation) {
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

TEST_F(ChangesBehind, AreDisallowedForASignedField) {
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

TEST_F(ChangesBehind, AreUnknownForDataThatNothingShows) {
    pdfgen::Update update(file_);
    update.add("<< /A 1 /B 2 /C 3 >>");
    EXPECT_EQ(judged(file_ + update.finish()), Changes::unknown);
    EXPECT_EQ(judged(file_ + "garbage"), Changes::unknown);
    EXPECT_EQ(judged(file_ + "4 0 obj\n<< >>\nendobj\n"), Changes::disallowed);
}

TEST_F(ChangesBehind, RespectWhatTheSignatoryForbade) {
    const auto two = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    Permissions nothing;
    nothing.level = 1;
    EXPECT_EQ(judged(two.versions[1], nothing), Changes::disallowed);
    Permissions locked;
    locked.locked = {"Lider"};
    EXPECT_EQ(judged(two.versions[1], locked), Changes::disallowed);
    locked.locked = {"Partner-2"};
    EXPECT_EQ(judged(two.versions[1], locked), Changes::allowed);
}

TEST(Permissions, LockFieldsByNameAndBelow) {
    Permissions permissions;
    permissions.locked = {"A"};
    EXPECT_TRUE(permissions.locks("A"));
    EXPECT_TRUE(permissions.locks("A.B"));
    EXPECT_FALSE(permissions.locks("AB"));
    permissions.lockedExcept = std::vector<std::string>{"AB"};
    EXPECT_FALSE(permissions.locks("AB"));
    EXPECT_TRUE(permissions.locks("C"));
    permissions.lockAll = true;
    EXPECT_TRUE(permissions.locks("AB"));
}

TEST(Permissions, AreReadFromACertification) {
    const base::Bytes file = samples::bytesOf(samples::data() / "signed/ok-certified-p1.pdf");
    const Revisions revisions(file);
    const auto permissions = permissionsAt(revisions, findSignatures(revisions), revisions.last());
    EXPECT_TRUE(permissions.isCertified);
    EXPECT_EQ(permissions.level, 1);
}

}  // namespace
