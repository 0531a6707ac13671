#pragma once

#include <string>
#include <string_view>

namespace workflow {

/// A secret that opens something. The text is shown once, to whom it is for; only the hash is kept.
struct Secret {
    std::string text{};  ///< 256 random bits in base64url: 43 characters
    std::string hash{};
};

Secret newSecret();

/// The lower-case hexadecimal SHA-256 of a secret's text. It needs no salt: nobody guesses 256 bits.
std::string secretHash(std::string_view text);

/// Whether `text` is written like a secret; anything else need not be looked up.
bool isSecretText(std::string_view text);

/// What a page must send beside its session's cookie when it changes something. Made from the session's secret, so
/// that nothing more is kept, and not the hash that is.
std::string csrfToken(std::string_view sessionSecret);

/// A new identifier that nobody can foresee: 80 random bits, 16 letters and digits.
std::string newId();

}  // namespace workflow
