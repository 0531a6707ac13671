#pragma once

#include <string>
#include <string_view>

#include "server/http/document_routes.h"
#include "server/workflow/own_templates.h"
#include "server/workflow/secret.h"
#include "tests/support/account_service.h"
#include "tests/support/documents.h"

namespace support {

/// The routes of documents over the use cases of support::Documents, asked by a clerk or by whom the test wants.
struct DocumentService {
    explicit DocumentService(const std::string& sample = "knurow-2019-11-13") : documents(sample) {}

    Documents documents;
    Accounts<store::SqliteStore> accounts{documents.rows};
    workflow::OwnTemplates templates{documents.rows, documents.audit, documents.clock};
    bool isLocal = true;
    domain::Office office{};  ///< the stored one
    domain::Actor actor{domain::Actor::Kind::user, "clerk", {}, {domain::Role::clerk}, {}};
    http::Fields extra{};  ///< more fields of each request

    http::DocumentServices services() {
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
    http::Response ask(const std::string& method, std::string_view target, std::string_view body = "",
                       const std::string& type = "application/json") {
        const http::Router router(
            http::allDocumentRoutes(services()), [this](const http::Request&) { return actor; }, domain::may);
        http::Fields fields = extra;
        if (!body.empty()) fields.emplace_back("content-type", type);
        http::Request request = AccountService::request(method, target, fields);
        request.body = body;
        return router.answer(request);
    }
    /// As the holder of this signer's link.
    http::Response askByLink(const std::string& signer, const std::string& method, const std::string& target,
                             std::string_view body = "", const std::string& type = "application/json") {
        const domain::Actor before = actor;
        actor = {domain::Actor::Kind::link, signer, {}, {}, {}};
        http::Response response = ask(method, "/api/v1/links/SECRET" + target, body, type);
        actor = before;
        return response;
    }
};

}  // namespace support
