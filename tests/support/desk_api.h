#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/web/web.h"

namespace support {

/// An API for pages: answers that a test wrote down, and what was asked.
class DeskApi {
public:
    DeskApi();
    ~DeskApi();
    struct Asked {
        std::string method{};
        std::string target{};
        std::string body{};
        std::string type{};
        std::string key{};
        std::string match{};
    };

    /// `target` is what stands behind "/api/v1", with its query.
    void give(const std::string& method, const std::string& target, std::string json, int status = 200);
    void refuse(const std::string& method, const std::string& target, int status, const std::string& errors = "[]");

    http::Response get(const std::string& target) const;
    http::Response post(const std::string& path, const std::string& form = {}) const;
    /// A form with one file "plik" and fields.
    http::Response postFile(const std::string& path, const std::string& name, const std::string& content,
                            const std::string& field = {}) const;

    const std::vector<Asked>& asked() const;
    /// The last change that was asked for.
    Asked change() const;

private:
    http::Response ask(const std::string& method, const std::string& target, const std::string& body,
                       const std::string& type) const;
    static std::string fieldOf(const http::Request& request, const char* name);
    http::Response answer(const http::Request& request);
    static http::Response session();

    std::map<std::string, http::Response> answers_{};
    std::vector<Asked> asked_{};
    web::Web web_{[this](const http::Request& request) { return answer(request); }, {}};
};

inline std::string locationOf(const http::Response& response) {
    for (const auto& [name, value] : response.fields)
        if (name == "location") return value;
    return {};
}

inline bool shows(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

/// A list of the API with one page.
inline std::string listOf(const std::string& items) {
    return R"({"data":[)" + items + R"(],"pagination":{"limit":200,"next":null}})";
}

/// A document of meeting "m" with a partner's and the leader's field.
std::string documentJson(const std::string& id, const std::string& state, const std::string& partner = "invited",
                         const std::string& leader = "invited");
std::string meetingJson();
/// The same meeting as lists show it.
std::string summaryJson();

}  // namespace support
