#pragma once

#include "server/http/query.h"
#include "server/workflow/receive_upload.h"

namespace http {

/// The file that a request brings: the raw body under "?name=", or the one file of a multipart/form-data body (RFC
/// 7578). It views the request. Throws Error(usage) multipart.* and query.malformed, Error(data) pdf.not_pdf for no
/// octets.
workflow::ReturnedFile returnedFile(const Request& request, const Query& query);

/// Whether a raw body is what its Content-Type says, as far as its first octets tell: PDF, JPEG and PNG. Other types
/// and forms say nothing of it.
bool isWhatItSays(const Request& request);
/// Whether a raw body may be a scan by its Content-Type: PDF, JPEG, PNG, or nothing in particular
/// (application/octet-stream, a form, no type at all).
bool maySayScan(const Request& request);

}  // namespace http
