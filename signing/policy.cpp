#include "signing/policy.h"

#include <openssl/evp.h>
#include <openssl/obj_mac.h>

namespace signing {
namespace {

using namespace std::chrono;

base::Instant dayAt(int y, unsigned m, unsigned d) { return sys_days{year{y} / month{m} / day{d}}; }

}  // namespace

bool isStrongDigest(int nid, base::Instant at) {
    switch (nid) {
        case NID_sha256:
        case NID_sha384:
        case NID_sha512:
        case NID_sha512_256:
        case NID_sha3_256:
        case NID_sha3_384:
        case NID_sha3_512:
            return true;
        case NID_sha224:
        case NID_sha3_224:
            return at < dayAt(2029, 1, 1);
        case NID_ripemd160:
            return at < dayAt(2014, 8, 1);
        case NID_sha1:
            return at < dayAt(2012, 8, 1);
        case NID_md5:
            return at < dayAt(2004, 8, 1);
        default:
            return false;
    }
}

bool isStrong(const evp_pkey_st* key, base::Instant at) {
    const int bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
        case EVP_PKEY_RSA:
        case EVP_PKEY_RSA_PSS:
            if (bits >= 3000) return true;
            if (bits >= 1900) return at < dayAt(2029, 1, 1);
            return bits >= 1024 && at < dayAt(2009, 1, 1);
        case EVP_PKEY_DSA:
            return bits >= 3000 || (bits >= 2048 && at < dayAt(2029, 1, 1));
        case EVP_PKEY_EC:
            return bits >= 256 || (bits >= 224 && at < dayAt(2021, 10, 1));
        case EVP_PKEY_ED25519:
        case EVP_PKEY_ED448:
            return true;
        default:
            return false;
    }
}

std::string keyName(const evp_pkey_st* key) {
    const char* name = EVP_PKEY_get0_type_name(key);
    return std::string(name == nullptr ? "?" : name) + "-" + std::to_string(EVP_PKEY_get_bits(key));
}

}  // namespace signing
