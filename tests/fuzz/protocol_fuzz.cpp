// Any bytes as a message between the service and its helpers: refused, or written again octet for octet.
#include <cstddef>
#include <cstdint>

#include "server/confine/protocol.h"
#include "server/process/answer.h"

namespace {

template <class Call>
void refusedOr(const Call& call) {
    try {
        call();
    } catch (const base::Error&) {  // the usual end
    }
}

void same(base::ByteView message, const base::Bytes& again) {
    if (message != again) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView message(reinterpret_cast<const char*>(data), size);
    refusedOr([&] {
        base::ByteView file;
        const confine::Question question = confine::decodedQuestion(message, file);
        same(message, confine::encoded(question) + base::Bytes(file));
    });
    refusedOr([&] { same(message, confine::encoded(confine::decodedVerdict(message))); });
    refusedOr([&] { same(message, confine::encoded(confine::decodedInspection(message))); });
    refusedOr([&] { same(message, confine::encoded(confine::decodedPrepared(message, "%PDF-"), "%PDF-")); });
    refusedOr([&] { process::resultOf(base::Bytes(message)); });
    return 0;
}
