#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace workflow {

/// What one look at a password costs: Argon2id (RFC 9106) as OWASP's Password Storage Cheat Sheet has it at least.
struct PasswordCost {
    std::uint32_t memoryKib = 19 * 1024;  ///< what makes guessing on graphics cards dear
    std::uint32_t passes = 2;             ///< what 19 MiB want; more memory would want fewer
    std::uint32_t lanes = 1;              ///< one thread: the other core serves other people
};

/// Makes and checks the hashes of passwords. A password is taken octet by octet as it came.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = {});

    /// The hash with salt and parameters ("$argon2id$v=19$m=19456,t=2,p=1$…"). Throws Error(internal).
    std::string hash(std::string_view password) const;

    /// Whether the hash is this password's; by the parameters that stand in it.
    bool matches(const std::string& hash, std::string_view password) const;

    /// Takes as long as matches(), and says no: for users that are not there.
    bool matchesNobody(std::string_view password) const;

private:
    PasswordCost cost_;
    std::string nobody_;
};

}  // namespace workflow
