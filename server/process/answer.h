#pragma once

#include "base/bytes.h"
#include "base/error.h"

/// What a child sends back: its result, or an Error that its caller shall get.
namespace process {

base::Bytes answerOf(base::ByteView result);
/// What the Error's context says stays in the child.
base::Bytes answerOf(const base::Error& error);

/// The result. Throws the Error that was sent, Error(internal) for what is no answer.
base::Bytes resultOf(base::Bytes answer);

}  // namespace process
