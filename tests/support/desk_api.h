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
    struct Asked {
        std::string method{};
        std::string target{};
        std::string body{};
        std::string type{};
        std::string key{};
        std::string match{};
    };

    /// `target` is what stands behind "/api/v1", with its query.
    void give(const std::string& method, const std::string& target, std::string json, int status = 200) {
        http::Response response;
        response.status = status;
        response.fields = {{"content-type", status < 300 ? "application/json" : "application/problem+json"},
                           {"etag", "\"1\""}};
        response.body = std::move(json);
        answers_[method + ' ' + target] = std::move(response);
    }
    void refuse(const std::string& method, const std::string& target, int status, const std::string& errors = "[]") {
        give(method, target,
             R"({"type":"x","title":"Tytuł","status":)" + std::to_string(status) +
                 R"(,"detail":"Odmowa usługi.","instance":"i","errors":)" + errors + "}",
             status);
    }

    http::Response get(const std::string& target) const { return ask("GET", target, "", ""); }
    http::Response post(const std::string& path, const std::string& form = {}) const {
        return ask("POST", path, form + "&csrf_token=c&idempotency_key=k&if_match=%221%22",
                   "application/x-www-form-urlencoded");
    }
    /// A form with one file "plik" and fields.
    http::Response postFile(const std::string& path, const std::string& name, const std::string& content,
                            const std::string& field = {}) const {
        const std::string part = "--x\r\nContent-Disposition: form-data; name=\"";
        std::string body = part + "plik\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n";
        body += part + "csrf_token\"\r\n\r\nc\r\n";
        if (!field.empty()) body += part + "caption\"\r\n\r\n" + field + "\r\n";
        return ask("POST", path, body + "--x--\r\n", "multipart/form-data; boundary=x");
    }

    const std::vector<Asked>& asked() const { return asked_; }
    /// The last change that was asked for.
    Asked change() const {
        for (auto one = asked_.rbegin(); one != asked_.rend(); ++one)
            if (one->method != "GET") return *one;
        return {};
    }

private:
    http::Response ask(const std::string& method, const std::string& target, const std::string& body,
                       const std::string& type) const {
        http::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        request.query = target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1);
        request.body = body;
        request.fields = {{"cookie", "akces=s"}, {"accept-language", "pl"}};
        if (!type.empty()) request.fields.emplace_back("content-type", type);
        return web_.answer(request);
    }
    static std::string fieldOf(const http::Request& request, const char* name) {
        return std::string(http::field(request, name).value_or(""));
    }
    http::Response answer(const http::Request& request) {
        const std::string target = request.path.substr(7) + (request.query.empty() ? "" : "?" + request.query);
        asked_.push_back({request.method, target, std::string(request.body), fieldOf(request, "content-type"),
                          fieldOf(request, "idempotency-key"), fieldOf(request, "if-match")});
        if (const auto found = answers_.find(request.method + ' ' + target); found != answers_.end())
            return found->second;
        if (target == "/session") return session();
        http::Response none;
        none.status = 404;
        none.fields = {{"content-type", "application/problem+json"}};
        none.body = R"({"type":"none","title":"t","status":404,"detail":"Brak.","instance":"i"})";
        return none;
    }
    static http::Response session() {
        http::Response response;
        response.status = 200;
        response.fields = {{"content-type", "application/json"}};
        response.body = R"({"csrf_token":"c","expires_at":"2026-11-27T00:00:00Z",)"
                        R"("user":{"name":"olga","roles":["clerk","archivist"]}})";
        return response;
    }

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
inline std::string documentJson(const std::string& id, const std::string& state, const std::string& partner = "invited",
                                const std::string& leader = "invited") {
    const auto signer = [&](const char* field, const char* party, const std::string& signerState) {
        return std::string(R"({"id":")") + field + R"(","document_id":")" + id + R"(","field":")" + field +
               R"(","party":")" + party + R"(","expected_name":null,"state":")" + signerState +
               R"(","state_text":"stan","method":null,"grade":"claimed","opened_at":null,"ended_at":null})";
    };
    return R"({"id":")" + id + R"(","meeting_id":"m","kind":"declaration","file":"d.pdf","state":")" + state +
           R"(","state_text":"stan","drafted_at":"2026-11-26T10:00:00Z","issued_at":null,"issued_sha256":"ab",)"
           R"("reason":null,"replaced_by":null,"demonstration":false,"version":1,"signers":[)" +
           signer("P1", "Szkoła", partner) + "," + signer("Lider", "Ośrodek", leader) + "]}";
}

inline std::string meetingJson() {
    return R"({"schema":"meeting/1","id":"m","team":{"name":"Zespół"},"meeting":{"date":"2026-12-01",)"
           R"("date_text":"1 grudnia","agenda":[{"title":"Otwarcie","note":"długie"}]},)"
           R"("institutions":[{"id":"sp1","name":"Szkoła nr 1"},{"id":"ops","name":"Ośrodek"}],)"
           R"("leadership":[{"institution_ref":"ops","roles":["leader"]}],)"
           R"("participants":[{"order":3,"institution_ref":"sp1","function":"Dyrektor","roles":["partner"]}]})";
}

}  // namespace support
