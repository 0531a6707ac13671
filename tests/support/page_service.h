#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/web/web.h"

namespace support {

/// The pages over an API that answers what a test says, for somebody who may everything.
struct PageService {
    PageService();
    ~PageService();
    struct Said {
        int status = 200;
        std::string body{};
        std::string type = "application/json";
    };
    std::map<std::string, Said> answers{
        {"GET /session",
         {200, R"({"user":{"id":"U1","name":"olga","roles":["clerk","archivist","administrator"]},)"
               R"("csrf_token":"C","expires_at":"2026-11-25T09:00:00Z"})"}}};
    std::vector<std::string> changes{};  ///< what was asked other than by GET, with its body
    std::vector<std::string> asked{};    ///< every method and target
    web::Web pages{[this](const http::Request& request) { return answer(request); }, {}};

    http::Response answer(const http::Request& request);
    http::Response ask(const std::string& method, const std::string& target, std::string_view body = "",
                       const std::string& type = "application/x-www-form-urlencoded");
    std::string html(const std::string& target);
    http::Response post(const std::string& target, std::string_view body);

    std::string language = "pl";
};

/// Where the browser is sent.
inline std::string locationOf(const http::Response& response) {
    for (const auto& [name, value] : response.fields)
        if (name == "location") return value;
    return {};
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// An API's list with all its items on one page.
inline PageService::Said listOf(const std::string& items) {
    return {200, R"({"data":[)" + items + R"(],"pagination":{"limit":200,"next":null}})"};
}

}  // namespace support
