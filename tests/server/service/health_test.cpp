#include "server/service/health.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/temporary_folder.h"

namespace service {
namespace {

class Key : public workflow::OfficeKey {
public:
    workflow::OfficeCertificate certificate() override { return {{}, {}, isOwn, hasPassphrase}; }
    base::Bytes signedData(base::ByteView) override { return {}; }
    void probe() override {
        ++probes;
        if (isLost) throw base::Error(base::ErrorCode::unavailable, base::say("keys.lost"));
    }
    bool isLost = false, isOwn = false, hasPassphrase = true;
    int probes = 0;
};

struct HealthTest : testing::Test {
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    support::TemporaryFolder folder{};
    Key key{};
    support::MemoryAccounts rows{};
    Health health{{key, rows, folder.path(), [this] { return now; }, folder.path()}};

    std::string of(std::string_view name) {
        for (const Check& check : health.checks())
            if (check.name == name) return check.message.key;
        return "";
    }
};

TEST_F(HealthTest, IsNotReadyBeforeTheFirstLook) {
    EXPECT_FALSE(health.isReady());
    EXPECT_EQ(key.probes, 0);
    health.look();
    EXPECT_TRUE(health.isReady());
    EXPECT_EQ(health.checks().size(), 5U);
    EXPECT_EQ(key.probes, 1);
}

TEST_F(HealthTest, IsNotReadyWithoutTheKey) {
    key.isLost = true;
    health.look();
    EXPECT_FALSE(health.isReady());
    EXPECT_EQ(of("signing"), "health.key_failed");
}

TEST_F(HealthTest, WarnsOfAKeyWithoutPassphraseAndOfAnOwnCertificate) {
    key.isOwn = true;
    key.hasPassphrase = false;
    health.look();
    EXPECT_TRUE(health.isReady());
    EXPECT_EQ(of("key"), "health.key_open");
    EXPECT_EQ(of("certificate"), "health.key_own");
}

TEST_F(HealthTest, SeesAClockThatWentBack) {
    domain::AuditEvent event;
    event.sequence = 1;
    event.at = now + std::chrono::hours(1);
    rows.addEvent(event);
    health.look();
    EXPECT_FALSE(health.isReady());
    EXPECT_EQ(of("clock"), "health.clock_back");
    now += std::chrono::hours(1);
    health.look();
    EXPECT_TRUE(health.isReady());
}

TEST_F(HealthTest, WarnsOfNoFolderOfTrustedCertificates) {
    health.look();
    EXPECT_EQ(of("trust"), "health.trust");
    Health other({key, rows, folder.path(), [this] { return now; }, folder / "none"});
    other.look();
    EXPECT_TRUE(other.isReady());
    EXPECT_EQ(other.checks().at(2).condition, Condition::warning);
    EXPECT_EQ(base::text(other.checks().at(2).message).find("none"), std::string::npos);
}

TEST_F(HealthTest, SeesADiskThatIsNotThere) {
    Health other({key, rows, folder / "none", [this] { return now; }, folder.path()});
    other.look();
    EXPECT_FALSE(other.isReady());
}

}  // namespace
}  // namespace service
