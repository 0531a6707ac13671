#include "signing/issuer.h"

#include <openssl/pem.h>

#include <array>

#include "base/utf8.h"
#include "signing/identity_state.h"

namespace signing {
namespace {

using namespace std::chrono_literals;

constexpr auto kRootLife = std::chrono::days{730};
constexpr auto kLeafLife = std::chrono::days{365};
constexpr auto kOwnSealLife = std::chrono::years{10};
constexpr auto kBackdated = 5min;  // clocks differ

Key newKey() { return own<Key>(EVP_EC_gen("P-256"), "EVP_EC_gen"); }

void addName(X509_NAME* name, int nid, const std::string& value) {
    if (value.empty()) return;
    check(X509_NAME_add_entry_by_NID(name, nid, V_ASN1_UTF8STRING, reinterpret_cast<const unsigned char*>(value.data()),
                                     static_cast<int>(value.size()), -1, 0),
          "X509_NAME_add_entry_by_NID");
}

void addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const auto extension = own<base::Handle<X509_EXTENSION, X509_EXTENSION_free>>(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value), "X509V3_EXT_conf_nid");
    check(X509_add_ext(certificate, extension.get(), -1), "X509_add_ext");
}

/// noRevAvail (RFC 9608 section 2): not critical, its value NULL.
void addNoRevocation(X509* certificate) {
    const base::Handle<ASN1_OBJECT, ASN1_OBJECT_free> id(OBJ_txt2obj("2.5.29.56", 1));
    const auto value =
        own<base::Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>>(ASN1_OCTET_STRING_new(), "ASN1_OCTET_STRING_new");
    static constexpr std::array<unsigned char, 2> null{0x05, 0x00};
    check(ASN1_OCTET_STRING_set(value.get(), null.data(), static_cast<int>(null.size())), "ASN1_OCTET_STRING_set");
    const auto extension = own<base::Handle<X509_EXTENSION, X509_EXTENSION_free>>(
        X509_EXTENSION_create_by_OBJ(nullptr, id.get(), 0, value.get()), "X509_EXTENSION_create_by_OBJ");
    check(X509_add_ext(certificate, extension.get(), -1), "X509_add_ext");
}

void setRandomSerial(X509* certificate) {
    const auto number = own<Integer>(BN_new(), "BN_new");
    check(BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY), "BN_rand");
    if (BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) == nullptr)
        throw failure("BN_to_ASN1_INTEGER");
}

void setLife(X509* certificate, base::Instant from, base::Instant to) {
    const auto seconds = [](base::Instant at) { return static_cast<time_t>(at.time_since_epoch().count()); };
    if (ASN1_TIME_set(X509_getm_notBefore(certificate), seconds(from)) == nullptr ||
        ASN1_TIME_set(X509_getm_notAfter(certificate), seconds(to)) == nullptr)
        throw failure("ASN1_TIME_set");
}

Certificate blank(EVP_PKEY* key, base::Instant from, base::Instant to) {
    auto certificate = own<Certificate>(X509_new(), "X509_new");
    check(X509_set_version(certificate.get(), X509_VERSION_3), "X509_set_version");
    setRandomSerial(certificate.get());
    setLife(certificate.get(), from, to);
    check(X509_set_pubkey(certificate.get(), key), "X509_set_pubkey");
    return certificate;
}

void signWith(X509* certificate, EVP_PKEY* key) {
    if (X509_sign(certificate, key, EVP_sha256()) <= 0) throw failure("X509_sign");
}

/// Of a certificate that signs documents and that nobody will ever revoke.
void addLeafExtensions(X509* leaf, X509* issuer) {
    addExtension(leaf, issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(leaf, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation");
    addExtension(leaf, issuer, NID_subject_key_identifier, "hash");
    addNoRevocation(leaf);
}

/// X.520 has 64 characters for it.
std::string organisationName(const std::string& whole) {
    constexpr std::size_t longest = 64;
    const std::u32string points = base::codePoints(whole);
    return points.size() <= longest ? whole : base::utf8(points.substr(0, longest - 1)) + "…";
}

}  // namespace

struct DemonstrationIssuer::State {
    base::Instant now{};
    Key key = newKey();
    Certificate root{};
};

DemonstrationIssuer::DemonstrationIssuer(base::Instant now) : state_(std::make_unique<State>()) {
    state_->now = now;
    state_->root = blank(state_->key.get(), now - kBackdated, now + kRootLife);
    X509* root = state_->root.get();
    addName(X509_get_subject_name(root), NID_countryName, "PL");
    addName(X509_get_subject_name(root), NID_commonName, kDemonstrationRootName);
    check(X509_set_issuer_name(root, X509_get_subject_name(root)), "X509_set_issuer_name");
    addExtension(root, root, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(root, root, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(root, root, NID_subject_key_identifier, "hash");
    signWith(root, state_->key.get());
}
DemonstrationIssuer::~DemonstrationIssuer() = default;

base::Bytes DemonstrationIssuer::rootDer() const { return der(i2d_X509, state_->root.get(), "i2d_X509"); }

base::Bytes DemonstrationIssuer::rootPem() const {
    const auto out = own<Bio>(BIO_new(BIO_s_mem()), "BIO_new");
    check(PEM_write_bio_X509(out.get(), state_->root.get()), "PEM_write_bio_X509");
    char* data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<std::size_t>(length)};
}

Identity DemonstrationIssuer::issue(const SubjectName& subject) const {
    Key key = newKey();
    Certificate leaf = blank(key.get(), state_->now - kBackdated, state_->now + kLeafLife);
    X509_NAME* name = X509_get_subject_name(leaf.get());
    addName(name, NID_countryName, "PL");
    addName(name, NID_givenName, subject.givenName);
    addName(name, NID_surname, subject.surname);
    addName(name, NID_pseudonym, subject.pseudonym);
    addName(name, NID_commonName, subject.commonName);
    check(X509_set_issuer_name(leaf.get(), X509_get_subject_name(state_->root.get())), "X509_set_issuer_name");
    addLeafExtensions(leaf.get(), state_->root.get());
    addExtension(leaf.get(), state_->root.get(), NID_authority_key_identifier, "keyid:always");
    signWith(leaf.get(), state_->key.get());
    return identityOf(std::move(key), std::move(leaf), nullptr);
}

Identity issueOwnSeal(const std::string& organisation, base::Instant now) {
    Key key = newKey();
    Certificate seal = blank(key.get(), now - kBackdated, now + kOwnSealLife);
    X509_NAME* name = X509_get_subject_name(seal.get());
    addName(name, NID_countryName, "PL");
    addName(name, NID_organizationName, organisationName(organisation));
    addName(name, NID_commonName, kOwnSealName);
    check(X509_set_issuer_name(seal.get(), name), "X509_set_issuer_name");
    addLeafExtensions(seal.get(), seal.get());
    signWith(seal.get(), key.get());
    return identityOf(std::move(key), std::move(seal), nullptr);
}

}  // namespace signing
