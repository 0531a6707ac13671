#include "server/process/answer.h"

#include "server/process/wire.h"

namespace process {
namespace {

constexpr char kResult = 'R', kError = 'E';

}  // namespace

base::Bytes answerOf(base::ByteView result) { return kResult + base::Bytes(result); }

base::Bytes answerOf(const base::Error& error) {
    Encoder encoder;
    encoder(error.code(), error.message(), error.faults());
    return kError + encoder.bytes;
}

base::Bytes resultOf(base::Bytes answer) {
    if (!answer.empty() && answer.front() == kResult) return answer.erase(0, 1);
    if (answer.empty() || answer.front() != kError) throw Decoder::malformed();
    base::ErrorCode code{};
    base::Message message;
    std::vector<base::Fault> faults;
    Decoder decoder(base::ByteView(answer).substr(1));
    decoder(code, message, faults);
    decoder.finish();
    throw base::Error(code, std::move(message), std::move(faults));
}

}  // namespace process
