#include "signing/signing_certificate.h"

#include "signing/signature_value.h"

namespace signing {
namespace {

base::ByteView octetsOf(const ASN1_STRING* value) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
            static_cast<std::size_t>(ASN1_STRING_length(value))};
}

/// The content of the element of the kind `tag` that `der` begins with; `der` moves behind it. Nothing for another
/// kind.
std::optional<base::ByteView> element(base::ByteView& der, int tag) {
    const unsigned char* at = base::octets(der);
    long length = 0;
    int found = 0, kind = 0;
    const int form = ASN1_get_object(&at, &length, &found, &kind, static_cast<long>(der.size()));
    if ((form & 0x80) != 0 || (form & 1) != 0 || found != tag || kind != V_ASN1_UNIVERSAL) return {};
    const auto begin = static_cast<std::size_t>(at - base::octets(der));
    const base::ByteView content = der.substr(begin, static_cast<std::size_t>(length));
    der.remove_prefix(begin + content.size());
    return content;
}

/// Which certificate a signing-certificate attribute names first (RFC 5035 section 3): the digest and its algorithm.
struct CertificateId {
    int digest = NID_undef;
    base::ByteView hash{};
};

std::optional<CertificateId> firstCertificateId(base::ByteView attribute, int defaultDigest) {
    const auto signingCertificate = element(attribute, V_ASN1_SEQUENCE);
    base::ByteView rest = signingCertificate.value_or("");
    const auto ids = element(rest, V_ASN1_SEQUENCE);
    rest = ids.value_or("");
    const auto first = element(rest, V_ASN1_SEQUENCE);
    if (!first) return {};
    CertificateId id{defaultDigest, {}};
    rest = *first;
    base::ByteView peek = rest;
    if (element(peek, V_ASN1_SEQUENCE)) {
        const unsigned char* at = base::octets(rest);
        const base::Handle<X509_ALGOR, X509_ALGOR_free> algorithm(
            d2i_X509_ALGOR(nullptr, &at, static_cast<long>(rest.size())));
        if (!algorithm) return {};
        id.digest = OBJ_obj2nid(algorithm->algorithm);
        rest = peek;
    }
    const auto hash = element(rest, V_ASN1_OCTET_STRING);
    id.hash = hash.value_or("");
    return hash ? std::optional(id) : std::nullopt;
}

}  // namespace

bool isNamedFirst(const ASN1_TYPE* attribute, int defaultDigest, X509* certificate) {
    if (attribute->type != V_ASN1_SEQUENCE || certificate == nullptr) return false;
    const auto id = firstCertificateId(octetsOf(attribute->value.sequence), defaultDigest);
    const auto own = id ? digestOf(id->digest, {der(i2d_X509, certificate, "i2d_X509")}) : std::nullopt;
    return own && *own == id->hash;
}

}  // namespace signing
