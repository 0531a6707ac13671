// Any bytes as PKCS#12: an identity or Error, nothing else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "signing/identity.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        signing::Identity::fromPkcs12({reinterpret_cast<const char*>(data), size}, "zażółć gęślą jaźń");
    } catch (const base::Error&) {
    }
    return 0;
}
