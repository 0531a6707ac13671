#include "tests/support/document_service.h"

namespace support {

DocumentService::DocumentService(const std::string& sample) : documents(sample) {}

http::DocumentServices DocumentService::services() {
    return {documents.parts,
            documents.drafting,
            documents.actions,
            documents.receiving,
            documents.paper,
            documents.sealing,
            documents.reissuing,
            documents.archiving,
            accounts.links,
            [this] { return office; },
            [this](const std::vector<std::string>& names) { return templates.named(names); },
            {[] { return std::string("http://127.0.0.1:8080"); }, isLocal, std::chrono::days(30)},
            [](const http::NamedFiles& files) {
                std::string names;
                for (const auto& [name, bytes] : files) names += name + '\n';
                return names;  // no ZIP: what would be in it
            }};
}

http::Response DocumentService::ask(const std::string& method, std::string_view target, std::string_view body,
                                    const std::string& type) {
    const http::Router router(
        http::allDocumentRoutes(services()), [this](const http::Request&) { return actor; }, domain::may);
    http::Fields fields = extra;
    if (!body.empty()) fields.emplace_back("content-type", type);
    http::Request request = AccountService::request(method, target, fields);
    request.body = body;
    return router.answer(request);
}

http::Response DocumentService::askByLink(const std::string& signer, const std::string& method,
                                          const std::string& target, std::string_view body, const std::string& type) {
    const domain::Actor before = actor;
    actor = {domain::Actor::Kind::link, signer, {}, {}, {}};
    http::Response response = ask(method, "/api/v1/links/SECRET" + target, body, type);
    actor = before;
    return response;
}

DocumentService::~DocumentService() = default;

}  // namespace support
