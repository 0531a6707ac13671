#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"http.request.malformed", "The request’s first line is malformed."},
    {"http.method_unknown", "The server does not know this HTTP method."},
    {"http.version", "The server supports only HTTP/1.0 and HTTP/1.1."},
    {"http.target_too_long", "The request’s address is longer than {0} bytes."},
    {"http.head_too_large",
     "The request’s head is too large: {0} {0|byte|bytes}, {1} {1|field|fields} and lines of at most 4000 bytes are "
     "allowed."},
    {"http.header.malformed", "A header field of the request is malformed."},
    {"http.header.control", "The request’s head contains a forbidden character or a wrong end of line."},
    {"http.header.encoded_word", "A header field of the request contains a forbidden encoding (“=?”)."},
    {"http.header.cut", "The connection ended before the end of the request’s head."},
    {"http.framing.length", "The field Content-Length is malformed or there is more than one."},
    {"http.framing.both", "The length of the request’s body is ambiguous."},
    {"http.framing.chunk", "The request’s body is not divided into parts correctly (chunked)."},
    {"http.coding", "The server supports only the transfer coding “chunked”."},
    {"http.expectation", "The server does not know the expectation in the field Expect."},
    {"http.length_missing", "The request does not give the length of its body (Content-Length)."},
    {"http.too_slow", "The request did not arrive whole in the time allowed."},
    {"http.busy", "The server is busy; please try again in a moment."},
    {"http.stopping", "The server is stopping; please try again in a moment."},
    {"http.no_memory", "The server is receiving too much data now; please try again in a moment."},
    {"http.internal", "An internal error of the server."},
    {"http.no_resource", "There is nothing at this address."},
    {"http.method_not_allowed", "This address does not support the method {0}; allowed are {1}."},
    {"http.not_logged_in", "This needs a log-in or a token."},
    {"http.forbidden", "No permission for this."},
    {"http.bad_address", "“{0}” is not an IP address that the server can listen on."},
    {"http.port_in_use", "Port {0} is in use; please try again or choose another."},
    {"http.cannot_listen", "Cannot listen on {0}: {1}."},
    {"http.cannot_start", "The system refused the server resources: {0}."},
    {"http.bad_answer", "The answer contains a forbidden character in a header field."},
    {"host.missing", "The request does not give the server’s name (Host)."},
    {"host.twice", "The request gives the server’s name (Host) more than once."},
    {"host.foreign", "The server’s name in the request (Host) does not belong to this service."},
    {"body.truncated", "The request’s body ended before its announced end."},
    {"too.large", "The request’s body is longer than {0} bytes."},
    {"multipart.malformed", "The multipart/form-data body is malformed."},
    {"multipart.boundary", "The multipart/form-data body has no correct boundary."},
    {"multipart.name", "A part of the multipart/form-data body has no correct name."},
    {"multipart.one_file", "The multipart/form-data body must contain exactly one file."},
    {"multipart.too_many", "The multipart/form-data body has more than {0} parts."},
    {"multipart.part_too_large", "A part of the multipart/form-data body is longer than {0} bytes."},
    {"status.400", "The request is malformed."},
    {"status.401", "A log-in is needed."},
    {"status.403", "No permission."},
    {"status.404", "Not found."},
    {"status.405", "The method is not allowed here."},
    {"status.408", "The request took too long."},
    {"status.409", "The request does not agree with the present state."},
    {"status.410", "The resource is gone."},
    {"status.411", "The length of the body is missing."},
    {"status.412", "The resource changed meanwhile."},
    {"status.413", "The body is too long."},
    {"status.414", "The address is too long."},
    {"status.415", "The type of the body is not supported."},
    {"status.417", "The expectation is not supported."},
    {"status.422", "The body cannot be taken."},
    {"status.428", "The condition for changing the resource is missing."},
    {"status.429", "There were too many attempts."},
    {"status.431", "The head is too large."},
    {"status.500", "Internal error of the server."},
    {"status.501", "The function is not supported."},
    {"status.502", "Another service did not answer correctly."},
    {"status.503", "The service is unavailable for a moment."},
    {"status.505", "The HTTP version is not supported."},
    {"status.507", "There is no space for writing."},
    {"status.other", "The request was not carried out."},
});

}  // namespace

std::span<const Word> httpWords() { return kWords; }

}  // namespace base::english
