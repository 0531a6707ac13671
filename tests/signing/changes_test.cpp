#include "signing/changes.h"

#include <gtest/gtest.h>

#include "tests/support/changed_file.h"

namespace {

using namespace signing;
using pdfgen::Object;
using pdfgen::Revisions;
using samples::ChangedFile;

TEST_F(ChangedFile, AreNoneWhereNothingFollows) { EXPECT_EQ(judged(file_), Changes::none); }

TEST_F(ChangedFile, RespectWhatTheSignatoryForbade) {
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

/// One reader takes the first, another the last.
TEST_F(ChangedFile, HoldNoKeyTwice) {
    const int information = trailer().at("Info").target.number;
    EXPECT_EQ(after(number("AcroForm"), with(number("AcroForm"), "/Fields [ ]")), Changes::disallowed);
    EXPECT_EQ(after(number("AcroForm"), with(number("AcroForm"), "/NeedAppearances null /NeedAppearances true")),
              Changes::disallowed);
    EXPECT_EQ(after(information, with(information, "/Title (Another)")), Changes::disallowed);
}

TEST_F(ChangedFile, AreInDoubtWhereTheSignedVersionCannotBeRead) {
    const std::string information = '\n' + std::to_string(trailer().at("Info").target.number);
    const base::Bytes damaged = replaced(file_, information + " 0 obj", information + " 9 obj");
    const std::string page(revisions_.find(pageNumber(), revisions_.last())->raw);
    EXPECT_EQ(judged(samples::withObject(file_, pageNumber(), page)), Changes::allowed);
    EXPECT_EQ(judged(samples::withObject(damaged, pageNumber(), page)), Changes::unknown);
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
