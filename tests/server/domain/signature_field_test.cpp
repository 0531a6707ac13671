#include "server/domain/signature_field.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(SignatureField, NamesItsParticipantThereAndBack) {
    EXPECT_EQ(partnerField(3), "Partner-3");
    for (const std::int64_t order : {0, 1, 12}) EXPECT_EQ(orderOfField(partnerField(order)), order);
}

TEST(SignatureField, OfAnotherNameHasNoOrder) {
    for (const char* name : {"", "Lider", "Partner", "Partner-", "Partner-x", "Partner-3a", "partner-3", "Podpis-3"})
        EXPECT_FALSE(orderOfField(name)) << name;
}

}  // namespace
}  // namespace domain
