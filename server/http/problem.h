#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "server/http/head_check.h"
#include "server/http/message.h"

namespace http {

/// The status that an Error's code has over HTTP (design.md section 4 read as RFC 9110).
int statusOf(base::ErrorCode code);

/// A problem's type in words: the message's key ("pdf.encrypted" → "pdf-encrypted", "file.too_big" → "file-too-big"),
/// or the family that it is one case of ("http.framing.length" → "http-framing", "json.key_twice" → "json").
std::string problemType(std::string_view key);

/// Whether the error is about JSON. Each of its faults that has no line then has a pointer, that of the whole being ""
/// (RFC 6901 section 5).
bool isOfJson(const base::Error& error);

/// application/problem+json (RFC 9457): `type` as above, `title` the status in Polish, `detail` the message's sentence,
/// `instance` the request's id, `errors` the faults with JSON pointer or line and column, each once. Nothing of
/// Error::context goes out. Faults of JSON are 400, of all other data 422; a version that
/// is not named is 428, another one 412. 401 names the scheme, 429 and 503 a time to
/// wait.
Response problem(const base::Error& error, std::string_view requestId);
/// The same for this request: 409 and not 412 where it had no If-Match, and somebody was only quicker.
Response problem(const base::Error& error, const Request& request);

/// The same for what the protocol's own rules refuse, with a status of their own (400 … 505).
Response problem(int status, const base::Message& message, std::string_view requestId);
Response problem(const Refusal& refusal, std::string_view requestId);

}  // namespace http
