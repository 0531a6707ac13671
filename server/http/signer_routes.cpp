#include "base/error.h"
#include "server/http/answers.h"
#include "server/http/bound.h"
#include "server/http/document_json.h"
#include "server/http/document_routes.h"
#include "server/http/returned_file.h"

namespace http {
namespace {

using base::say;
using domain::Action;
using templates::Value;
using Services = DocumentServices;

constexpr std::int64_t kLongestLinkDays = 366;

struct CertificateBody {
    std::string sha256{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("sha256", self.sha256);
    }
};

struct LinkBody {
    std::optional<std::int64_t> days{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("days", self.days);
    }
};

const std::string& idOf(const Call& call) { return call.captured.at(0); }

Response signersOf(const Services& services, const Call& call) {
    Value::List data;
    for (const domain::Signer& one : workflow::documentWith(services.parts.rows, idOf(call)).signers)
        data.push_back(signerValue(one));
    return valueAnswer(200, Value::Map{{"data", std::move(data)}});
}

Response show(const Services& services, const Call& call) {
    return withTag(valueAnswer(200, signerValue(workflow::placeOfSigner(services.parts.rows, idOf(call)).signer())));
}

Response pin(const Services& services, const Call& call, const CertificateBody& body) {
    return documentAnswer(200, services.actions.pin(call.actor, idOf(call), body.sha256));
}

Response takeAny(const Services& services, const Call& call) {
    return documentAnswer(200, services.actions.pin(call.actor, idOf(call), ""));
}

Response giveUpSealing(const Services& services, const Call& call) {
    return documentAnswer(200, services.sealing.giveUp(call.actor, idOf(call)));
}

/// A signed file that came to the clerk by another way than the link.
Response receive(const Services& services, const Call& call) {
    const auto receipt = services.receiving.receive(call.actor, idOf(call), returnedFile(call.request, call.query));
    return receiptAnswer(200, receipt);
}

/// The only answer that ever holds the secret.
Response makeLink(const Services& services, const Call& call, const LinkBody& body) {
    const std::int64_t days = body.days.value_or(services.linkSettings.life.count());
    if (days < 1 || days > kLongestLinkDays)
        throwIfAny({{{{}, 0, 0, "/days"}, say("settings.number", {"1", std::to_string(kLongestLinkDays)})}});
    const auto place = workflow::placeOfSigner(services.parts.rows, idOf(call));
    domain::expectOpen(place.signing, place.signerId);
    const base::Instant expiresAt = services.parts.now() + std::chrono::days(days);
    const std::string secret = services.links.make(call.actor, place.signerId, expiresAt);
    Value::Map map;
    map["signer_id"] = place.signerId;
    map["link"] = services.linkSettings.publicUrl() + "/podpis/" + secret;
    map["api"] = services.linkSettings.publicUrl() + "/api/v1/links/" + secret;
    map["expires_at"] = base::isoInstant(expiresAt);
    map["reach"] = services.linkSettings.isLocal ? "this-machine" : "public";
    map["note"] = services.linkSettings.isLocal ? Value(base::text(say("link.this_machine"))) : Value();
    return created(pathOf({"signers", place.signerId, "link"}), valueAnswer(201, map));
}

Response revokeLink(const Services& services, const Call& call) {
    services.links.revoke(call.actor, workflow::placeOfSigner(services.parts.rows, idOf(call)).signerId);
    Response response;
    response.status = 204;
    return response;
}

}  // namespace

std::vector<Route> signerRoutes(const Services& services) {
    const std::string one = "/api/v1/signers/{id}";
    return {
        {"GET", "/api/v1/documents/{id}/signers", Action::readDocuments, bound(services, signersOf)},
        {"GET", one, Action::readDocuments, bound(services, show)},
        {"PUT", one + "/certificate", Action::changeDocuments, bound(services, pin)},
        {"DELETE", one + "/certificate", Action::changeDocuments, bound(services, takeAny)},
        {"POST", one + "/sealing-given-up", Action::changeDocuments, bound(services, giveUpSealing)},
        {"POST", one + "/signature", Action::changeDocuments, bound(services, receive), {"name"}},
        {"POST", one + "/link", Action::makeLinks, boundOrEmpty(services, makeLink)},
        {"DELETE", one + "/link", Action::makeLinks, bound(services, revokeLink)},
    };
}

}  // namespace http
