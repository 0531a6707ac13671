#include "server/workflow/secret.h"

#include <algorithm>

#include "base/bytes.h"
#include "signing/digest.h"
#include "signing/random.h"

namespace workflow {
namespace {

constexpr std::size_t kSecretOctets = 32;
constexpr std::size_t kSecretCharacters = 43;
constexpr std::size_t kIdOctets = 10;

bool isBase64Url(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

Secret newSecret() {
    Secret made{base::base64Url(signing::randomOctets(kSecretOctets)), {}};
    made.hash = secretHash(made.text);
    return made;
}

std::string secretHash(std::string_view text) { return base::hex(signing::sha256(text)); }

bool isSecretText(std::string_view text) {
    return text.size() == kSecretCharacters && std::all_of(text.begin(), text.end(), isBase64Url);
}

std::string csrfToken(std::string_view sessionSecret) {
    return base::base64Url(signing::sha256({"akces csrf token:", sessionSecret}));
}

std::string newId() { return base::base32(signing::randomOctets(kIdOctets)); }

}  // namespace workflow
