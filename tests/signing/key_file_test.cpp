#include "signing/key_file.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "signing/issuer.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace signing;

const Identity& seal() {
    static const Identity made = issueOwnSeal("Miejski Ośrodek Pomocy Społecznej w Knurowie", samples::noon());
    return made;
}

constexpr const char* kPassphrase = "zażółć gęślą jaźń";

TEST(KeyFile, GivesBackTheIdentityThatWasWritten) {
    for (const char* passphrase : {"", kPassphrase}) {
        const base::Bytes pem = keyFile(seal(), passphrase);
        EXPECT_EQ(fromKeyFile(pem, passphrase).certificateDer(), seal().certificateDer());
        EXPECT_EQ(isEncryptedKeyFile(pem), passphrase[0] != '\0');
    }
    EXPECT_NO_THROW(fromKeyFile(keyFile(seal(), ""), kPassphrase)) << "one that it does not need";
}

TEST(KeyFile, KeepsAChain) {
    const base::Bytes container = samples::bytesOf(samples::data() / "keys/ec.p12");
    const auto identity = Identity::fromPkcs12(container, kPassphrase);
    const base::Bytes pem = keyFile(identity, "");
    EXPECT_EQ(keyFile(fromKeyFile(pem, ""), ""), pem);
}

TEST(KeyFile, WantsItsPassphrase) {
    const base::Bytes pem = keyFile(seal(), kPassphrase);
    for (const char* wrong : {"", "zazolc", "x"})
        EXPECT_EQ(support::codeOf([&] { fromKeyFile(pem, wrong); }), base::ErrorCode::secret) << wrong;
    EXPECT_EQ(support::codeOf([&] { fromKeyFile(pem, std::string(5000, 'x')); }), base::ErrorCode::secret);
}

TEST(KeyFile, RefusesWhatHoldsNoKeyWithItsCertificate) {
    const base::Bytes whole = keyFile(seal(), "");
    const base::Bytes other = keyFile(issueOwnSeal("Inny", samples::noon()), "");
    const auto certificate = whole.find("-----BEGIN CERTIFICATE");
    EXPECT_EQ(support::codeOf([] { fromKeyFile("", ""); }), base::ErrorCode::unreadable);
    EXPECT_EQ(support::codeOf([&] { fromKeyFile(whole.substr(0, certificate), ""); }), base::ErrorCode::unreadable);
    EXPECT_EQ(support::codeOf([&] { fromKeyFile(whole.substr(certificate), ""); }), base::ErrorCode::unreadable);
    const base::Bytes mixed = whole.substr(0, certificate) + other.substr(other.find("-----BEGIN CERTIFICATE"));
    EXPECT_EQ(support::codeOf([&] { fromKeyFile(mixed, ""); }), base::ErrorCode::refused);
    for (std::size_t length = 0; length + 2 < whole.size(); length += 5)
        EXPECT_THROW(fromKeyFile(whole.substr(0, length), ""), base::Error) << length;
}

TEST(KeyFile, IsReadByOpenssl) {
    const support::TemporaryFolder folder;
    const std::string key = folder.write("key.pem", keyFile(seal(), kPassphrase));
    const std::string secret = folder.write("secret", kPassphrase);
    EXPECT_EQ(std::system(("openssl pkey -noout -in '" + key + "' -passin file:'" + secret + "'").c_str()), 0);
    EXPECT_NE(std::system(("openssl pkey -noout -in '" + key + "' -passin pass:x 2>/dev/null").c_str()), 0);
}

TEST(KeyFile, CleansesSecrets) {
    base::Bytes secret = "hasło";
    cleanse(secret);
    EXPECT_EQ(secret, base::Bytes(secret.size(), '\0'));
}

}  // namespace
