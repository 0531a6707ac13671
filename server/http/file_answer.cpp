#include "server/http/file_answer.h"

#include "server/http/tokens.h"

namespace http {
namespace {

/// What may stand in an extended value (RFC 8187 section 3.2.1).
bool isPlain(char c) {
    return isLetterOrDigit(c) || std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

/// For readers that know only ASCII.
std::string ascii(std::string_view name) {
    std::string value;
    for (const char c : name) value += isPlain(c) ? c : '_';
    return value;
}

}  // namespace

Response fileAnswer(const std::string& type, const std::string& name, base::Bytes content) {
    Response response;
    response.fields = {{"content-type", type},
                       {"content-disposition",
                        "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + escaped(name, isPlain)}};
    response.body = std::move(content);
    return response;
}

std::string mediaTypeOf(base::ByteView content) {
    if (content.starts_with("%PDF-")) return "application/pdf";
    if (content.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (content.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    return "application/octet-stream";
}

}  // namespace http
