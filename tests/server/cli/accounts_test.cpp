#include "server/cli/accounts.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace cli {
namespace {

using base::ErrorCode;

TEST(Accounts, AreNamedWithCommasBetween) {
    EXPECT_EQ(listed("a,b"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(listed("a"), std::vector<std::string>{"a"});
    EXPECT_EQ(listed(",a"), (std::vector<std::string>{"", "a"}));
    EXPECT_EQ(listed(""), std::vector<std::string>{""});
}

TEST(Accounts, TellFaultsWithoutPointers) {
    const base::Fault fault{{{}, 0, 0, "/name"}, base::say("account.no_roles")};
    const auto fails = [&] {
        withoutPointers([&]() -> int { throw base::Error(ErrorCode::data, base::say("account.faults"), {fault}); });
    };
    EXPECT_EQ(support::faultsOf(fails), std::vector<std::string>{"account.no_roles"});
    EXPECT_EQ(support::codeOf(fails), ErrorCode::data);
    EXPECT_EQ(withoutPointers([] { return 7; }), 7);
}

TEST(Accounts, WriteNamesAsJson) {
    EXPECT_EQ(jsonNames(std::vector{domain::Role::clerk, domain::Role::reader}), "[\"clerk\",\"reader\"]");
    EXPECT_EQ(jsonNames(std::vector<domain::Role>{}), "[]");
}

}  // namespace
}  // namespace cli
