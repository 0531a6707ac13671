#include "tests/support/desk_api.h"

namespace support {

void DeskApi::give(const std::string& method, const std::string& target, std::string json, int status) {
    http::Response response;
    response.status = status;
    response.fields = {{"content-type", status < 300 ? "application/json" : "application/problem+json"},
                       {"etag", "\"1\""}};
    response.body = std::move(json);
    answers_[method + ' ' + target] = std::move(response);
}

void DeskApi::refuse(const std::string& method, const std::string& target, int status, const std::string& errors) {
    give(method, target,
         R"({"type":"x","title":"Tytuł","status":)" + std::to_string(status) +
             R"(,"detail":"Odmowa usługi.","instance":"i","errors":)" + errors + "}",
         status);
}

http::Response DeskApi::get(const std::string& target) const { return ask("GET", target, "", ""); }

http::Response DeskApi::post(const std::string& path, const std::string& form) const {
    return ask("POST", path, form + "&csrf_token=c&idempotency_key=k&if_match=%221%22",
               "application/x-www-form-urlencoded");
}

http::Response DeskApi::postFile(const std::string& path, const std::string& name, const std::string& content,
                                 const std::string& field) const {
    const std::string part = "--x\r\nContent-Disposition: form-data; name=\"";
    std::string body = part + "plik\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    body += part + "csrf_token\"\r\n\r\nc\r\n";
    if (!field.empty()) body += part + "caption\"\r\n\r\n" + field + "\r\n";
    return ask("POST", path, body + "--x--\r\n", "multipart/form-data; boundary=x");
}

const std::vector<DeskApi::Asked>& DeskApi::asked() const { return asked_; }

DeskApi::Asked DeskApi::change() const {
    for (auto one = asked_.rbegin(); one != asked_.rend(); ++one)
        if (one->method != "GET") return *one;
    return {};
}

http::Response DeskApi::ask(const std::string& method, const std::string& target, const std::string& body,
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

std::string DeskApi::fieldOf(const http::Request& request, const char* name) {
    return std::string(http::field(request, name).value_or(""));
}

http::Response DeskApi::answer(const http::Request& request) {
    const std::string target = request.path.substr(7) + (request.query.empty() ? "" : "?" + request.query);
    asked_.push_back({request.method, target, std::string(request.body), fieldOf(request, "content-type"),
                      fieldOf(request, "idempotency-key"), fieldOf(request, "if-match")});
    if (const auto found = answers_.find(request.method + ' ' + target); found != answers_.end()) return found->second;
    if (target == "/session") return session();
    http::Response none;
    none.status = 404;
    none.fields = {{"content-type", "application/problem+json"}};
    none.body = R"({"type":"none","title":"t","status":404,"detail":"Brak.","instance":"i"})";
    return none;
}

http::Response DeskApi::session() {
    http::Response response;
    response.status = 200;
    response.fields = {{"content-type", "application/json"}};
    response.body = R"({"csrf_token":"c","expires_at":"2026-11-27T00:00:00Z",)"
                    R"("user":{"name":"olga","roles":["clerk","archivist"]}})";
    return response;
}

DeskApi::DeskApi() = default;

DeskApi::~DeskApi() = default;

std::string documentJson(const std::string& id, const std::string& state, const std::string& partner,
                         const std::string& leader) {
    const auto signer = [&](const char* field, const char* party, const std::string& signerState) {
        return std::string(R"({"id":")") + field + R"(","document_id":")" + id + R"(","field":")" + field +
               R"(","party":")" + party + R"(","expected_name":null,"state":")" + signerState +
               R"(","state_text":"stan","method":null,"grade":"claimed","opened_at":null,"ended_at":null})";
    };
    return R"({"id":")" + id + R"(","meeting_id":"m","kind":"declaration","file":"d.pdf","state":")" + state +
           R"(","state_text":"stan","drafted_at":"2026-11-26T10:00:00Z","issued_at":null,"issued_sha256":"ab",)"
           R"("reason":null,"replaced_by":null,"demonstration":false,"to_accept":)" +
           (state == "partly-signed" && leader != "signed" ? "true" : "false") + R"(,"version":1,"signers":[)" +
           signer("P1", "Szkoła", partner) + "," + signer("Lider", "Ośrodek", leader) + "]}";
}

std::string summaryJson() { return R"({"id":"m","team":"Zespół","date":"2026-12-01","participants":1})"; }

std::string meetingJson() {
    return R"({"schema":"meeting/1","id":"m","team":{"name":"Zespół"},"meeting":{"date":"2026-12-01",)"
           R"("date_text":"1 grudnia","agenda":[{"title":"Otwarcie","note":"długie"}]},)"
           R"("institutions":[{"id":"sp1","name":"Szkoła nr 1"},{"id":"ops","name":"Ośrodek"}],)"
           R"("leadership":[{"institution_ref":"ops","roles":["leader"]}],)"
           R"("participants":[{"order":3,"institution_ref":"sp1","function":"Dyrektor","roles":["partner"]}]})";
}

}  // namespace support
