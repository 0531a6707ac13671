#include "server/http/gate_settings.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(GateSettings, KnowThisMachineAsHostUnlessTold) {
    GateSettings settings;
    EXPECT_EQ(hostsOf(settings, 81),
              (std::vector<std::string>{"127.0.0.1:81", "localhost:81", "[::1]:81", "127.0.0.1:81"}));
    settings.hosts = {"akces.example.pl"};
    settings.address = "fd00::1";
    EXPECT_EQ(hostsOf(settings, 81), (std::vector<std::string>{"127.0.0.1:81", "localhost:81", "[::1]:81",
                                                               "[fd00::1]:81", "akces.example.pl"}));
}

TEST(GateSettings, BelieveNobodyButTheirProxies) {
    GateSettings settings;
    EXPECT_EQ(clientAddress(settings, "127.0.0.1", "192.0.2.1"), "127.0.0.1");
    settings.proxies = {"127.0.0.1"};
    EXPECT_EQ(clientAddress(settings, "127.0.0.1", "192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(clientAddress(settings, "127.0.0.1", "2001:db8::1"), "2001:db8::1");
    EXPECT_EQ(clientAddress(settings, "192.0.2.9", "192.0.2.1"), "192.0.2.9");
    for (const char* bad : {"", "unknown", "192.0.2.1:80", "<script>", "192.0.2.1 "})
        EXPECT_EQ(clientAddress(settings, "127.0.0.1", bad), "127.0.0.1") << bad;
}

}  // namespace
}  // namespace http
