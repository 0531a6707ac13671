#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/workflow/documents.h"

/// Entity tags (RFC 9110 section 8.8.3) and what If-Match asks for (section 13.1.1).
namespace http {

/// "\"3\"", the tag of a version that is counted.
std::string versionTag(std::int64_t version);
/// The tag of a thing without a version: over the first octets of the SHA-256 of what it says.
std::string contentTag(std::string_view content);

/// Puts the tag into the answer.
Response tagged(Response response, const std::string& tag);

/// The version that If-Match names; nothing where there is no If-Match or it is "*". Throws Error(conflict)
/// etag.changed (412) for a tag that can be no version's, Error(usage) etag.malformed.
workflow::ExpectedVersion expectedVersion(const Request& request);

/// Throws Error(conflict) etag.missing (428) without If-Match, etag.changed (412) where none of its tags is `tag`,
/// Error(usage) etag.malformed. "*" fits any.
void requireMatch(const Request& request, std::string_view tag);

}  // namespace http
