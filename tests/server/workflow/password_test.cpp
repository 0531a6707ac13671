#include "server/workflow/password.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/accounts.h"

namespace workflow {
namespace {

using support::kCheap;

TEST(Passwords, MatchTheirOwnHashAlone) {
    const Passwords passwords(kCheap);
    const std::string hash = passwords.hash("zażółć gęślą jaźń");
    EXPECT_TRUE(passwords.matches(hash, "zażółć gęślą jaźń"));
    EXPECT_FALSE(passwords.matches(hash, "zazolc gesla jazn"));
    EXPECT_FALSE(passwords.matches(hash, " zażółć gęślą jaźń"));
    EXPECT_FALSE(passwords.matches(hash, ""));
}

TEST(Passwords, HaveASaltOfTheirOwn) {
    const Passwords passwords(kCheap);
    EXPECT_NE(passwords.hash("to samo hasło"), passwords.hash("to samo hasło"));
}

TEST(Passwords, CostWhatOwaspAsksForAtLeast) {
    EXPECT_TRUE(Passwords().hash("hasło").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(Passwords, MatchAHashThatTheReferenceProgramMade) {
    // printf 'zażółć gęślą jaźń' | argon2 sól-sól-sól -id -t 2 -k 64 -p 1 -l 32 -e   (Debian's argon2)
    EXPECT_TRUE(Passwords(kCheap).matches(
        "$argon2id$v=19$m=64,t=2,p=1$c8OzbC1zw7NsLXPDs2w$HCC31F3/potQZrvwPzYJk39+1coSc9GXRGUCjr+phx8",
        "zażółć gęślą jaźń"));
}

TEST(Passwords, ReadTheCostFromTheHash) {
    const std::string hash = Passwords(PasswordCost{64, 3, 1}).hash("dawniejsze hasło");
    EXPECT_TRUE(Passwords(kCheap).matches(hash, "dawniejsze hasło"));
}

TEST(Passwords, NeverMatchNobody) {
    const Passwords passwords(kCheap);
    EXPECT_FALSE(passwords.matchesNobody(""));
    EXPECT_FALSE(passwords.matchesNobody("hasło"));
}

TEST(Passwords, FailLoudlyOnWhatIsNoHash) {
    EXPECT_THROW(Passwords(kCheap).matches("", "hasło"), base::Error);
    EXPECT_THROW(Passwords(kCheap).matches("$argon2id$v=19$m=8", "hasło"), base::Error);
}

}  // namespace
}  // namespace workflow
