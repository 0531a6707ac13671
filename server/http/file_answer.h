#pragma once

#include <string>

#include "server/http/message.h"

namespace http {

/// The file as a download, never shown in place (RFC 6266): `name` also in Polish letters (RFC 8187). `type` is its
/// media type.
Response fileAnswer(const std::string& type, const std::string& name, base::Bytes content);

/// "application/pdf", "image/jpeg", "image/png" by its first octets, else "application/octet-stream".
std::string mediaTypeOf(base::ByteView content);

}  // namespace http
