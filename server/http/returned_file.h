#pragma once

#include "server/http/message.h"
#include "server/workflow/receive_upload.h"

namespace http {

/// The file that a request brings: the raw body under "?name=", or the one file of a multipart/form-data body (RFC
/// 7578). It views the request. Throws Error(usage) multipart.* and query.malformed, Error(data) pdf.not_pdf for no
/// octets.
workflow::ReturnedFile returnedFile(const Request& request);

}  // namespace http
