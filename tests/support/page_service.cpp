#include "tests/support/page_service.h"

namespace support {

http::Response PageService::answer(const http::Request& request) {
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

http::Response PageService::ask(const std::string& method, const std::string& target, std::string_view body,
                                const std::string& type) {
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

std::string PageService::html(const std::string& target) { return ask("GET", target).body; }

http::Response PageService::post(const std::string& target, std::string_view body) { return ask("POST", target, body); }

PageService::PageService() = default;

PageService::~PageService() = default;

}  // namespace support
