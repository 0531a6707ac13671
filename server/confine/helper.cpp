#include "server/confine/helper.h"

#include <memory>

#include "base/error.h"
#include "server/confine/protocol.h"
#include "server/confine/reading.h"
#include "server/limits.h"
#include "server/process/part.h"

namespace confine {
namespace {

base::Bytes answer(Reading& reading, base::ByteView message) {
    base::ByteView pdf;
    const Question question = decodedQuestion(message, pdf);
    switch (question.operation) {
        case Operation::validate:
            return encoded(reading.validate(pdf, question.anchors, question.at));
        case Operation::inspect:
            return encoded(reading.inspect(pdf));
        case Operation::picture:
            return reading.picture(pdf, question.page);
        case Operation::prepare:
            return encoded(reading.prepare(pdf, question.request), pdf);
    }
    throw base::Error(base::ErrorCode::internal, base::say("process.malformed"));
}

process::Loaded load() {
    auto reading = std::make_shared<Reading>();
    return {{}, [reading](base::ByteView question) { return answer(*reading, question); }};
}

}  // namespace

int runHelper() noexcept {
    return process::live({[](base::ByteView) { return load(); }, limits::kReaderMemory.value});
}

}  // namespace confine
