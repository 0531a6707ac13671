#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace signing {

/// A certificate as people see it.
struct CertificateInfo {
    std::string subject{};  ///< RFC 4514, UTF-8
    std::string issuer{};
    std::string name{};  ///< given name and surname, else pseudonym, else common name, else organisation
    std::string commonName{};
    std::string organisation{};
    std::string serial{};  ///< lower-case hexadecimal
    base::Instant notBefore{};
    base::Instant notAfter{};
    bool operator==(const CertificateInfo&) const = default;
};

/// A key with its certificate and chain. The key never leaves it.
class Identity {
public:
    /// Reads PKCS#12 (RFC 7292), old RC2 and 3DES files too. `password` is UTF-8. Throws Error(unreadable) for what is
    /// no PKCS#12 or asks for more than ten million iterations, Error(secret) for a wrong password, Error(refused) when
    /// it has no key that fits its certificate.
    static Identity fromPkcs12(base::ByteView file, std::string_view password);
    ~Identity();
    Identity(Identity&&) noexcept;
    Identity& operator=(Identity&&) noexcept;

    const CertificateInfo& certificate() const;
    base::Bytes certificateDer() const;

    struct State;
    explicit Identity(std::unique_ptr<State> state);
    const State& state() const { return *state_; }

private:
    std::unique_ptr<State> state_;
};

/// Throws Error(refused) unless the identity may sign at `at`: validity, key usage, kind of key (RSA or ECDSA),
/// algorithm policy.
void checkMaySign(const Identity& identity, base::Instant at);

}  // namespace signing
