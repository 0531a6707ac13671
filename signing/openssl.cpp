#include "signing/openssl.h"

#include <openssl/err.h>

#include <array>

namespace signing {

std::string drainedErrors() {
    std::string all;
    for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error()) {
        std::array<char, 256> line{};
        ERR_error_string_n(code, line.data(), line.size());
        all += (all.empty() ? "" : "; ") + std::string(line.data());
    }
    return all;
}

base::Error failure(const char* call) {
    return base::Error(base::ErrorCode::internal, base::say("sign.library_failed", {call}))
        .with("openssl", drainedErrors());
}

std::optional<base::Instant> instant(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return base::Instant{std::chrono::seconds{timegm(&parts)}};
}

int nidOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* id = nullptr;
    if (algorithm != nullptr) X509_ALGOR_get0(&id, nullptr, nullptr, algorithm);
    return id == nullptr ? NID_undef : OBJ_obj2nid(id);
}

std::string text(const ASN1_STRING* string) {
    if (string == nullptr) return {};
    unsigned char* octets = nullptr;
    const int length = ASN1_STRING_to_UTF8(&octets, string);
    if (length < 0) {
        drainedErrors();
        return {};
    }
    std::string utf8(reinterpret_cast<const char*>(octets), static_cast<std::size_t>(length));
    OPENSSL_free(octets);
    return utf8;
}

}  // namespace signing
