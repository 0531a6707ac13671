#include "base/error.h"
#include "server/http/answers.h"
#include "server/http/bound.h"
#include "server/http/document_json.h"
#include "server/http/document_routes.h"
#include "server/http/file_answer.h"
#include "server/http/page.h"
#include "server/http/returned_file.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Action;
using domain::UploadKind;
using templates::Value;
using Services = DocumentServices;

/// Whom a scan shows; for other files nobody is named.
struct ConfirmationBody {
    std::vector<std::string> signers{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.texts("signers", self.signers);
    }
};

domain::Upload uploadOf(const Services& services, const Call& call) {
    auto upload = services.parts.rows.upload(call.captured.at(0));
    if (!upload) throw Error(ErrorCode::notFound, say("upload.none"));
    return std::move(*upload);
}

Response listed(const Services& services, workflow::UploadWish wish) {
    const workflow::PageWish page = wish.page;
    wish.page = oneMore(page);
    return pageAnswer(page, services.parts.rows.uploads(wish), uploadValue,
                      [](const domain::Upload& one) { return one.id; });
}

template <class Named>
std::optional<Named> named(const Query& query, std::string_view name, std::optional<Named> (*of)(std::string_view)) {
    const auto text = query.find(name);
    if (!text) return std::nullopt;
    const auto found = of(*text);
    if (!found) throw Error(ErrorCode::usage, say("query.malformed", {std::string(name)}));
    return found;
}

Response list(const Services& services, const Call& call) {
    const Query& query = call.query;
    return listed(services, {query.text("document"), named(query, "kind", domain::uploadKind),
                             named(query, "state", domain::uploadState), pageOf(query)});
}

/// The same list of one kind.
std::function<Response(const Call&)> listOf(const Services& services, UploadKind kind) {
    return [services, kind](const Call& call) {
        return listed(services, {call.query.text("document"), kind, {}, pageOf(call.query)});
    };
}

Response show(const Services& services, const Call& call) {
    return withTag(valueAnswer(200, uploadValue(uploadOf(services, call))));
}

Response file(const Services& services, const Call& call) {
    const domain::Upload upload = uploadOf(services, call);
    base::Bytes content = services.parts.files.get(upload.sha256);
    const std::string type = mediaTypeOf(content);
    return fileAnswer(type, upload.fileName.empty() ? upload.id : upload.fileName, std::move(content));
}

Response scan(const Services& services, const Call& call) {
    if (!maySayScan(call.request) || !isWhatItSays(call.request))
        return problem(415, say("media.type", {"application/pdf, image/jpeg, image/png"}), call.request.id);
    const auto receipt = services.paper.scan(call.actor, call.captured.at(0), returnedFile(call.request, call.query));
    return created(pathOf({"uploads", receipt.upload.id}), receiptAnswer(201, receipt));
}

Response confirm(const Services& services, const Call& call, const ConfirmationBody& body) {
    const domain::Upload upload = uploadOf(services, call);
    if (upload.kind == UploadKind::scan)
        return receiptAnswer(200, services.paper.confirmScan(call.actor, upload.id, body.signers));
    if (!body.signers.empty()) throwIfAny({{{{}, 0, 0, "/signers"}, say("upload.no_signers")}});
    return receiptAnswer(200, services.receiving.confirm(call.actor, upload.id));
}

Response refuse(const Services& services, const Call& call) {
    return receiptAnswer(200, services.receiving.refuse(call.actor, call.captured.at(0)));
}

}  // namespace

std::vector<Route> uploadRoutes(const Services& services) {
    const std::string one = "/api/v1/uploads/{id}";
    const Parameters ofDocument{"document", "limit", "after"};
    return {
        {"GET",
         "/api/v1/uploads",
         Action::readDocuments,
         bound(services, list),
         {"document", "kind", "state", "limit", "after"}},
        {"GET", "/api/v1/attachments", Action::readDocuments, listOf(services, UploadKind::attachment), ofDocument},
        {"GET", "/api/v1/quarantine", Action::readDocuments, listOf(services, UploadKind::quarantine), ofDocument},
        {"GET", one, Action::readDocuments, bound(services, show)},
        {"GET", one + "/file", Action::readDocuments, bound(services, file)},
        {"POST", one + "/confirmation", Action::changeDocuments, boundOrEmpty(services, confirm)},
        {"POST", one + "/refusal", Action::changeDocuments, bound(services, refuse)},
        {"POST", "/api/v1/documents/{id}/scans", Action::changeDocuments, bound(services, scan), {"name"}},
    };
}

}  // namespace http
