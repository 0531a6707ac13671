#pragma once

#include <string_view>

#include "base/error.h"
#include "server/http/message.h"

namespace http {

/// The status that an Error's code has over HTTP (design.md section 4 read as RFC 9110).
int statusOf(base::ErrorCode code);

/// application/problem+json (RFC 9457): `type` is the message's key in words ("pdf.encrypted" → "pdf-encrypted"),
/// `title` and `detail` its sentence in Polish, `instance` the request's id, `errors` the faults with JSON pointer or
/// line and column, each once. Nothing of Error::context goes out.
Response problem(const base::Error& error, std::string_view requestId);

/// The same for what the protocol's own rules refuse, with a status of their own (400 … 505).
Response problem(int status, const base::Message& message, std::string_view requestId);

}  // namespace http
