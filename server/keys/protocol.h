#pragma once

#include "base/bytes.h"
#include "server/keys/stored_key.h"
#include "server/workflow/ports.h"

/// What the service and the signer process say to each other (server/process/wire.h). Decoding throws Error(internal)
/// for anything that encoding does not write.
namespace keys {

/// What the signer is told when it starts.
struct Start {
    KeySettings settings{};
    WhenMissing whenMissing = WhenMissing::make;
    base::Instant now{};
};

enum class Order { sign, probe };

struct Question {
    Order order = Order::probe;
    base::Bytes digest{};  ///< of sign
};

base::Bytes encoded(const Start& start);
Start decodedStart(base::ByteView message);

base::Bytes encoded(const Question& question);
Question decodedQuestion(base::ByteView message);

base::Bytes encoded(const workflow::OfficeCertificate& certificate);
workflow::OfficeCertificate decodedCertificate(base::ByteView message);

}  // namespace keys
