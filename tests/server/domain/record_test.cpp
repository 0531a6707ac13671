#include "server/domain/record.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(Record, NamesEachKindOfDocumentBothWays) {
    for (const auto kind : {DocumentKind::declaration, DocumentKind::jointDeclaration, DocumentKind::attendanceList,
                            DocumentKind::notice, DocumentKind::other})
        EXPECT_EQ(documentKind(name(kind)), kind) << name(kind);
    EXPECT_EQ(name(DocumentKind::jointDeclaration), "joint-declaration");
}

TEST(Record, KnowsNoOtherKinds) {
    EXPECT_EQ(documentKind("Declaration"), std::nullopt);
    EXPECT_EQ(documentKind(""), std::nullopt);
}

}  // namespace
}  // namespace domain
