#include "server/workflow/links.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;

struct LinksTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};

    std::string make(const char* signer) {
        return accounts.links.make(support::kSystem, signer, accounts.now + std::chrono::days(30));
    }
    std::string open(const std::string& link) {
        try {
            return accounts.identify.byLink(link, support::kAddress).id;
        } catch (const base::Error& error) {
            return error.message().key;
        }
    }
};

TEST_F(LinksTest, OpenForTheirSigner) {
    const std::string first = make("first"), second = make("second");
    EXPECT_EQ(open(first), "first");
    EXPECT_EQ(open(second), "second");
    EXPECT_EQ(accounts.told(), (std::vector<std::string>{"link.make", "link.make"}));
}

TEST_F(LinksTest, EndWhenTheSignerGetsANewOne) {
    const std::string before = make("s"), after = make("s");
    EXPECT_EQ(open(before), "account.no_link");
    EXPECT_EQ(open(after), "s");
}

TEST_F(LinksTest, EndWhenTheyAreRevoked) {
    const std::string link = make("s"), other = make("other");
    accounts.links.revoke(support::kSystem, "s");
    accounts.links.revoke(support::kSystem, "s");
    EXPECT_EQ(open(link), "account.no_link");
    EXPECT_EQ(open(other), "other");
    EXPECT_EQ(accounts.told(), (std::vector<std::string>{"link.make", "link.make", "link.revoke"}));
}

TEST_F(LinksTest, AreNotMadeWhenTheAuditTrailCannotBeWritten) {
    const std::string link = make("s");
    rows.isAuditFull = true;
    EXPECT_EQ(support::codeOf([&] { make("s"); }), ErrorCode::cannotWrite);
    EXPECT_EQ(open(link), "s");
}

}  // namespace
}  // namespace workflow
