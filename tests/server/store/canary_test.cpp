#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/json_text.h"
#include "server/store/sqlite.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/secret.h"
#include "tests/support/accounts.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

/// Secrets that went through every use case of accounts are looked for in all that is kept or said. The same search
/// must find one that was planted.
namespace store {
namespace {

using domain::Role;
using domain::Scope;

/// Everything that stands in the data folder's files, the write-ahead log included.
std::string kept(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) all += base::readFile(entry.path(), std::size_t{1} << 30);
    return all;
}

/// The names of the secrets that stand in the text, as they are or in hexadecimal.
std::vector<std::string> foundIn(const std::string& text, const std::map<std::string, std::string>& secrets) {
    std::vector<std::string> found;
    for (const auto& [name, secret] : secrets)
        if (text.find(secret) != text.npos || text.find(base::hex(secret)) != text.npos) found.push_back(name);
    return found;
}

struct CanaryTest : testing::Test {
    support::TemporaryFolder folder{};
    DataFolder data{folder.path()};
    SqliteStore store{data};
    support::Accounts<SqliteStore> accounts{store};
    std::map<std::string, std::string> secrets{};
    std::string said{};  ///< all that errors say, their facts for the log included

    template <class Call>
    void refused(const Call& call) {
        try {
            call();
            ADD_FAILURE() << "nothing was thrown";
        } catch (const base::Error& error) {
            said += std::string(error.what()) + '\n';
            for (const base::Fault& fault : error.faults()) said += base::text(fault) + '\n';
            for (const auto& [name, value] : error.context()) said += name + ' ' + value + '\n';
        }
    }

    void useEverything() {
        secrets = {{"setup", accounts.setup.offer().value()},
                   {"password", "kanarek w kopalni 1"},
                   {"changed password", "kanarek w kopalni 2"},
                   {"reset password", "kanarek w kopalni 3"},
                   {"wrong password", "kanarek w kopalni 4"}};
        const auto admin =
            accounts.setup.finish(secrets["setup"], {"admin", secrets["password"], {}}, support::kAddress);
        const auto actor = accounts.actor(admin);
        secrets["session"] = accounts.sessions.begin("admin", secrets["password"], support::kAddress).secret;
        secrets["csrf"] = workflow::csrfToken(secrets["session"]);
        accounts.sessions.changePassword(actor, secrets["session"], secrets["password"], secrets["changed password"]);
        const auto olga = accounts.users.make(actor, {"olga", secrets["password"], {Role::clerk}});
        accounts.users.resetPassword(actor, olga.id, secrets["reset password"]);
        const auto token = accounts.tokens.make(actor, {"t", {Scope::read}, accounts.now + std::chrono::hours(9)});
        secrets["token"] = token.text.substr(workflow::kTokenPrefix.size());
        secrets["link"] = accounts.links.make(actor, "S", accounts.now + std::chrono::hours(9));
        beRefused(actor, token.token.id);
    }

    void beRefused(const domain::Actor& actor, const std::string& tokenId) {
        accounts.tokens.revoke(actor, actor.id, tokenId);
        accounts.links.revoke(actor, "S");
        refused([&] { accounts.setup.finish(secrets["setup"], {"x", secrets["password"], {}}, support::kAddress); });
        refused([&] { accounts.sessions.begin("admin", secrets["wrong password"], support::kAddress); });
        refused([&] { accounts.sessions.begin(secrets["wrong password"], "x", support::kAddress); });
        refused([&] { accounts.sessions.changePassword(actor, secrets["session"], secrets["wrong password"], "x"); });
        refused([&] { accounts.users.make(actor, {secrets["wrong password"], "krótkie", {}}); });
        refused([&] { accounts.users.make(actor, {"olga", secrets["wrong password"], {Role::clerk}}); });
        refused([&] { accounts.identify.byToken("akces_" + secrets["token"]); });
        refused([&] { accounts.identify.byLink(secrets["link"], support::kAddress); });
        refused([&] { accounts.users.user(secrets["link"]); });
        accounts.sessions.end(actor, secrets["session"]);
    }
};

TEST_F(CanaryTest, StandsInNothingThatIsKeptOrSaid) {
    useEverything();
    ASSERT_EQ(secrets.size(), 9U);
    const std::string files = kept(folder.path());
    EXPECT_GT(files.size(), 50'000U);
    EXPECT_EQ(foundIn(files, secrets), std::vector<std::string>{});
    std::string trail;
    for (const auto& event : store.events(0, 1000))
        for (const std::string* part :
             {&event.actorId, &event.action, &event.subjectKind, &event.subjectId, &event.detail})
            trail += *part + '\n';
    EXPECT_NE(trail.find("token.make"), trail.npos);
    EXPECT_EQ(foundIn(trail, secrets), std::vector<std::string>{});
    EXPECT_GT(said.size(), 400U);
    EXPECT_EQ(foundIn(said, secrets), std::vector<std::string>{});
    EXPECT_EQ(said.find("admin"), said.npos);
    EXPECT_EQ(trail.find("olga"), trail.npos);  // names are personal data
}

TEST_F(CanaryTest, IsFoundWhereItWasPlanted) {
    useEverything();
    for (const auto& [name, secret] : secrets) {
        accounts.audit.record(support::kSystem, {"plant", "", "", secret});
        const auto found = foundIn(kept(folder.path()), secrets);
        EXPECT_NE(std::find(found.begin(), found.end(), name), found.end()) << name;
    }
}

}  // namespace
}  // namespace store
