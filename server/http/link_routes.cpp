#include "base/error.h"
#include "server/http/bound.h"
#include "server/http/document_json.h"
#include "server/http/document_routes.h"
#include "server/http/file_answer.h"
#include "server/http/returned_file.h"
#include "server/workflow/revision_place.h"

namespace http {
namespace {

using base::say;
using domain::Action;
using templates::Value;
using Services = DocumentServices;

struct SigningBody {
    std::string name{};
    std::optional<bool> consent{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("name", self.name);
        visit.optional("consent", self.consent);
    }
};

struct RefusalBody {
    std::string reason{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("reason", self.reason);
    }
};

/// The signer whose link this is.
const std::string& signerOf(const Call& call) { return call.actor.id; }

workflow::SignerPlace placeOf(const Services& services, const Call& call) {
    return workflow::placeOfSigner(services.parts.rows, signerOf(call));
}

Value way(std::string_view name, const base::Message& text) {
    Value::Map map;
    map["name"] = name;
    map["text"] = base::text(text);
    return map;
}

/// What the signer may do now, each with what it needs and what it is worth.
Value waysOf(const workflow::SignerPlace& place) {
    Value::List ways;
    if (!domain::isOpen(place.signer())) return ways;
    ways.push_back(way("own-tool", say("way.own_tool")));
    if (place.signer().pinnedCertificate.empty()) ways.push_back(way("here", say("way.here")));
    ways.push_back(way("paper", say("way.paper")));
    ways.push_back(way("refusal", say("way.refusal")));
    return ways;
}

/// The signer sees the document and themselves, not the other signers.
Value placeValue(const workflow::SignerPlace& place) {
    const domain::Document& document = place.signing.document;
    Value::Map about;
    about["id"] = document.id;
    about["kind"] = domain::name(document.kind);
    about["file"] = document.fileName;
    about["state"] = domain::name(document.state);
    about["state_text"] = base::text(domain::words(document.state));
    about["issued_sha256"] = document.issuedSha256;
    about["demonstration"] = document.demonstration;
    Value::Map map;
    map["document"] = std::move(about);
    map["signer"] = signerValue(place.signer());
    map["ways"] = waysOf(place);
    return map;
}

/// What came by the signer's link and was not refused.
Value uploadsOf(const Services& services, const workflow::SignerPlace& place) {
    Value::List uploads;
    for (const domain::Upload& one : services.parts.rows.uploadsOf(place.signing.document.id))
        if (one.signerId == place.signerId && one.state != domain::UploadState::refused)
            uploads.push_back(uploadValue(one));
    return uploads;
}

/// With their files, and until when the signed copy stays.
Value placeValue(const Services& services, const workflow::SignerPlace& place) {
    Value value = placeValue(place);
    const auto until = workflow::copyUntil(services.parts.rows, place.signerId, services.linkSettings.copyLife);
    value.set("uploads", uploadsOf(services, place));
    value.set("copy_until", until ? Value(base::isoInstant(*until)) : Value());
    return value;
}

Response placeAnswer(const Services& services, const Call& call) {
    return valueAnswer(200, placeValue(services, placeOf(services, call)));
}

Response show(const Services& services, const Call& call) { return placeAnswer(services, call); }

Response open(const Services& services, const Call& call) {
    services.actions.open(call.actor, signerOf(call));
    return placeAnswer(services, call);
}

/// The file that the signer may have now.
base::Bytes copyFor(const Services& services, const workflow::SignerPlace& place) {
    const domain::Document& document = place.signing.document;
    if (document.issuedSha256.empty()) throw domain::forbids(document.state);
    return workflow::copyOf(services.parts.files, document, services.parts.rows.uploadsOf(document.id), place.signerId);
}

Response file(const Services& services, const Call& call) {
    const workflow::SignerPlace place = placeOf(services, call);
    return fileAnswer("application/pdf", place.signing.document.fileName, copyFor(services, place));
}

Response preview(const Services& services, const Call& call) {
    return pictureAnswer(services.parts, call, copyFor(services, placeOf(services, call)));
}

Response text(const Services& services, const Call& call) {
    const domain::Document document = placeOf(services, call).signing.document;
    if (document.issuedSha256.empty()) throw domain::forbids(document.state);
    return textAnswer(services.parts, document);
}

Response readNotice(const Services& services, const Call& call) {
    services.actions.readNotice(call.actor, signerOf(call));
    return placeAnswer(services, call);
}

Response receive(const Services& services, const Call& call) {
    const auto receipt = services.receiving.receive(call.actor, signerOf(call), returnedFile(call.request, call.query));
    Value answer = placeValue(services, placeOf(services, call));
    answer.set("upload", uploadValue(receipt.upload));
    answer.set("verdict", verdictWords(receipt));
    return valueAnswer(200, answer);
}

Response signHere(const Services& services, const Call& call, const SigningBody& body) {
    const auto consent = body.consent.value_or(false) ? workflow::Consent::given : workflow::Consent::missing;
    services.sealing.signHere(call.actor, signerOf(call), body.name, consent);
    return placeAnswer(services, call);
}

Response refuse(const Services& services, const Call& call, const RefusalBody& body) {
    services.actions.decline(call.actor, signerOf(call), body.reason);
    return placeAnswer(services, call);
}

Response attach(const Services& services, const Call& call) {
    if (!isWhatItSays(call.request))
        return problem(415, say("media.type", {"application/pdf, image/jpeg, image/png"}), call.request.id);
    const auto upload = services.paper.attach(call.actor, signerOf(call), returnedFile(call.request, call.query));
    return valueAnswer(201, uploadValue(upload));
}

}  // namespace

std::vector<Route> linkRoutes(const Services& services) {
    const std::string link = "/api/v1/links/{secret}";
    return {
        {"GET", link, Action::signByLink, bound(services, show)},
        {"POST", link + "/opening", Action::signByLink, bound(services, open)},
        {"GET", link + "/document", Action::signByLink, bound(services, file)},
        {"GET", link + "/preview", Action::signByLink, bound(services, preview), {"page"}},
        {"GET", link + "/text", Action::signByLink, bound(services, text)},
        {"POST", link + "/notice", Action::signByLink, bound(services, readNotice)},
        {"POST", link + "/signature", Action::signByLink, bound(services, receive), {"name"}},
        {"POST", link + "/signing", Action::signByLink, bound(services, signHere)},
        {"POST", link + "/refusal", Action::signByLink, bound(services, refuse)},
        {"POST", link + "/attachments", Action::signByLink, bound(services, attach), {"name"}},
    };
}

}  // namespace http
