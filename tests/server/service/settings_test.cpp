#include "server/service/settings.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace service {
namespace {

std::vector<base::Fault> faultsOf(const SettingsSources& sources) {
    try {
        readSettings(sources);
    } catch (const base::Error& error) {
        return error.faults();
    }
    return {};
}

struct SettingsTest : testing::Test {
    support::TemporaryFolder folder{};
    SettingsSources file(std::string_view text) {
        SettingsSources sources;
        sources.file = folder.write("a.properties", text);
        return sources;
    }
};

TEST_F(SettingsTest, NeedNothing) { EXPECT_EQ(readSettings({}), Settings()); }

TEST_F(SettingsTest, TakeTheWordsBeforeTheEnvironmentAndThatBeforeTheFile) {
    SettingsSources sources = file("port = 1\nworkers=5\nreaders = 3\n# bind = 10.0.0.1\n\n");
    sources.environment = [](const char* name) -> std::optional<std::string> {
        const std::string_view wanted = name;
        if (wanted == "AKCES_PORT") return "2";
        if (wanted == "AKCES_WORKERS") return "6";
        return std::nullopt;
    };
    sources.words = {{"port", "4"}};
    const Settings settings = readSettings(sources);
    EXPECT_EQ(settings.port, 4);
    EXPECT_EQ(settings.workers, 6U);
    EXPECT_EQ(settings.readers, 3U);
    EXPECT_EQ(settings.bind, "127.0.0.1");
}

TEST_F(SettingsTest, ListEveryFaultWithItsLine) {
    const auto faults =
        faultsOf(file("port = 70000\nprot = 1\nbind\nreaders = 2\nreaders = 3\n"
                      "public_url = akces.example.pl\nsamples = tak\nlink_days = 0\nhosts = a,,b\n"));
    ASSERT_EQ(faults.size(), 8U);
    const std::vector<std::pair<int, std::string>> expected{
        {1, "settings.bad_value"}, {2, "settings.unknown"},   {3, "settings.no_equals"}, {5, "settings.twice"},
        {6, "settings.bad_value"}, {7, "settings.bad_value"}, {8, "settings.bad_value"}, {9, "settings.bad_value"}};
    for (std::size_t i = 0; i < faults.size(); ++i) {
        EXPECT_EQ(faults[i].place.line, expected[i].first);
        EXPECT_EQ(faults[i].message.key, expected[i].second);
    }
    EXPECT_EQ(faultsOf(file("data = \xff\n")).front().message.key, "settings.not_utf8");
}

TEST_F(SettingsTest, NameTheOneThatIsNoAddress) {
    const std::pair<const char*, std::vector<const char*>> wrong[] = {
        {"bind", {"localhost", "127.0.0.1:80", "[::1]", ""}},
        {"proxies", {"127.0.0.1,nginx", "10.0.0.0/8"}},
        {"hosts", {"https://akces.example.pl", "akces.example.pl/a", "a:0", "a:70000", "a:", "::1", "[a]"}},
        {"public_url",
         {"akces.example.pl", "ftp://a", "https://", "https://a/b", "https://a:0", "https://a:x", "https://[::1",
          "https://u@a", "https://a?b", "https://zażółć.pl"}}};
    for (const auto& [name, values] : wrong)
        for (const char* value : values) {
            SettingsSources sources;
            sources.words = {{name, value}};
            const auto faults = faultsOf(sources);
            ASSERT_EQ(faults.size(), 1U) << name << ' ' << value;
            EXPECT_EQ(faults.front().place.file, std::string("--") + name);
            EXPECT_NE(base::text(faults.front()).find(std::string("„") + name + "”"), std::string::npos);
        }
    const std::pair<const char*, std::vector<const char*>> right[] = {
        {"bind", {"::", "0.0.0.0", "fd00::1"}},
        {"proxies", {"", "::1, 10.0.0.1"}},
        {"hosts", {"", "a:81, [::1]:81,192.0.2.1"}},
        {"public_url", {"", "http://a:81/", "https://[fd00::1]", "https://192.0.2.1:8443"}}};
    for (const auto& [name, values] : right)
        for (const char* value : values) {
            SettingsSources sources;
            sources.words = {{name, value}};
            EXPECT_TRUE(faultsOf(sources).empty()) << name << ' ' << value;
        }
}

TEST_F(SettingsTest, NameTheOneWhoseFileIsMissing) {
    SettingsSources sources = file("key_import = /nonexistent/key.p12\nkey_passphrase_file = /tmp\n");
    sources.environment = [](const char* name) -> std::optional<std::string> {
        if (std::string_view(name) == "AKCES_KEY_IMPORT_PASSWORD_FILE") return "/nonexistent/password";
        return std::nullopt;
    };
    const auto faults = faultsOf(sources);
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].place.line, 2);
    EXPECT_EQ(faults[1].place.line, 1);
    EXPECT_EQ(base::text(faults[2]),
              "AKCES_KEY_IMPORT_PASSWORD_FILE: Niepoprawna wartość ustawienia „key_import_password_file”: Nie można "
              "odczytać pliku „/nonexistent/password”: nie ma takiego pliku ani folderu.");
    sources.environment = {};
    sources.words = {{"key_import", ""}, {"key_passphrase_file", folder.write("secret", "x")}};
    EXPECT_TRUE(faultsOf(sources).empty());  // what was replaced is nobody's
}

TEST_F(SettingsTest, KnowWhetherLinksLeaveThisMachine) {
    const auto with = [](const char* url) {
        SettingsSources sources;
        sources.words = {{"public_url", url}};
        return readSettings(sources);
    };
    EXPECT_TRUE(isLocal({}));
    for (const char* url : {"http://localhost:80", "http://127.0.0.1", "https://[::1]:443/"})
        EXPECT_TRUE(isLocal(with(url))) << url;
    EXPECT_FALSE(isLocal(with("https://akces.example.pl/")));
    EXPECT_EQ(publicUrlOf(with("https://akces.example.pl/"), 81), "https://akces.example.pl");
    EXPECT_EQ(publicUrlOf({}, 81), "http://127.0.0.1:81");
    EXPECT_EQ(transportOf(with("https://akces.example.pl/")), http::Transport::tls);
    EXPECT_EQ(transportOf({}), http::Transport::plain);
}

TEST_F(SettingsTest, ReachTheGate) {
    SettingsSources sources = file(
        "bind = 127.0.0.2\nport = 81\npublic_url = https://akces.example.pl\n"
        "hosts = inna.example.pl, trzecia.example.pl\nproxies = 127.0.0.1\nworkers = 9\n");
    const http::GateSettings gate = gateSettingsOf(readSettings(sources));
    EXPECT_EQ(gate.address, "127.0.0.2");
    EXPECT_EQ(gate.port, 81);
    EXPECT_EQ(gate.workers, 9U);
    EXPECT_EQ(gate.proxies, std::vector<std::string>{"127.0.0.1"});
    EXPECT_EQ(gate.hosts, (std::vector<std::string>{"inna.example.pl", "trzecia.example.pl", "akces.example.pl"}));
}

/// config/akces.properties shows every setting once, with the default that holds without it.
TEST_F(SettingsTest, StandInTheCommentedFile) {
    const std::string shown = base::readFile(support::source("config/akces.properties"), 1 << 20);
    std::size_t count = 0;
    for (const SettingName& name : settingNames()) {
        std::string line = "\n#" + std::string(name.name) + " =";
        if (!name.defaultText.empty()) line += " " + std::string(name.defaultText);
        EXPECT_NE(shown.find(line + "\n"), std::string::npos) << name.name;
        ++count;
        SettingsSources sources;
        sources.words = {{std::string(name.name), std::string(name.defaultText)}};
        EXPECT_EQ(readSettings(sources), Settings()) << name.name;
    }
    EXPECT_EQ(count, 17U);
    EXPECT_EQ(readSettings(file(shown)), Settings());
}

}  // namespace
}  // namespace service
