// A Content-Type in the first line and any bytes behind it as its body: parts that lie in the body in their order, or
// Error, nothing else.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "server/http/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t most = 5;
    const base::ByteView bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const base::ByteView body = bytes.substr(std::min(line + 1, bytes.size()));
    try {
        const auto parts = http::readMultipart(bytes.substr(0, line), body, {most, 1000});
        const char* at = body.data();
        for (const http::Part& part : parts) {
            const bool isInside =
                part.content.data() >= at && part.content.data() + part.content.size() <= body.data() + body.size();
            if (!isInside || part.name.empty() || part.content.size() > 1000) __builtin_trap();
            at = part.content.data() + part.content.size();
        }
        if (parts.size() > most) __builtin_trap();
    } catch (const base::Error&) {
    }
    return 0;
}
