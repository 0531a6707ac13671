#include "signing/identity.h"

#include "signing/certificate_info.h"
#include "signing/identity_state.h"
#include "signing/pkcs12_work.h"
#include "signing/policy.h"

namespace signing {
namespace {

/// Providers for old files (RC2, 3DES with SHA-1) in a library context of their own, so that nothing else gets them.
struct OldAlgorithms {
    Library library = own<Library>(OSSL_LIB_CTX_new(), "OSSL_LIB_CTX_new");
    Provider legacy{OSSL_PROVIDER_load(library.get(), "legacy")};
    Provider standard{OSSL_PROVIDER_load(library.get(), "default")};
};

Pkcs12 parsed(base::ByteView file, OSSL_LIB_CTX* library) {
    const unsigned char* at = base::octets(file);
    if (file.size() > (std::size_t{1} << 20))
        throw base::Error(base::ErrorCode::unreadable, base::say("identity.no_pkcs12"));
    Pkcs12 container(PKCS12_init_ex(NID_pkcs7_data, library, nullptr));
    PKCS12* raw = container.get();
    if (d2i_PKCS12(&raw, &at, static_cast<long>(file.size())) == nullptr) {
        [[maybe_unused]] const PKCS12* freed = container.release();  // by d2i
        drainedErrors();
        throw base::Error(base::ErrorCode::unreadable, base::say("identity.no_pkcs12"));
    }
    if (!isAffordable(container.get())) {
        drainedErrors();
        throw base::Error(base::ErrorCode::unreadable, base::say("identity.no_pkcs12"));
    }
    return container;
}

bool opens(PKCS12* container, const std::string& password) {
    if (PKCS12_mac_present(container) == 0) return true;
    return PKCS12_verify_mac(container, password.c_str(), static_cast<int>(password.size())) == 1;
}

/// The password octet for octet as some tools have used it: each octet a BMP character.
std::string octetForOctet(const std::string& password) {
    std::string widened;
    for (const char octet : password) {
        const auto byte = static_cast<unsigned char>(octet);
        if (byte < 0x80) {
            widened += octet;
        } else {
            widened += static_cast<char>(0xC0 | byte >> 6);
            widened += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return widened;
}

struct Parts {
    Key key{};
    Certificate certificate{};
    Certificates chain{};
};

Parts unpacked(PKCS12* container, const std::string& password) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* chain = nullptr;
    if (PKCS12_parse(container, password.c_str(), &key, &certificate, &chain) != 1) {
        drainedErrors();
        throw base::Error(base::ErrorCode::secret, base::say("identity.wrong_password"));
    }
    return {Key(key), Certificate(certificate), Certificates(chain)};
}

Parts read(base::ByteView file, std::string password) {
    const OldAlgorithms old;
    const Pkcs12 container = parsed(file, old.library.get());
    if (!opens(container.get(), password)) password = octetForOctet(password);
    const bool right = opens(container.get(), password);
    drainedErrors();
    if (!right) {
        OPENSSL_cleanse(password.data(), password.size());
        throw base::Error(base::ErrorCode::secret, base::say("identity.wrong_password"));
    }
    Parts parts = unpacked(container.get(), password);
    OPENSSL_cleanse(password.data(), password.size());
    return parts;
}

/// The same value made by the ordinary library, since the file's own context ends with the reading.
Key ordinary(EVP_PKEY* key) {
    base::Bytes encoded = der(i2d_PrivateKey, key, "i2d_PrivateKey");
    const unsigned char* at = base::octets(base::ByteView(encoded));
    Key copy = own<Key>(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(encoded.size())), "d2i_AutoPrivateKey");
    OPENSSL_cleanse(encoded.data(), encoded.size());
    return copy;
}

Certificate ordinary(X509* certificate) {
    const base::Bytes encoded = certificateDer(certificate);
    const unsigned char* at = base::octets(base::ByteView(encoded));
    return own<Certificate>(d2i_X509(nullptr, &at, static_cast<long>(encoded.size())), "d2i_X509");
}

Certificates ordinary(STACK_OF(X509) * chain) {
    auto copies = own<Certificates>(sk_X509_new_null(), "sk_X509_new_null");
    for (int i = 0; i < sk_X509_num(chain); ++i)
        sk_X509_push(copies.get(), ordinary(sk_X509_value(chain, i)).release());
    return copies;
}

/// What signedData can sign with: SHA-256 and RSA PKCS#1 v1.5 or ECDSA.
bool isSignable(const EVP_PKEY* key) {
    const int kind = EVP_PKEY_get_base_id(key);
    return kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC;
}

}  // namespace

Identity::Identity(std::unique_ptr<State> state) : state_(std::move(state)) {}
Identity::~Identity() = default;
Identity::Identity(Identity&&) noexcept = default;
Identity& Identity::operator=(Identity&&) noexcept = default;

Identity Identity::fromPkcs12(base::ByteView file, std::string_view password) {
    const Parts parts = read(file, std::string(password));
    if (!parts.key || !parts.certificate) throw base::Error(base::ErrorCode::refused, base::say("identity.no_key"));
    return identityOf(ordinary(parts.key.get()), ordinary(parts.certificate.get()), ordinary(parts.chain.get()));
}

Identity identityOf(Key key, Certificate certificate, Certificates chain) {
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        drainedErrors();
        throw base::Error(base::ErrorCode::refused, base::say("identity.no_key"));
    }
    auto state = std::make_unique<Identity::State>();
    state->info = certificateInfo(certificate.get());
    state->key = std::move(key);
    state->certificate = std::move(certificate);
    state->chain = std::move(chain);
    return Identity(std::move(state));
}

const CertificateInfo& Identity::certificate() const { return state_->info; }
base::Bytes Identity::certificateDer() const { return signing::certificateDer(state_->certificate.get()); }

void checkMaySign(const Identity& identity, base::Instant at) {
    const CertificateInfo& info = identity.certificate();
    const auto refuse = [](base::Message message) { return base::Error(base::ErrorCode::refused, std::move(message)); };
    if (at > info.notAfter)
        throw refuse(base::say("identity.expired", {base::isoDate(base::warsawDay(info.notAfter))}));
    if (at < info.notBefore)
        throw refuse(base::say("identity.not_yet", {base::isoDate(base::warsawDay(info.notBefore))}));
    if (!mayUseForSigning(identity.state().certificate.get())) throw refuse(base::say("identity.key_usage"));
    if (!isSignable(identity.state().key.get())) throw refuse(base::say("identity.key_kind"));
    if (!isStrong(identity.state().key.get(), at)) throw refuse(base::say("identity.weak_key"));
}

}  // namespace signing
