#include "server/keys/stored_key.h"

#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "signing/issuer.h"
#include "signing/key_file.h"

namespace keys {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = 1 << 20, kLongestSecret = 1000;

/// Octets that are overwritten when nobody needs them any more.
class Secret {
public:
    explicit Secret(base::Bytes bytes) : bytes_(std::move(bytes)) {}
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { signing::cleanse(bytes_); }
    base::ByteView view() const { return bytes_; }

private:
    base::Bytes bytes_;
};

/// Empty where there is no such file in the settings.
base::Bytes secretOf(const fs::path& file) {
    if (file.empty()) return {};
    base::Bytes secret = base::readFile(file, kLongestSecret);
    if (secret.ends_with('\n')) secret.pop_back();
    if (secret.ends_with('\r')) secret.pop_back();
    if (secret.empty()) throw base::Error(base::ErrorCode::secret, base::say("key.no_passphrase"));
    return secret;
}

StoredKey read(const fs::path& file, base::ByteView passphrase) {
    const Secret pem(base::readFile(file, kLargestFile));
    return {signing::fromKeyFile(pem.view(), passphrase), signing::isEncryptedKeyFile(pem.view())};
}

StoredKey written(const fs::path& file, signing::Identity identity, base::ByteView passphrase) {
    const Secret pem(signing::keyFile(identity, passphrase));
    base::makePrivateFolder(file.parent_path());
    base::writeFile(file, pem.view(), base::Durability::secret);
    return {std::move(identity), !passphrase.empty()};
}

/// The former key under a name of its own, and still under its old one until another file replaces it.
void keep(const fs::path& file, const StoredKey& former) {
    const fs::path name = file.stem().string() + '-' + former.identity.certificate().serial;
    const fs::path kept = file.parent_path() / (name.string() + file.extension().string());
    if (::link(file.c_str(), kept.c_str()) != 0 && errno != EEXIST)
        throw base::Error(base::ErrorCode::cannotWrite,
                          base::say("file.cannot_write", {kept.string(), base::systemReason(errno)}));
    base::syncFolder(file.parent_path());
}

StoredKey imported(const KeySettings& settings, base::ByteView passphrase, base::Instant now) {
    const Secret container(base::readFile(settings.pkcs12, kLargestFile));
    const Secret password(secretOf(settings.pkcs12PasswordFile));
    auto identity = signing::Identity::fromPkcs12(container.view(), password.view());
    signing::checkMaySign(identity, now);
    if (fs::exists(settings.file)) {
        StoredKey former = read(settings.file, passphrase);
        if (former.identity.certificateDer() == identity.certificateDer()) return former;
        keep(settings.file, former);
    }
    return written(settings.file, std::move(identity), passphrase);
}

}  // namespace

StoredKey storedKey(const KeySettings& settings, WhenMissing whenMissing, base::Instant now) {
    const Secret passphrase(secretOf(settings.passphraseFile));
    if (!settings.pkcs12.empty()) return imported(settings, passphrase.view(), now);
    if (whenMissing == WhenMissing::fail || fs::exists(settings.file)) return read(settings.file, passphrase.view());
    return written(settings.file, signing::issueOwnSeal(settings.organisation, now), passphrase.view());
}

}  // namespace keys
