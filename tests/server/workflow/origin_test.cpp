#include "server/workflow/origin.h"

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/source.h"

namespace workflow {
namespace {

struct OriginTest : testing::Test {
    support::Documents office{};
    domain::Signing declaration = office.issuedDeclaration();
    const std::string& id = declaration.document.id;
    base::Bytes issued = office.files.get(declaration.document.issuedSha256);

    Origin of(base::ByteView file) { return originOf(office.parts, file); }
};

TEST_F(OriginTest, IsOursByTheIssuedBytes) {
    EXPECT_EQ(of(issued), (Origin{Origin::Match::issued, id, 0}));
    const base::Bytes file = office.signedHead(declaration, support::Documents::partnerOf(declaration));
    EXPECT_EQ(of(file), (Origin{Origin::Match::extended, id, 0}));
}

TEST_F(OriginTest, NamesTheFirstOctetThatIsAnother) {
    base::Bytes other = issued;
    const std::size_t place = other.find("/Producer");
    ASSERT_NE(place, other.npos);
    other[place + 1] = 'R';
    EXPECT_EQ(of(other), (Origin{Origin::Match::differs, id, place + 2}));
}

TEST_F(OriginTest, IsNoneForForeignUnreadableAndDraftedFiles) {
    EXPECT_EQ(of(base::readFile(support::source("tests/data/pdf/three-fields.pdf"), 1 << 20)), Origin{});
    EXPECT_EQ(of("%PDF-1.7 nonsense"), Origin{});
    domain::Signing draft = *office.rows.signing(id);
    draft.document.issuedSha256.clear();
    office.rows.saveSigning(draft, draft.document.version);
    EXPECT_EQ(of(issued), Origin{});
}

TEST_F(OriginTest, HasNamesForPrograms) {
    EXPECT_EQ(name(Origin::Match::none), "none");
    EXPECT_EQ(name(Origin::Match::issued), "issued");
    EXPECT_EQ(name(Origin::Match::extended), "extended");
    EXPECT_EQ(name(Origin::Match::differs), "differs");
}

}  // namespace
}  // namespace workflow
