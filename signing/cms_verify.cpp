#include "signing/cms_verify.h"

#include <openssl/ts.h>

#include <algorithm>

#include "signing/signature_value.h"
#include "signing/signing_certificate.h"

namespace signing {
namespace {

using TimestampInfo = base::Handle<TS_TST_INFO, TS_TST_INFO_free>;

void fail(CmsFinding& finding, const char* subIndication, base::Message reason) {
    finding.integrity = Integrity::broken;
    finding.subIndication = subIndication;
    finding.reasons.push_back(std::move(reason));
}

base::ByteView view(const ASN1_STRING* octets) {
    if (octets == nullptr) return {};
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(octets)),
            static_cast<std::size_t>(ASN1_STRING_length(octets))};
}

/// Whether a ContentInfo begins with the content type signedData: nothing else is decoded any further.
bool isSignedData(base::ByteView contents) {
    constexpr std::string_view id = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02";
    const unsigned char* at = base::octets(contents);
    long length = 0;
    int tag = 0, kind = 0;
    const int form = ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(contents.size()));
    if ((form & 0x80) != 0 || tag != V_ASN1_SEQUENCE) return false;
    return contents.substr(static_cast<std::size_t>(at - base::octets(contents))).starts_with(id);
}

/// The ContentInfo; what is not zero behind it is noted.
Cms parsed(base::ByteView contents, CmsFinding& finding) {
    if (!isSignedData(contents)) {
        fail(finding, "FORMAT_FAILURE", base::say("verify.not_signed_data"));
        return nullptr;
    }
    const unsigned char* at = base::octets(contents);
    Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(contents.size())));
    if (!cms) {
        fail(finding, "FORMAT_FAILURE", base::say("verify.cms_malformed"));
        return nullptr;
    }
    const auto used = static_cast<std::size_t>(at - base::octets(contents));
    finding.size = used;
    finding.hasPadding = contents.find_first_not_of('\0', used) != contents.npos;
    return cms;
}

struct Attributes {
    base::Bytes inOrder{};  ///< DER SET OF as the file orders them
    base::Bytes sorted{};   ///< in DER's order (X.690 section 11.6)
};

base::Bytes setOf(const std::vector<base::Bytes>& elements) {
    std::size_t length = 0;
    for (const auto& element : elements) length += element.size();
    base::Bytes set(static_cast<std::size_t>(ASN1_object_size(1, static_cast<int>(length), V_ASN1_SET)) - length, '\0');
    unsigned char* at = base::octets(set);
    ASN1_put_object(&at, 1, static_cast<int>(length), V_ASN1_SET, V_ASN1_UNIVERSAL);
    for (const auto& element : elements) set += element;
    return set;
}

Attributes attributesOf(CMS_SignerInfo* signer) {
    const int count = CMS_signed_get_attr_count(signer);
    std::vector<base::Bytes> encoded;
    encoded.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i)
        encoded.push_back(der(i2d_X509_ATTRIBUTE, CMS_signed_get_attr(signer, i), "i2d_X509_ATTRIBUTE"));
    Attributes attributes{setOf(encoded), {}};
    std::sort(encoded.begin(), encoded.end());
    attributes.sorted = setOf(encoded);
    return attributes;
}

/// The one value of the one signed attribute `nid`, or null; `isDouble` when it stands twice or has several values.
ASN1_TYPE* attribute(CMS_SignerInfo* signer, int nid, bool& isDouble) {
    const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
    if (at < 0) return nullptr;
    X509_ATTRIBUTE* found = CMS_signed_get_attr(signer, at);
    if (CMS_signed_get_attr_by_NID(signer, nid, at) >= 0 || X509_ATTRIBUTE_count(found) != 1) {
        isDouble = true;
        return nullptr;
    }
    return X509_ATTRIBUTE_get0_type(found, 0);
}

/// Whether the signing-certificate attribute names `certificate` first; nothing where there is no such attribute.
std::optional<bool> namesCertificate(CMS_SignerInfo* signer, X509* certificate) {
    bool isDouble = false;
    if (const ASN1_TYPE* second = attribute(signer, NID_id_smime_aa_signingCertificateV2, isDouble))
        return isNamedFirst(second, NID_sha256, certificate);
    if (const ASN1_TYPE* first = attribute(signer, NID_id_smime_aa_signingCertificate, isDouble))
        return isNamedFirst(first, NID_sha1, certificate);
    return isDouble ? std::optional(false) : std::nullopt;
}

/// The certificate that the SignerInfo names; among several of one name and number, the one the attribute names.
Certificate signerCertificate(CMS_SignerInfo* signer, STACK_OF(X509) * certificates) {
    X509* found = nullptr;
    for (int i = 0; i < sk_X509_num(certificates); ++i) {
        X509* candidate = sk_X509_value(certificates, i);
        if (CMS_SignerInfo_cert_cmp(signer, candidate) != 0) continue;
        if (found == nullptr || namesCertificate(signer, candidate).value_or(false)) found = candidate;
    }
    if (found != nullptr) X509_up_ref(found);
    return Certificate(found);
}

/// content-type and message-digest (RFC 5652 sections 11.1, 11.2). `content` is what the digest is about.
void checkAttributes(CMS_SignerInfo* signer, CMS_ContentInfo* cms, const std::vector<base::ByteView>& content,
                     CmsFinding& finding) {
    bool isDouble = false;
    const ASN1_TYPE* type = attribute(signer, NID_pkcs9_contentType, isDouble);
    const ASN1_TYPE* digest = attribute(signer, NID_pkcs9_messageDigest, isDouble);
    if (type == nullptr || type->type != V_ASN1_OBJECT ||
        OBJ_cmp(type->value.object, CMS_get0_eContentType(cms)) != 0 || digest == nullptr ||
        digest->type != V_ASN1_OCTET_STRING)
        return fail(finding, "FORMAT_FAILURE", base::say("verify.attributes"));
    const auto own = digestOf(finding.digest, content);
    if (!own) {
        finding.subIndication = "CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
        finding.reasons.push_back(base::say("verify.unknown_algorithm"));
    } else if (*own != view(digest->value.octet_string)) {
        fail(finding, "HASH_FAILURE", base::say("verify.digest_differs"));
    }
    bool ignored = false;
    if (const ASN1_TYPE* time = attribute(signer, NID_pkcs9_signingTime, ignored)) {
        finding.hasSigningTime = true;
        if (time->type == V_ASN1_UTCTIME || time->type == V_ASN1_GENERALIZEDTIME)
            finding.time = instant(reinterpret_cast<const ASN1_TIME*>(time->value.asn1_string));
    }
}

/// The signature value over the signed attributes, or over the content where there are none.
void checkValue(CMS_SignerInfo* signer, const std::vector<base::ByteView>& content, CmsFinding& finding) {
    X509_ALGOR* algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
    EVP_PKEY* key = X509_get0_pubkey(finding.signer.get());
    const base::ByteView value = view(CMS_SignerInfo_get0_signature(signer));
    SignatureCheck result = SignatureCheck::unsupported;
    if (key != nullptr && CMS_signed_get_attr_count(signer) <= 0) {
        result = checkSignature(key, algorithm, finding.digest, content, value);
    } else if (key != nullptr) {
        const Attributes attributes = attributesOf(signer);
        result = checkSignature(key, algorithm, finding.digest, {attributes.inOrder}, value);
        if (result == SignatureCheck::invalid)
            result = checkSignature(key, algorithm, finding.digest, {attributes.sorted}, value);
    }
    drainedErrors();
    if (result == SignatureCheck::invalid)
        return fail(finding, "SIG_CRYPTO_FAILURE", base::say("verify.signature_wrong"));
    if (result == SignatureCheck::valid) {
        if (finding.subIndication.empty()) finding.integrity = Integrity::intact;
        return;
    }
    finding.subIndication = "CRYPTO_CONSTRAINTS_FAILURE_NO_POE";
    finding.reasons.push_back(base::say("verify.unknown_algorithm"));
}

void readUnsigned(CMS_SignerInfo* signer, CmsFinding& finding) {
    finding.signature = base::Bytes(view(CMS_SignerInfo_get0_signature(signer)));
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0) return;
    ASN1_TYPE* token = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
    if (token != nullptr && token->type == V_ASN1_SEQUENCE)
        finding.timestamp = base::Bytes(view(token->value.sequence));
}

/// The imprint of a token is that of the octets (RFC 3161 section 2.4.2).
void checkImprint(base::ByteView content, const std::vector<base::ByteView>& parts, CmsFinding& finding) {
    const unsigned char* at = base::octets(content);
    const TimestampInfo info(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(content.size())));
    if (!info) return fail(finding, "FORMAT_FAILURE", base::say("verify.cms_malformed"));
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
    finding.boundBy = nidOf(TS_MSG_IMPRINT_get_algo(imprint));
    const auto own = digestOf(finding.boundBy, parts);
    if (!own || *own != view(TS_MSG_IMPRINT_get_msg(imprint)))
        return fail(finding, "HASH_FAILURE", base::say("verify.digest_differs"));
    finding.time = instant(TS_TST_INFO_get_time(info.get()));
}

/// What the message digest is about, after checking what the CMS itself holds; nothing when it must not.
std::optional<std::vector<base::ByteView>> contentOf(CMS_ContentInfo* cms, const std::vector<base::ByteView>& parts,
                                                     CmsUse use, CmsFinding& finding) {
    ASN1_OCTET_STRING** held = CMS_get0_content(cms);
    const bool isHeld = held != nullptr && *held != nullptr;
    const bool isToken = OBJ_obj2nid(CMS_get0_eContentType(cms)) == NID_id_smime_ct_TSTInfo;
    if (isHeld != (use != CmsUse::detached) || isToken != (use == CmsUse::timestamp)) {
        fail(finding, "FORMAT_FAILURE", base::say("verify.encapsulated"));
        return {};
    }
    if (use == CmsUse::detached) return parts;
    const base::ByteView content = view(*held);
    if (use == CmsUse::sha1Inside) finding.boundBy = NID_sha1;
    if (use == CmsUse::timestamp)
        checkImprint(content, parts, finding);
    else if (digestOf(NID_sha1, parts).value_or("") != content)
        fail(finding, "HASH_FAILURE", base::say("verify.digest_differs"));
    return std::vector<base::ByteView>{content};
}

/// The attributes stand in the file in the DER that is signed (RFC 5652 section 5.3), only tagged [0].
void checkEncoding(CMS_SignerInfo* signer, base::ByteView contents, CmsFinding& finding) {
    base::Bytes encoded = attributesOf(signer).inOrder;
    encoded[0] = '\xA0';
    if (contents.find(encoded) == contents.npos) fail(finding, "FORMAT_FAILURE", base::say("verify.attributes"));
}

void verify(CMS_ContentInfo* cms, base::ByteView contents, const std::vector<base::ByteView>& parts, CmsUse use,
            CmsFinding& finding) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1) return fail(finding, "FORMAT_FAILURE", base::say("verify.signer_count"));
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    const auto content = contentOf(cms, parts, use, finding);
    if (!content) return;
    finding.certificates = Certificates(CMS_get1_certs(cms));
    finding.signer = signerCertificate(signer, finding.certificates.get());
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    finding.digest = nidOf(digest);
    readUnsigned(signer, finding);
    if (CMS_signed_get_attr_count(signer) > 0) {
        checkEncoding(signer, contents, finding);
        checkAttributes(signer, cms, *content, finding);
    }
    if (!finding.subIndication.empty()) return;
    if (!finding.signer) {
        finding.subIndication = "NO_SIGNING_CERTIFICATE_FOUND";
        finding.reasons.push_back(base::say("verify.no_certificate"));
        return;
    }
    const auto named = namesCertificate(signer, finding.signer.get());
    finding.hasSigningCertificate = named.value_or(false);
    finding.hasBadSigningCertificate = named.has_value() && !*named;
    checkValue(signer, *content, finding);
}

}  // namespace

CmsFinding verifyCms(base::ByteView contents, const std::vector<base::ByteView>& parts, CmsUse use) {
    CmsFinding finding;
    const Cms cms = parsed(contents, finding);
    if (cms) verify(cms.get(), contents, parts, use, finding);
    drainedErrors();
    return finding;
}

}  // namespace signing
