#include "server/http/answers.h"
#include "server/http/document_routes.h"
#include "server/http/query.h"
#include "server/workflow/json_value.h"
#include "server/workflow/origin.h"
#include "signing/verdict_report.h"

namespace http {
namespace {

using templates::Value;

Value originValue(const workflow::Origin& origin) {
    Value::Map map;
    map["match"] = workflow::name(origin.match);
    map["document_id"] = origin.documentId.empty() ? Value() : Value(origin.documentId);
    const auto place = static_cast<std::int64_t>(origin.firstDifference);
    map["first_difference"] = place == 0 ? Value() : Value(place);
    return map;
}

/// Judges the body and keeps nothing of it.
Response verify(const DocumentServices& services, const Call& call) {
    const std::string name = fileName(Query(call.request, {"name"}));
    const auto verdict =
        services.parts.reader.validate(call.request.body, services.parts.anchors(), services.parts.now());
    Value answer = workflow::readJson(signing::verdictJson(verdict, name), "");
    answer.set("origin", originValue(workflow::originOf(services.parts, call.request.body)));
    return valueAnswer(200, answer);
}

}  // namespace

std::vector<Route> verifyRoutes(const DocumentServices& services) {
    return {{"POST", "/api/v1/verify", domain::Action::readPublic,
             withType("application/pdf", [services](const Call& call) { return verify(services, call); })}};
}

}  // namespace http
