#include "signing/digest.h"

#include "signing/openssl.h"

namespace signing {

base::Bytes sha256(std::initializer_list<base::ByteView> parts) {
    const auto context = own<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
    check(EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr), "EVP_DigestInit_ex");
    for (const base::ByteView part : parts)
        check(EVP_DigestUpdate(context.get(), part.data(), part.size()), "EVP_DigestUpdate");
    base::Bytes digest(32, '\0');
    check(EVP_DigestFinal_ex(context.get(), base::octets(digest), nullptr), "EVP_DigestFinal_ex");
    return digest;
}

}  // namespace signing
