#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/web/web.h"

namespace support {

/// The pages over an API that answers what a test says, for somebody who may everything.
struct PageService {
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

    http::Response answer(const http::Request& request) {
        const std::size_t api = request.path.starts_with("/api/v1") ? std::string("/api/v1").size() : 0;
        const std::string path = request.method + ' ' + request.path.substr(api);
        const std::string target = path + (request.query.empty() ? "" : "?" + request.query);
        asked.push_back(target);
        if (request.method != "GET") changes.push_back(path + ' ' + std::string(request.body));
        auto found = answers.find(target);
        if (found == answers.end()) found = answers.find(path);
        http::Response response;
        if (found == answers.end()) found = answers.emplace(path, Said{404, R"({"status":404,"detail":"nic"})"}).first;
        response.status = found->second.status;
        response.fields = {{"content-type", found->second.type}, {"etag", "\"7\""}};
        response.body = found->second.body;
        return response;
    }
    http::Response ask(const std::string& method, const std::string& target, std::string_view body = "",
                       const std::string& type = "application/x-www-form-urlencoded") {
        http::Request request;
        request.method = method;
        const auto mark = std::min(target.find('?'), target.size());
        request.path = target.substr(0, mark);
        request.query = target.substr(std::min(mark + 1, target.size()));
        request.fields = {{"cookie", "akces=x; language=" + language}, {"host", "akces.example"}};
        if (method == "POST") request.fields.emplace_back("content-type", type);
        request.body = body;
        return pages.answer(request);
    }
    std::string html(const std::string& target) { return ask("GET", target).body; }
    http::Response post(const std::string& target, std::string_view body) { return ask("POST", target, body); }

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
