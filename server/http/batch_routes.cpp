#include <algorithm>
#include <set>

#include "base/error.h"
#include "pdfgen/print_file.h"
#include "server/http/bound.h"
#include "server/http/document_routes.h"
#include "server/http/file_answer.h"
#include "server/workflow/revision_place.h"

namespace http {
namespace {

using domain::Action;
using domain::DocumentState;
using Services = DocumentServices;

/// The meeting's documents but for void ones, by file name. Throws Error(notFound) where there are none.
std::vector<domain::Signing> documentsOf(const Services& services, const Call& call) {
    std::vector<domain::Signing> all;
    workflow::eachSigning(services.parts.rows, call.captured.at(0), {}, [&all](domain::Signing one) {
        if (one.document.state != DocumentState::voided) all.push_back(std::move(one));
    });
    if (all.empty()) throw base::Error(base::ErrorCode::notFound, base::say("document.none_of_meeting"));
    std::ranges::sort(all, {}, [](const domain::Signing& one) { return one.document.fileName; });
    return all;
}

/// The newest revision and every counterpart of each document.
Response package(const Services& services, const Call& call) {
    NamedFiles files;
    std::set<std::string> names;
    const auto add = [&](const domain::Document& document, const std::string& name, const std::string& sha256) {
        const std::string own = names.insert(name).second ? name : document.id + '-' + name;
        files.emplace_back(own, services.parts.files.get(sha256));
    };
    for (const auto& [document, signers] : documentsOf(services, call))
        for (const workflow::RevisionFile& one :
             workflow::revisionFiles(document, services.parts.rows.uploadsOf(document.id)))
            add(document, one.name, one.sha256);
    return fileAnswer("application/zip", call.captured.at(0) + ".zip", services.zip(files));
}

/// Only bytes that this service made: what came back from outside is never read here.
Response print(const Services& services, const Call& call) {
    std::vector<base::Bytes> files;
    for (const auto& [document, signers] : documentsOf(services, call))
        files.push_back(
            services.parts.files.get(document.issuedSha256.empty() ? document.headSha256 : document.issuedSha256));
    return fileAnswer("application/pdf", call.captured.at(0) + ".pdf", pdfgen::printFile(files));
}

}  // namespace

std::vector<Route> batchRoutes(const Services& services) {
    const std::string meeting = "/api/v1/meetings/{id}";
    return {
        {"GET", meeting + "/package", Action::readDocuments, bound(services, package)},
        {"GET", meeting + "/print", Action::readDocuments, bound(services, print)},
    };
}

}  // namespace http
