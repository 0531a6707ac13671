#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <optional>
#include <string>
#include <utility>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "base/error.h"
#include "base/handle.h"

/// OpenSSL's handles, and its failures as ours. Included by this folder's .cpp files alone.
namespace signing {

inline void freeCertificates(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using Bio = base::Handle<BIO, BIO_free_all>;
using Certificate = base::Handle<X509, X509_free>;
using Certificates = base::Handle<STACK_OF(X509), freeCertificates>;
using Cms = base::Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using DigestContext = base::Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using Integer = base::Handle<BIGNUM, BN_free>;
using Key = base::Handle<EVP_PKEY, EVP_PKEY_free>;
using Library = base::Handle<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;
using Provider = base::Handle<OSSL_PROVIDER, OSSL_PROVIDER_unload>;
using Pkcs12 = base::Handle<PKCS12, PKCS12_free>;
using Store = base::Handle<X509_STORE, X509_STORE_free>;
using StoreContext = base::Handle<X509_STORE_CTX, X509_STORE_CTX_free>;

/// OpenSSL's error queue in one line; the queue is empty afterwards.
std::string drainedErrors();

/// An Error(internal) that names the call and what OpenSSL says of it.
base::Error failure(const char* call);

/// Takes what `call` returned; throws failure(call) for null.
template <class Owned>
Owned own(typename Owned::pointer raw, const char* call) {
    if (raw == nullptr) throw failure(call);
    return Owned(raw);
}

/// Throws failure(call) unless `result` is 1.
inline void check(int result, const char* call) {
    if (result != 1) throw failure(call);
}

/// The DER of an OpenSSL value, by its i2d function.
template <class T, class Encode>
base::Bytes der(Encode encode, T* value, const char* call) {
    unsigned char* octets = nullptr;
    const int length = encode(value, &octets);
    if (length < 0) throw failure(call);
    base::Bytes bytes(reinterpret_cast<const char*>(octets), static_cast<std::size_t>(length));
    OPENSSL_free(octets);
    return bytes;
}

/// Nothing when the time cannot be read.
std::optional<base::Instant> instant(const ASN1_TIME* time);

/// OpenSSL's number of an algorithm, NID_undef for null.
int nidOf(const X509_ALGOR* algorithm);

/// The text as UTF-8, empty where there is none.
std::string text(const ASN1_STRING* string);

}  // namespace signing
