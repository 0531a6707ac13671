#include "signing/cms.h"

#include <algorithm>
#include <vector>

#include "signing/certificate_info.h"
#include "signing/identity_state.h"

namespace signing {
namespace {

/// A SignedData without its signature. CMS_final is never called: it would write signing-time, which
/// EN 319 142-1 section 6.3 forbids.
Cms unsignedData(const Identity::State& identity) {
    Cms cms =
        own<Cms>(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_DETACHED | CMS_BINARY), "CMS_sign");
    for (int i = 0; i < sk_X509_num(identity.chain.get()); ++i)
        check(CMS_add1_cert(cms.get(), sk_X509_value(identity.chain.get(), i)), "CMS_add1_cert");
    return cms;
}

CMS_SignerInfo* addSigner(CMS_ContentInfo* cms, const Identity::State& identity) {
    // The public key: the private one is used below, or lies elsewhere. CMS_CADES adds signing-certificate-v2.
    EVP_PKEY* publicKey = X509_get0_pubkey(identity.certificate.get());
    CMS_SignerInfo* signer = CMS_add1_signer(cms, identity.certificate.get(), publicKey, EVP_sha256(),
                                             CMS_PARTIAL | CMS_CADES | CMS_NOSMIMECAP | CMS_BINARY);
    if (signer == nullptr) throw failure("CMS_add1_signer");
    return signer;
}

void addAttributes(CMS_SignerInfo* signer, base::ByteView digest) {
    check(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1),
          "content-type");
    check(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.data(),
                                      static_cast<int>(digest.size())),
          "message-digest");
}

/// The DER SET OF the signed attributes (RFC 5652 section 5.4): elements in ascending order of their encodings.
base::Bytes signedAttributes(CMS_SignerInfo* signer) {
    std::vector<base::Bytes> encoded;
    std::size_t length = 0;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        encoded.push_back(der(i2d_X509_ATTRIBUTE, CMS_signed_get_attr(signer, i), "i2d_X509_ATTRIBUTE"));
        length += encoded.back().size();
    }
    std::sort(encoded.begin(), encoded.end());
    base::Bytes set(static_cast<std::size_t>(ASN1_object_size(1, static_cast<int>(length), V_ASN1_SET)) - length, '\0');
    unsigned char* at = base::octets(set);
    ASN1_put_object(&at, 1, static_cast<int>(length), V_ASN1_SET, V_ASN1_UNIVERSAL);
    for (const auto& attribute : encoded) set += attribute;
    return set;
}

base::Bytes signature(EVP_PKEY* key, base::ByteView attributes) {
    const auto context = own<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
    check(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key), "EVP_DigestSignInit");
    std::size_t length = 0;
    check(EVP_DigestSign(context.get(), nullptr, &length, base::octets(attributes), attributes.size()),
          "EVP_DigestSign");
    base::Bytes value(length, '\0');
    check(EVP_DigestSign(context.get(), base::octets(value), &length, base::octets(attributes), attributes.size()),
          "EVP_DigestSign");
    value.resize(length);
    return value;
}

}  // namespace

base::Bytes signedData(const Identity& identity, base::ByteView digest) {
    const Cms cms = unsignedData(identity.state());
    CMS_SignerInfo* signer = addSigner(cms.get(), identity.state());
    addAttributes(signer, digest);
    const base::Bytes value = signature(identity.state().key.get(), signedAttributes(signer));
    check(ASN1_OCTET_STRING_set(CMS_SignerInfo_get0_signature(signer), base::octets(base::ByteView(value)),
                                static_cast<int>(value.size())),
          "ASN1_OCTET_STRING_set");
    return der(i2d_CMS_ContentInfo, cms.get(), "i2d_CMS_ContentInfo");
}

std::size_t largestSignedData(const Identity& identity) {
    constexpr std::size_t rest = 4096;  // the signature value (2,048 octets of RSA-16384), attributes, algorithms
    const Identity::State& state = identity.state();
    std::size_t octets = rest + certificateDer(state.certificate.get()).size();
    for (int i = 0; i < sk_X509_num(state.chain.get()); ++i)
        octets += certificateDer(sk_X509_value(state.chain.get(), i)).size();
    // The issuer is named once more to find the signer by (RFC 5652 section 5.3), and in signing-certificate-v2.
    return octets + 2 * der(i2d_X509_NAME, X509_get_issuer_name(state.certificate.get()), "i2d_X509_NAME").size();
}

}  // namespace signing
