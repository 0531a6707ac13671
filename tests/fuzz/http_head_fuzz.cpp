// Any bytes as a request's head: refused, or accepted however they are cut, and then Poco reads the same fields.
#include <fcntl.h>

#include <cstddef>
#include <cstdint>

#include "server/http/exchange.h"
#include "server/http/head_check.h"

namespace {

const http::HeadRules kRules{{"127.0.0.1:18080", "127.0.0.1:8080"}, 1000};

std::size_t linesOf(std::string_view head) {
    std::size_t lines = 0;
    for (const char c : head) lines += c == '\n' ? 1 : 0;
    return lines;
}

void comparePoco(std::string_view bytes, const http::Head& head) {
    http::Peer peer(http::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), "192.0.2.1", {});
    peer.take(bytes.substr(0, head.size), kRules, {});
    std::size_t seen = 0;
    const auto handler = [&seen](const http::Request& request) {
        seen = request.fields.size();
        return http::Response{};
    };
    const http::Answer answer = http::exchange(peer, handler, {});
    const std::size_t sent = linesOf(peer.rawHead()) - 2 - (head.expectAt > 0 ? 1 : 0);
    if (answer.status != 200 || seen != sent) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::size_t scanned = 0;
    const http::HeadCheck whole = http::checkHead(bytes, scanned, kRules);
    const auto* head = std::get_if<http::Head>(&whole);
    if (head == nullptr) return 0;
    std::size_t stepped = 0;
    for (std::size_t cut = 0; cut < head->size; cut += 7)
        if (http::checkHead(bytes.substr(0, cut), stepped, kRules) != http::HeadCheck(http::NeedsMore{}))
            __builtin_trap();
    if (http::checkHead(bytes, stepped, kRules) != whole) __builtin_trap();
    comparePoco(bytes, *head);
    return 0;
}
