#include "server/workflow/secret.h"

#include <gtest/gtest.h>

#include <set>

namespace workflow {
namespace {

TEST(Secret, HoldsTwoHundredAndFiftySixBits) {
    const Secret secret = newSecret();
    EXPECT_EQ(secret.text.size(), 43U);  // 256 / 6, rounded up
    EXPECT_TRUE(isSecretText(secret.text));
    EXPECT_EQ(secret.hash, secretHash(secret.text));
    EXPECT_NE(newSecret().text, secret.text);
}

TEST(Secret, IsKeptAsTheSha256OfItsText) {  // FIPS 180-4's example
    EXPECT_EQ(secretHash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(SecretText, IsNothingButBase64Url) {
    const std::string good = newSecret().text;
    EXPECT_FALSE(isSecretText(""));
    EXPECT_FALSE(isSecretText(good.substr(1)));
    EXPECT_FALSE(isSecretText(good + 'A'));
    for (const char c : {'+', '/', '=', ' ', '\0', ';', '%'}) EXPECT_FALSE(isSecretText(good.substr(1) + c)) << c;
}

TEST(CsrfToken, IsMadeOfTheSecretAndTellsNothingThatIsKept) {
    const Secret secret = newSecret();
    EXPECT_EQ(csrfToken(secret.text), csrfToken(secret.text));
    EXPECT_NE(csrfToken(secret.text), csrfToken(newSecret().text));
    EXPECT_NE(csrfToken(secret.text), secret.text);
    EXPECT_NE(csrfToken(secret.text), secret.hash);
    EXPECT_TRUE(isSecretText(csrfToken(secret.text)));
}

TEST(NewId, HasSixteenCharactersAndNeverRepeats) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(newId());
    EXPECT_EQ(seen.size(), 1000U);
    EXPECT_EQ(seen.begin()->size(), 16U);
}

}  // namespace
}  // namespace workflow
