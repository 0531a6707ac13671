#include <gtest/gtest.h>

#include "server/store/data_folder.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/audit.h"
#include "server/workflow/password.h"
#include "tests/support/command.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

using support::command;

struct UserVerbTest : testing::Test {
    support::Outcome user(std::vector<std::string> words) const {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--data", data});
        return command(words);
    }
    support::Outcome add(const std::string& name, const std::string& roles) const {
        return user({"add", name, "--role", roles, "--password-file", password});
    }
    /// "actor action" of each entry.
    std::vector<std::string> told() const {
        const store::DataFolder lock(data);
        store::SqliteStore rows(lock);
        std::vector<std::string> lines;
        for (const auto& event : rows.events(0, 100))
            lines.push_back(std::string(domain::name(event.actorKind)) + ' ' + event.action);
        return lines;
    }
    support::TemporaryFolder folder{};
    std::string data = (folder / "data").string();
    std::string password = folder.write("haslo", "Będzin w listopadzie\n");
};

TEST_F(UserVerbTest, MakesAUserWhoCanLogIn) {
    const auto made = add("Olga", "clerk,administrator");
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.out, "Utworzono użytkownika olga. Role: clerk administrator.\n");
    const store::DataFolder lock(data);
    const auto stored = store::SqliteStore(lock).userByName("olga");
    ASSERT_TRUE(stored);
    EXPECT_TRUE(workflow::Passwords().matches(stored->passwordHash, "Będzin w listopadzie"));
}

TEST_F(UserVerbTest, ListsAndChangesUsers) {
    add("olga", "administrator");
    add("jan", "reader");
    EXPECT_EQ(user({"roles", "JAN", "clerk,reader"}).out, "jan  role: clerk reader  od 30.06.2027, 14:00 CEST\n");
    EXPECT_EQ(user({"disable", "jan"}).out, "jan  role: clerk reader  od 30.06.2027, 14:00 CEST  wyłączony\n");
    const auto json = user({"list", "--json"}).out;
    EXPECT_NE(json.find("\"name\":\"jan\",\"roles\":[\"clerk\",\"reader\"],\"disabled\":true,"), json.npos) << json;
    EXPECT_NE(json.find("\"name\":\"olga\",\"roles\":[\"administrator\"],\"disabled\":false,"), json.npos) << json;
    EXPECT_EQ(user({"enable", "jan"}).code, 0);
    EXPECT_TRUE(user({"list"}).out.ends_with("Liczba użytkowników: 2.\n"));
    EXPECT_EQ(told(), (std::vector<std::string>{"system user.make", "system user.make", "system user.roles",
                                                "system user.disable", "system user.enable"}));
}

TEST_F(UserVerbTest, GivesAnotherPassword) {
    add("olga", "administrator");
    const std::string other = folder.write("inne", "Knurów też w listopadzie");
    EXPECT_EQ(user({"password", "olga", "--password-file", other}).code, 0);
    const store::DataFolder lock(data);
    const auto stored = store::SqliteStore(lock).userByName("olga");
    EXPECT_TRUE(workflow::Passwords().matches(stored->passwordHash, "Knurów też w listopadzie"));
}

TEST_F(UserVerbTest, TellsEveryFault) {
    const auto roles = add("olga", "szef,clerk,sprzątacz");
    EXPECT_EQ(roles.code, 65);
    EXPECT_EQ(std::count(roles.err.begin(), roles.err.end(), '\n'), 2) << roles.err;
    password = folder.write("krótkie", "abc");
    const auto both = add("zła nazwa", "clerk");
    EXPECT_EQ(both.code, 65);
    EXPECT_EQ(std::count(both.err.begin(), both.err.end(), '\n'), 2) << both.err;
    EXPECT_EQ(both.err.find('/'), both.err.npos) << both.err;
    const auto all = add("zła nazwa", "szef,sprzątacz");
    EXPECT_EQ(all.code, 65);
    EXPECT_EQ(std::count(all.err.begin(), all.err.end(), '\n'), 4) << all.err;
}

TEST_F(UserVerbTest, RefusesWhatCannotBe) {
    add("olga", "administrator");
    EXPECT_EQ(add("OLGA", "clerk").code, 65);
    EXPECT_EQ(user({"disable", "olga"}).code, 65);
    EXPECT_EQ(user({"roles", "olga", "clerk"}).code, 65);
    EXPECT_EQ(user({"roles", "nikt", "clerk"}).err, "Nie ma użytkownika o nazwie „nikt”.\n");
    EXPECT_EQ(user({"add", "jan", "--role", "clerk"}).code, 77);
    EXPECT_EQ(user({"add", "jan", "--password-file", password}).code, 64);
    EXPECT_EQ(user({"list", "--role", "clerk"}).code, 64);
    EXPECT_EQ(user({"spal"}).code, 64);
    EXPECT_EQ(command({"user", "list", "--data", (folder / "nie-ma").string()}).code, 4);
}

TEST_F(UserVerbTest, NamesTheOtherWayWhileTheServiceRuns) {
    add("olga", "administrator");
    const store::DataFolder service(data);
    const auto outcome = user({"list"});
    EXPECT_EQ(outcome.code, 75);
    EXPECT_NE(outcome.err.find("API"), outcome.err.npos) << outcome.err;
}

}  // namespace
}  // namespace cli
