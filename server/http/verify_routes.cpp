#include "server/http/answers.h"
#include "server/http/document_routes.h"
#include "server/workflow/json_value.h"
#include "server/workflow/origin.h"
#include "signing/digest.h"
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

/// Nothing where the office's key cannot be asked: then no signature is said to be its.
base::Bytes officeCertificate(workflow::OfficeKey& key) {
    try {
        return signing::sha256({key.certificate().der});
    } catch (const base::Error&) {
        return {};
    }
}

/// The name that a signer of our document typed where the office sealed it.
Value typedName(const std::optional<domain::Signing>& document, const std::string& field) {
    if (!document) return {};
    for (const domain::Signer& one : document->signers)
        if (one.field == field && one.method == domain::Method::here && !domain::isOpen(one)) return one.signedName;
    return {};
}

/// Judges the body and keeps nothing of it.
Response verify(const DocumentServices& services, const Call& call) {
    const std::string name = fileName(call.query);
    const base::Instant at = services.parts.now();
    const auto verdict = services.parts.reader.validate(call.request.body, services.parts.anchors(), at);
    const workflow::Origin origin = workflow::originOf(services.parts, call.request.body);
    const bool isOurs = origin.match == workflow::Origin::Match::extended;
    Value answer = checkedFile(services.parts, verdict, name,
                               isOurs ? services.parts.rows.signing(origin.documentId) : std::nullopt);
    answer.set("origin", originValue(origin));
    answer.set("checked_at", base::isoInstant(at));
    return valueAnswer(200, answer);
}

}  // namespace

Value checkedFile(const workflow::DocumentParts& parts, const signing::FileVerdict& verdict, std::string_view name,
                  const std::optional<domain::Signing>& document) {
    Value file = workflow::readJson(signing::verdictJson(verdict, name), "");
    const base::Bytes own = officeCertificate(parts.key);
    Value::List signatures = *file.find("signatures")->list();
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const signing::SignatureVerdict& one = verdict.signatures.at(i);
        const bool isOwn = !own.empty() && one.certificateSha256 == own;
        signatures[i].set("demonstration", one.demonstration);
        signatures[i].set("office_seal", isOwn);
        signatures[i].set("typed_name", isOwn ? typedName(document, one.field) : Value());
    }
    file.set("signatures", std::move(signatures));
    return file;
}

std::vector<Route> verifyRoutes(const DocumentServices& services) {
    return {{"POST",
             "/api/v1/verify",
             domain::Action::readPublic,
             withType("application/pdf", [services](const Call& call) { return verify(services, call); }),
             {"name"}}};
}

}  // namespace http
