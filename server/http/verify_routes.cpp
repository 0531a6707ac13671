#include "server/http/answers.h"
#include "server/http/document_routes.h"
#include "signing/verdict_report.h"

namespace http {
namespace {

/// Judges the body and keeps nothing of it.
Response verify(const DocumentServices& services, const Call& call) {
    const std::string name = fileName(call.query);
    const auto verdict =
        services.parts.reader.validate(call.request.body, services.parts.anchors(), services.parts.now());
    return json(200, signing::verdictJson(verdict, name));
}

}  // namespace

std::vector<Route> verifyRoutes(const DocumentServices& services) {
    return {{"POST",
             "/api/v1/verify",
             domain::Action::readPublic,
             withType("application/pdf", [services](const Call& call) { return verify(services, call); }),
             {"name"}}};
}

}  // namespace http
