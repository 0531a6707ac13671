#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "server/http/router.h"
#include "server/workflow/archive_signing.h"
#include "server/workflow/board.h"
#include "server/workflow/document_actions.h"
#include "server/workflow/draft_documents.h"
#include "server/workflow/links.h"
#include "server/workflow/paper.h"
#include "server/workflow/receive_upload.h"
#include "server/workflow/reissue.h"
#include "server/workflow/seal.h"

namespace http {

struct LinkSettings {
    std::function<std::string()> publicUrl{};  ///< without a slash at its end
    bool isLocal = true;                       ///< links lead to this machine only
    std::chrono::days life{30};
    std::chrono::days copyLife{30};  ///< how long the signed copy stays behind the link
};

/// Files of one batch: name and octets of each.
using NamedFiles = std::vector<std::pair<std::string, base::Bytes>>;

/// What the routes of documents call; all of it must outlive them.
struct DocumentServices {
    workflow::DocumentParts parts;
    workflow::Drafting& drafting;
    workflow::DocumentActions& actions;
    workflow::Receiving& receiving;
    workflow::Paper& paper;
    workflow::Sealing& sealing;
    workflow::Reissuing& reissuing;
    workflow::ArchiveSigning& archiving;
    workflow::Links& links;
    std::function<domain::Office()> office{};  ///< the stored one
    /// Templates by their names, shipped or the office's own. Throws Error(notFound).
    std::function<std::vector<workflow::NamedTemplate>(const std::vector<std::string>&)> namedTemplates{};
    LinkSettings linkSettings{};
    std::function<base::Bytes(const NamedFiles&)> zip{};  ///< report::zipFile
};

/// /api/v1/documents: list, files, actions.
std::vector<Route> documentRoutes(const DocumentServices& services);
/// Drafts: of a meeting, and of late joiners; the board.
std::vector<Route> draftRoutes(const DocumentServices& services);
/// All of a meeting's documents in one file: a ZIP, or a PDF to print.
std::vector<Route> batchRoutes(const DocumentServices& services);
/// /api/v1/signers, and their links as the office sees them.
std::vector<Route> signerRoutes(const DocumentServices& services);
/// /api/v1/links: what the holder of a link does.
std::vector<Route> linkRoutes(const DocumentServices& services);
/// Files that belong to documents: /api/v1/uploads, attachments, quarantine, scans.
std::vector<Route> uploadRoutes(const DocumentServices& services);
/// /api/v1/verify.
std::vector<Route> verifyRoutes(const DocumentServices& services);

/// The document's text as a fragment of HTML. Throws Error(notFound) for one that has none kept.
Response textAnswer(const workflow::DocumentParts& parts, const domain::Document& document);

/// A page of the file (the query's "page", 1 where it is missing) as PNG, to be looked at. Throws Error(usage) for
/// another page than a number, Error(notFound) for one that the file has not.
Response pictureAnswer(const workflow::DocumentParts& parts, const Call& call, base::ByteView pdf);

/// A verdict as `akces verify --json` prints it, and what only the service knows of each signature: whether it is a
/// demonstration's, whether the office's own key made it, and the name that a signer of `document` typed for it.
templates::Value checkedFile(const workflow::DocumentParts& parts, const signing::FileVerdict& verdict,
                             std::string_view name, const std::optional<domain::Signing>& document);

/// All of them.
std::vector<Route> allDocumentRoutes(const DocumentServices& services);

}  // namespace http
