#include "signing/openssl.h"

#include <gtest/gtest.h>
#include <openssl/err.h>

namespace {

using namespace signing;

TEST(Openssl, TurnsItsFailuresIntoOurs) {
    EXPECT_THROW(own<Bio>(nullptr, "BIO_new"), base::Error);
    EXPECT_THROW(check(0, "call"), base::Error);
    EXPECT_NO_THROW(check(1, "call"));
    ERR_put_error(ERR_LIB_X509, 0, X509_R_INVALID_FIELD_NAME, __FILE__, __LINE__);
    EXPECT_FALSE(drainedErrors().empty());
    EXPECT_TRUE(drainedErrors().empty());
}

TEST(Openssl, ReadsTimesAndTexts) {
    const base::Handle<ASN1_TIME, ASN1_TIME_free> time(ASN1_TIME_set(nullptr, 1574847000));
    EXPECT_EQ(instant(time.get()), base::parseInstant("2019-11-27T09:30:00Z"));
    EXPECT_FALSE(instant(nullptr).has_value());
    const base::Handle<ASN1_STRING, ASN1_STRING_free> name(ASN1_STRING_type_new(V_ASN1_T61STRING));
    ASN1_STRING_set(name.get(), "a\xF3", 2);
    EXPECT_EQ(text(name.get()), "aó");
    EXPECT_EQ(text(nullptr), "");
}

}  // namespace
