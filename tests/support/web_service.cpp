#include "tests/support/web_service.h"

namespace support {

WebService::WebService(const std::string& sample) : service(sample) {}

http::Response WebService::ask(const std::string& method, std::string_view target, std::string_view body,
                               const std::string& type) const {
    http::Fields fields;
    if (method == "POST") fields.emplace_back("content-type", type);
    http::Request request = AccountService::request(method, target, fields);
    request.body = body;
    return pages.answer(request);
}

http::Response WebService::sendFile(const std::string& target, const std::string& field, const std::string& name,
                                    std::string_view file) const {
    const std::string body = "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name +
                             "\"\r\n\r\n" + std::string(file) + "\r\n--b--\r\n";
    return ask("POST", target, body, "multipart/form-data; boundary=b");
}

domain::Actor WebService::actorOf(const http::Request& request) {
    constexpr std::string_view kLinks = "/api/v1/links/";
    if (!request.path.starts_with(kLinks)) return visitor;
    const std::string rest = request.path.substr(kLinks.size());
    const std::string secret = rest.substr(0, rest.find('/'));
    if (!documents.rows.documentOfSigner(secret))
        throw base::Error(base::ErrorCode::notFound, base::say("account.no_link"));
    return {domain::Actor::Kind::link, secret, {}, {}, {}};
}

WebService::~WebService() = default;

}  // namespace support
