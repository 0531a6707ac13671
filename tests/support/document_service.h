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
    explicit DocumentService(const std::string& sample = "knurow-2019-11-13");
    ~DocumentService();

    Documents documents;
    Accounts<store::SqliteStore> accounts{documents.rows};
    workflow::OwnTemplates templates{documents.rows, documents.audit, documents.clock};
    bool isLocal = true;
    domain::Office office{};  ///< the stored one
    domain::Actor actor{domain::Actor::Kind::user, "clerk", {}, {domain::Role::clerk}, {}};
    http::Fields extra{};  ///< more fields of each request

    http::DocumentServices services();
    http::Response ask(const std::string& method, std::string_view target, std::string_view body = "",
                       const std::string& type = "application/json");
    /// As the holder of this signer's link.
    http::Response askByLink(const std::string& signer, const std::string& method, const std::string& target,
                             std::string_view body = "", const std::string& type = "application/json");
};

}  // namespace support
