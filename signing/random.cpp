#include "signing/random.h"

#include <openssl/rand.h>

#include "signing/openssl.h"

namespace signing {

base::Bytes randomOctets(std::size_t count) {
    base::Bytes made(count, '\0');
    check(RAND_bytes(base::octets(made), static_cast<int>(count)), "RAND_bytes");
    return made;
}

bool isSameSecret(base::ByteView one, base::ByteView other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace signing
