#include "server/service/service.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <thread>

#include "base/error.h"
#include "tests/support/raw_client.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace service {
namespace {

struct ServiceTest : testing::Test {
    support::TemporaryFolder folder{};
    Settings settings() {
        Settings made;
        made.data = folder / "data";
        made.port = 0;
        made.log = folder / "akces.log";
        return made;
    }
    static base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
    static std::string get(const Service& service, const std::string& path) {
        const std::string port = service.url().substr(service.url().rfind(':') + 1);
        support::RawClient client(static_cast<std::uint16_t>(std::stoi(port)));
        client.say("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
        return client.hear();
    }
};

TEST_F(ServiceTest, ServesFromTheFirstStartAndEndsInOrder) {
    Settings wanted = settings();
    wanted.samples = true;
    for (int start = 0; start < 2; ++start) {
        Service service(wanted, now);
        std::thread loop([&] { service.run(); });
        EXPECT_TRUE(get(service, "/health/ready").starts_with("HTTP/1.1 200 ")) << get(service, "/health/ready");
        EXPECT_TRUE(get(service, "/api/v1/users").starts_with("HTTP/1.1 401 "));
        EXPECT_TRUE(service.setupLink());
        EXPECT_EQ(service.importedMeetings().size(), start == 0 ? 2U : 0U);
        service.stop();
        loop.join();
    }
}

TEST_F(ServiceTest, RefusesAFolderThatIsInUse) {
    const Service first(settings(), now);
    EXPECT_EQ(support::codeOf([&] { Service(settings(), now); }), base::ErrorCode::busy);
}

TEST_F(ServiceTest, LeavesNoNewDataFolderBehindWhenItCannotStart) {
    const Service first(settings(), now);
    Settings second = settings();
    second.port = static_cast<std::uint16_t>(std::stoi(first.url().substr(first.url().rfind(':') + 1)));
    second.data = folder / "new/data";
    EXPECT_EQ(support::codeOf([&] { Service(second, now); }), base::ErrorCode::busy);
    EXPECT_FALSE(std::filesystem::exists(folder / "new"));
    EXPECT_TRUE(std::filesystem::exists(settings().data / "akces.sqlite"));
}

TEST_F(ServiceTest, HasEachRouteOnce) {
    const Service first(settings(), now);
    Settings beside = settings();
    beside.port = static_cast<std::uint16_t>(std::stoi(first.url().substr(first.url().rfind(':') + 1)));
    beside.data = folder / "beside";
    const Service service(beside, now, Purpose::look);  // at a port that is in use
    EXPECT_FALSE(service.setupLink());
    std::set<std::string> seen;
    for (const http::Route& route : service.routes())
        EXPECT_TRUE(seen.insert(route.method + ' ' + route.pattern).second) << route.method << route.pattern;
    EXPECT_GE(seen.size(), 25U);
    for (const http::Route& page : service.pages())
        EXPECT_TRUE(seen.insert(page.method + ' ' + page.pattern).second) << page.method << page.pattern;
}

}  // namespace
}  // namespace service
