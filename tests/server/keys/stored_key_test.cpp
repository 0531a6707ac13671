#include "server/keys/stored_key.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

#include "signing/issuer.h"
#include "signing/key_file.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace keys;

constexpr const char* kPassword = "zażółć gęślą jaźń";

class StoredKeyTest : public testing::Test {
protected:
    StoredKeyTest() { settings_.file = folder_ / "keys/office.pem"; }

    keys::StoredKey open(WhenMissing whenMissing = WhenMissing::make) const {
        return storedKey(settings_, whenMissing,
                         std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    }
    void import(const char* name) {
        settings_.pkcs12 = samples::data() / "keys" / name;
        settings_.pkcs12PasswordFile = folder_.write("p12-password", std::string(kPassword) + '\n');
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& one : std::filesystem::directory_iterator(settings_.file.parent_path()))
            names.push_back(one.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    }
    base::ErrorCode refusal() const {
        return support::codeOf([this] { open(); });
    }

    support::TemporaryFolder folder_{};
    KeySettings settings_{{}, {}, {}, {}, "Urząd"};
};

TEST_F(StoredKeyTest, IsMadeOnceAndOnlyItsOwnerReadsIt) {
    const auto made = open();
    EXPECT_EQ(made.identity.certificate().commonName, signing::kOwnSealName);
    EXPECT_EQ(made.identity.certificate().organisation, "Urząd");
    EXPECT_FALSE(made.hasPassphrase);
    struct stat facts{};
    ASSERT_EQ(::stat(settings_.file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(settings_.file.parent_path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    EXPECT_EQ(open(WhenMissing::fail).identity.certificateDer(), made.identity.certificateDer());
}

TEST_F(StoredKeyTest, IsNotMadeWhereItMustBeThere) {
    EXPECT_EQ(support::codeOf([this] { open(WhenMissing::fail); }), base::ErrorCode::unreadable);
    EXPECT_FALSE(std::filesystem::exists(settings_.file));
}

TEST_F(StoredKeyTest, IsEncryptedByAPassphrase) {
    settings_.passphraseFile = folder_.write("passphrase", "tajne\n");
    const auto made = open();
    EXPECT_TRUE(made.hasPassphrase);
    EXPECT_TRUE(open().hasPassphrase);
    EXPECT_NO_THROW(signing::fromKeyFile(samples::bytesOf(settings_.file), "tajne"));
    folder_.write("passphrase", "inne");
    EXPECT_EQ(refusal(), base::ErrorCode::secret);
    folder_.write("passphrase", "\n");
    EXPECT_EQ(refusal(), base::ErrorCode::secret);
    settings_.passphraseFile.clear();
    EXPECT_EQ(refusal(), base::ErrorCode::secret);
}

TEST_F(StoredKeyTest, IsImportedAndTheFormerOneStays) {
    const auto made = open();
    import("ec.p12");
    const auto imported = open();
    EXPECT_NE(imported.identity.certificateDer(), made.identity.certificateDer());
    const std::string former = "office-" + made.identity.certificate().serial + ".pem";
    EXPECT_EQ(files(), (std::vector<std::string>{former, "office.pem"}));
    EXPECT_EQ(open().identity.certificateDer(), imported.identity.certificateDer()) << "once more changes nothing";
    EXPECT_EQ(files().size(), 2U);
    settings_.pkcs12.clear();
    EXPECT_EQ(open().identity.certificateDer(), imported.identity.certificateDer());
    const auto kept = signing::fromKeyFile(samples::bytesOf(settings_.file.parent_path() / former), "");
    EXPECT_EQ(kept.certificateDer(), made.identity.certificateDer());
}

TEST_F(StoredKeyTest, IsNotImportedFromWhatMayNotSign) {
    const auto made = open();
    for (const char* name : {"weak.p12", "key-usage.p12", "no-key.p12"}) {
        import(name);
        EXPECT_EQ(refusal(), base::ErrorCode::refused) << name;
    }
    import("ec.p12");
    folder_.write("p12-password", "wrong");
    EXPECT_EQ(refusal(), base::ErrorCode::secret);
    settings_.pkcs12 = folder_ / "missing.p12";
    EXPECT_EQ(refusal(), base::ErrorCode::unreadable);
    settings_.pkcs12.clear();
    EXPECT_EQ(open().identity.certificateDer(), made.identity.certificateDer());
}

TEST_F(StoredKeyTest, IsNeverReplacedWhereItIsDamaged) {
    open();
    folder_.write("keys/office.pem", "damaged");
    EXPECT_EQ(refusal(), base::ErrorCode::unreadable);
    import("ec.p12");
    EXPECT_EQ(refusal(), base::ErrorCode::unreadable);
    EXPECT_EQ(samples::bytesOf(settings_.file), "damaged");
}

}  // namespace
