#pragma once

#include <string>

#include "server/web/web.h"
#include "tests/support/document_service.h"

namespace support {

/// The pages over the routes of documents. A signer's id is their link's secret.
struct WebService {
    explicit WebService(const std::string& sample = "knurow-2019-11-13");
    ~WebService();

    DocumentService service;
    Documents& documents = service.documents;
    http::Router api{http::allDocumentRoutes(service.services()),
                     [this](const http::Request& request) { return actorOf(request); }, domain::may};
    web::Web pages{[this](const http::Request& request) { return api.answer(request); }, {}};

    domain::Actor visitor{};  ///< of what is not behind a link

    http::Response ask(const std::string& method, std::string_view target, std::string_view body = "",
                       const std::string& type = "application/x-www-form-urlencoded") const;
    http::Response sendFile(const std::string& target, const std::string& field, const std::string& name,
                            std::string_view file) const;

private:
    domain::Actor actorOf(const http::Request& request);
};

}  // namespace support
