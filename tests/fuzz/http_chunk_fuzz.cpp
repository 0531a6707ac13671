// Any bytes as a chunked body: the same however they come, never more than the limit, never more than was sent.
#include <cstddef>
#include <cstdint>

#include "server/http/framing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t limit = 5000;
    const base::ByteView bytes(reinterpret_cast<const char*>(data), size);
    http::Head head;
    head.isChunked = true;
    http::Framing whole(head, limit);
    base::Bytes body;
    const std::size_t taken = whole.take(bytes, body);
    http::Framing pieces(head, limit);
    base::Bytes joined;
    std::size_t stepped = 0;
    for (const char& each : bytes) stepped += pieces.take({&each, 1}, joined);
    const bool isSame = stepped == taken && joined == body && pieces.state() == whole.state();
    if (!isSame || body.size() > limit || body.size() > taken) __builtin_trap();
    return 0;
}
