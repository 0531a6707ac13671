#include "signing/certificate_info.h"

#include "signing/issuer.h"

namespace signing {
namespace {

std::string entry(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    return at < 0 ? std::string{} : text(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

/// RFC 4514 with UTF-8 left as it is.
std::string distinguishedName(const X509_NAME* name) {
    const auto out = own<Bio>(BIO_new(BIO_s_mem()), "BIO_new");
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char* data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<std::size_t>(length)};
}

std::string personName(const X509_NAME* subject) {
    const std::string given = entry(subject, NID_givenName), family = entry(subject, NID_surname);
    if (!given.empty() && !family.empty()) return given + ' ' + family;
    for (const int nid : {NID_pseudonym, NID_commonName, NID_organizationName})
        if (std::string found = entry(subject, nid); !found.empty()) return found;
    return {};
}

std::string serialNumber(X509* certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    return base::hex({reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)),
                      static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

}  // namespace

CertificateInfo certificateInfo(X509* certificate) {
    const X509_NAME* subject = X509_get_subject_name(certificate);
    CertificateInfo info;
    info.subject = distinguishedName(subject);
    info.issuer = distinguishedName(X509_get_issuer_name(certificate));
    info.name = personName(subject);
    info.commonName = entry(subject, NID_commonName);
    info.organisation = entry(subject, NID_organizationName);
    info.serial = serialNumber(certificate);
    info.notBefore = instant(X509_get0_notBefore(certificate)).value_or(base::Instant::max());
    info.notAfter = instant(X509_get0_notAfter(certificate)).value_or(base::Instant::min());
    return info;
}

base::Bytes certificateDer(X509* certificate) { return der(i2d_X509, certificate, "i2d_X509"); }

bool mayUseForSigning(X509* certificate) {
    const std::uint32_t usage = X509_get_key_usage(certificate);  // all bits set where the extension is absent
    return (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool hasNoRevocation(X509* certificate) {
    const base::Handle<ASN1_OBJECT, ASN1_OBJECT_free> noRevAvail(OBJ_txt2obj("2.5.29.56", 1));
    return X509_get_ext_by_OBJ(certificate, noRevAvail.get(), -1) >= 0;
}

bool isForSeals(X509* certificate) {
    constexpr std::string_view signatures("\x06\x07\x04\x00\x8E\x46\x01\x06\x01", 9);
    constexpr std::string_view seals("\x06\x07\x04\x00\x8E\x46\x01\x06\x02", 9);
    const int at = X509_get_ext_by_NID(certificate, NID_qcStatements, -1);
    if (at >= 0) {
        const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_get_ext(certificate, at));
        const base::ByteView statements(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                        static_cast<std::size_t>(ASN1_STRING_length(value)));
        if (statements.find(signatures) != statements.npos) return false;
        if (statements.find(seals) != statements.npos) return true;
    }
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const bool isPerson = !entry(subject, NID_givenName).empty() || !entry(subject, NID_surname).empty() ||
                          !entry(subject, NID_pseudonym).empty();
    const std::string organisation = entry(subject, NID_organizationName);
    const bool isNamed = !entry(subject, NID_organizationIdentifier).empty() ||
                         (!organisation.empty() && entry(subject, NID_commonName) == organisation);
    return !isPerson && (isNamed || entry(subject, NID_commonName) == kOwnSealName);
}

}  // namespace signing
