#include "server/http/body.h"
#include "server/http/document_routes.h"
#include "server/http/query.h"
#include "server/http/tokens.h"
#include "signing/verdict_report.h"

namespace http {
namespace {

bool isPdfType(const Request& request) {
    const auto type = field(request, "content-type");
    return type && sameWord(withoutPadding(type->substr(0, type->find(';'))), "application/pdf");
}

/// Judges the body and keeps nothing of it.
Response verify(const DocumentServices& services, const Call& call) {
    if (!isPdfType(call.request)) return problem(415, base::say("media.type", {"application/pdf"}), call.request.id);
    const std::string name = fileName(Query(call.request, {"name"}));
    const auto verdict =
        services.parts.reader.validate(call.request.body, services.parts.anchors(), services.parts.now());
    return json(200, signing::verdictJson(verdict, name));
}

}  // namespace

std::vector<Route> verifyRoutes(const DocumentServices& services) {
    return {{"POST", "/api/v1/verify", domain::Action::readPublic,
             [services](const Call& call) { return verify(services, call); }}};
}

}  // namespace http
