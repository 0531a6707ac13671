#include "server/http/answers.h"

#include "server/http/etag.h"
#include "server/http/tokens.h"

namespace http {

std::string segmentOf(std::string_view text) {
    return escaped(text, [](char c) {  // RFC 3986 section 2.3
        return isLetterOrDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos;
    });
}

std::string pathOf(std::initializer_list<std::string_view> parts) {
    std::string path = "/api/v1";
    for (const std::string_view part : parts) path += '/' + segmentOf(part);
    return path;
}

Response created(std::string location, Response response) {
    response.status = 201;
    response.fields.emplace_back("location", std::move(location));
    return response;
}

Response nothing() {
    Response response;
    response.status = 204;
    return response;
}

Response withTag(Response response) {
    response = written(std::move(response));
    const std::string tag = contentTag(response.body);
    return tagged(std::move(response), tag);
}

workflow::Expected requiredMatch(const Request& request) {
    return [&request](std::string_view content) { requireMatch(request, contentTag(content)); };
}

workflow::Expected honouredMatch(const Request& request) {
    return field(request, "if-match") ? requiredMatch(request) : workflow::Expected();
}

}  // namespace http
