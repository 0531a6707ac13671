#include <gtest/gtest.h>

#include "server/store/data_folder.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/secret.h"
#include "tests/support/command.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

using support::command;

struct TokenVerbTest : testing::Test {
    TokenVerbTest() {
        command({"user", "add", "olga", "--role", "administrator,clerk", "--password-file",
                 folder.write("haslo", "Będzin w listopadzie"), "--data", data});
    }
    support::Outcome token(std::vector<std::string> words) const {
        words.insert(words.begin(), "token");
        words.insert(words.end(), {"--data", data});
        return command(words);
    }
    support::Outcome make(const std::string& scopes, const std::string& days) const {
        return token({"make", "--user", "olga", "--label", "nocny import", "--scope", scopes, "--days", days});
    }
    support::TemporaryFolder folder{};
    std::string data = (folder / "data").string();
};

TEST_F(TokenVerbTest, ShowsATokenOnceAndAlone) {
    const auto made = make("read,meetings", "30");
    EXPECT_EQ(made.code, 0) << made.err;
    ASSERT_TRUE(made.out.starts_with("akces_") && made.out.ends_with('\n'));
    EXPECT_EQ(token({"list", "--user", "olga", "--json"}).out.find(made.out.substr(0, 49)), std::string::npos);
    const store::DataFolder lock(data);
    const auto stored = store::SqliteStore(lock).tokenByHash(workflow::secretHash(made.out.substr(6, 43)));
    ASSERT_TRUE(stored);
    EXPECT_EQ(base::isoInstant(stored->expiresAt), "2027-07-30T12:00:00Z");
    EXPECT_EQ(stored->scopes, (std::vector{domain::Scope::read, domain::Scope::meetings}));
}

TEST_F(TokenVerbTest, ListsAndRevokes) {
    make("read", "1");
    const std::string json = token({"list", "--user", "olga", "--json"}).out;
    EXPECT_NE(json.find("\"label\":\"nocny import\",\"scopes\":[\"read\"],"), json.npos) << json;
    const std::string id = json.substr(7, 16);
    EXPECT_EQ(token({"revoke", id, "--user", "olga"}).out, "Unieważniono token " + id + ".\n");
    const std::string list = token({"list", "--user", "olga"}).out;
    EXPECT_EQ(list, id + "  „nocny import”  zakresy: read  unieważniony 30.06.2027, 14:00 CEST\nLiczba tokenów: 1.\n");
    EXPECT_NE(token({"list", "--user", "olga", "--json"}).out.find("\"revoked_at\":\"2027-06-30T12:00:00Z\""),
              std::string::npos);
}

TEST_F(TokenVerbTest, RefusesWhatCannotBe) {
    EXPECT_EQ(make("read,wszystko", "30").code, 65);
    EXPECT_EQ(make("read", "367").code, 65);
    for (const char* days : {"0", "-1", "trzy", "3x", "99999999"}) EXPECT_EQ(make("read", days).code, 64) << days;
    EXPECT_EQ(token({"list", "--user", "nikt"}).code, 65);
    EXPECT_EQ(token({"revoke", "nie-ma", "--user", "olga"}).code, 65);
    EXPECT_EQ(token({"make", "--user", "olga"}).code, 64);
    EXPECT_EQ(token({"spal"}).code, 64);
}

TEST_F(TokenVerbTest, NamesTheOtherWayWhileTheServiceRuns) {
    const store::DataFolder service(data);
    EXPECT_EQ(make("read", "1").code, 75);
}

}  // namespace
}  // namespace cli
