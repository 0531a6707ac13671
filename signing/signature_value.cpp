#include "signing/signature_value.h"

#include <openssl/rsa.h>

#include <array>

namespace signing {
namespace {

using PssParameters = base::Handle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;

/// What a signature algorithm says: the key's kind and the digest (NID_undef: the key's own, or none).
struct Scheme {
    int key = NID_undef;
    int digest = NID_undef;
};

std::optional<Scheme> schemeOf(int algorithm, int digest) {
    switch (algorithm) {
        case NID_rsaEncryption:
            return Scheme{EVP_PKEY_RSA, digest};
        case NID_rsassaPss:
            return Scheme{EVP_PKEY_RSA, NID_undef};  // the digest stands in its parameters
        case NID_dsa:
            return Scheme{EVP_PKEY_DSA, digest};
        case NID_X9_62_id_ecPublicKey:
            return Scheme{EVP_PKEY_EC, digest};
        case NID_ED25519:
        case NID_ED448:
            return Scheme{algorithm, NID_undef};
        // OpenSSL 3.0 has these names, but does not know what they mean.
        case NID_ecdsa_with_SHA3_224:
            return Scheme{EVP_PKEY_EC, NID_sha3_224};
        case NID_ecdsa_with_SHA3_256:
            return Scheme{EVP_PKEY_EC, NID_sha3_256};
        case NID_ecdsa_with_SHA3_384:
            return Scheme{EVP_PKEY_EC, NID_sha3_384};
        case NID_ecdsa_with_SHA3_512:
            return Scheme{EVP_PKEY_EC, NID_sha3_512};
        default:
            break;
    }
    Scheme scheme;
    if (OBJ_find_sigid_algs(algorithm, &scheme.digest, &scheme.key) != 1) return {};
    if (scheme.key == NID_rsaEncryption) scheme.key = EVP_PKEY_RSA;
    if (scheme.key == NID_X9_62_id_ecPublicKey) scheme.key = EVP_PKEY_EC;
    return scheme;
}

/// Sets RSASSA-PSS's parameters (RFC 4055 section 3.1). False when they do not fit `digest` or cannot be read.
bool setPss(EVP_PKEY_CTX* context, const X509_ALGOR* algorithm, int digest) {
    const void* value = nullptr;
    int type = 0;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE) return false;
    const PssParameters parameters(static_cast<RSA_PSS_PARAMS*>(
        ASN1_item_unpack(static_cast<const ASN1_STRING*>(value), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
    if (!parameters) return false;
    const int hash = parameters->hashAlgorithm != nullptr ? nidOf(parameters->hashAlgorithm) : NID_sha1;
    int maskHash = NID_sha1;
    if (parameters->maskGenAlgorithm != nullptr) {
        const base::Handle<X509_ALGOR, X509_ALGOR_free> mask(static_cast<X509_ALGOR*>(
            ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(X509_ALGOR), parameters->maskGenAlgorithm->parameter)));
        maskHash = nidOf(mask.get());
        if (nidOf(parameters->maskGenAlgorithm) != NID_mgf1) return false;
    }
    const long salt = parameters->saltLength != nullptr ? ASN1_INTEGER_get(parameters->saltLength) : 20;
    const EVP_MD* mask = EVP_get_digestbynid(maskHash);
    return hash == digest && mask != nullptr && salt >= 0 && salt <= 512 &&
           EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, static_cast<int>(salt)) == 1;
}

bool isVerified(EVP_MD_CTX* context, const std::vector<base::ByteView>& message, base::ByteView signature) {
    for (const base::ByteView part : message)
        if (EVP_DigestVerifyUpdate(context, part.data(), part.size()) != 1) return false;
    return EVP_DigestVerifyFinal(context, base::octets(signature), signature.size()) == 1;
}

/// Ed25519 and Ed448 sign the message itself.
bool isVerifiedAtOnce(EVP_MD_CTX* context, const std::vector<base::ByteView>& message, base::ByteView signature) {
    base::Bytes whole;
    for (const base::ByteView part : message) whole += part;
    return EVP_DigestVerify(context, base::octets(signature), signature.size(), base::octets(base::ByteView(whole)),
                            whole.size()) == 1;
}

SignatureCheck checked(EVP_PKEY* key, const X509_ALGOR* algorithm, int digest,
                       const std::vector<base::ByteView>& message, base::ByteView signature) {
    const int id = nidOf(algorithm);
    const auto scheme = schemeOf(id, digest);
    if (!scheme) return SignatureCheck::unsupported;
    const int kind = EVP_PKEY_get_base_id(key);
    const bool fits = kind == scheme->key || (id == NID_rsassaPss && kind == EVP_PKEY_RSA_PSS);
    if (!fits || (scheme->digest != NID_undef && scheme->digest != digest)) return SignatureCheck::invalid;
    const bool atOnce = id == NID_ED25519 || id == NID_ED448;
    const EVP_MD* md = atOnce ? nullptr : EVP_get_digestbynid(digest);
    if (md == nullptr && !atOnce) return SignatureCheck::unsupported;
    const auto context = own<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
    EVP_PKEY_CTX* parameters = nullptr;  // lent by `context`
    if (EVP_DigestVerifyInit(context.get(), &parameters, md, nullptr, key) != 1) return SignatureCheck::unsupported;
    if (id == NID_rsassaPss && !setPss(parameters, algorithm, digest)) return SignatureCheck::invalid;
    const bool verified =
        atOnce ? isVerifiedAtOnce(context.get(), message, signature) : isVerified(context.get(), message, signature);
    return verified ? SignatureCheck::valid : SignatureCheck::invalid;
}

}  // namespace

std::optional<base::Bytes> digestOf(int nid, const std::vector<base::ByteView>& parts) {
    const EVP_MD* md = EVP_get_digestbynid(nid);
    if (md == nullptr) return {};
    const auto context = own<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
    if (EVP_DigestInit_ex(context.get(), md, nullptr) != 1) {
        drainedErrors();
        return {};
    }
    for (const base::ByteView part : parts)
        check(EVP_DigestUpdate(context.get(), part.data(), part.size()), "EVP_DigestUpdate");
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned int length = 0;
    check(EVP_DigestFinal_ex(context.get(), value.data(), &length), "EVP_DigestFinal_ex");
    return base::Bytes(reinterpret_cast<const char*>(value.data()), length);
}

SignatureCheck checkSignature(EVP_PKEY* key, const X509_ALGOR* algorithm, int digest,
                              const std::vector<base::ByteView>& message, base::ByteView signature) {
    const SignatureCheck result = checked(key, algorithm, digest, message, signature);
    drainedErrors();
    return result;
}

}  // namespace signing
