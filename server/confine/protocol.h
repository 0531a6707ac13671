#pragma once

#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "server/workflow/ports.h"
#include "signing/pades.h"
#include "signing/validate.h"

/// What the service and its helper say to each other (server/process/wire.h). Decoding throws Error(internal) for
/// anything that encoding does not write.
namespace confine {

enum class Operation { validate, inspect, picture, prepare };

/// A question; the file's bytes are behind it, up to its end.
struct Question {
    Operation operation = Operation::validate;
    std::vector<base::Bytes> anchors{};  ///< of validate
    base::Instant at{};                  ///< of validate
    signing::SignRequest request{};      ///< of prepare
    std::size_t page = 0;                ///< of picture
};

base::Bytes encoded(const Question& question);
/// `rest` becomes the file.
Question decodedQuestion(base::ByteView message, base::ByteView& rest);

base::Bytes encoded(const signing::FileVerdict& verdict);
signing::FileVerdict decodedVerdict(base::ByteView message);

base::Bytes encoded(const workflow::Inspection& inspection);
workflow::Inspection decodedInspection(base::ByteView message);

/// Of the prepared file only what stands behind `original` travels.
base::Bytes encoded(const signing::Prepared& prepared, base::ByteView original);
signing::Prepared decodedPrepared(base::ByteView message, base::ByteView original);

}  // namespace confine
