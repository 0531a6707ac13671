#include "server/http/answers.h"

#include "server/http/etag.h"
#include "server/http/tokens.h"

namespace http {

std::string pathOf(std::initializer_list<std::string_view> parts) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view others = "-._~";
    std::string path = "/api/v1";
    for (const std::string_view part : parts) {
        path += '/';
        for (const char c : part) {
            const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            const auto octet = static_cast<unsigned char>(c);
            if (isLetter || others.find(c) != others.npos)
                path += c;
            else
                (path += '%').append(1, digits[octet >> 4U]).append(1, digits[octet & 15U]);
        }
    }
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
    const std::string tag = contentTag(response.body);
    return tagged(std::move(response), tag);
}

workflow::Expected requiredMatch(const Request& request) {
    return [&request](std::string_view content) { requireMatch(request, contentTag(content)); };
}

workflow::Expected honouredMatch(const Request& request) {
    return field(request, "if-match") ? requiredMatch(request) : workflow::Expected();
}

bool isType(const Request& request, std::string_view type) {
    const auto given = field(request, "content-type");
    return given && sameWord(withoutPadding(given->substr(0, given->find(';'))), type);
}

}  // namespace http
