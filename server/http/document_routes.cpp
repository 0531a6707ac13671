#include "server/http/document_routes.h"

#include <iterator>
#include <memory>

#include "base/error.h"
#include "server/http/answers.h"
#include "server/http/bound.h"
#include "server/http/document_json.h"
#include "server/http/etag.h"
#include "server/http/file_answer.h"
#include "server/http/office_body.h"
#include "server/http/page.h"
#include "server/workflow/json_value.h"
#include "server/workflow/record_json.h"
#include "server/workflow/revision_place.h"
#include "server/workflow/verdict_memory.h"
#include "signing/verdict_report.h"

namespace http {

Response textAnswer(const workflow::DocumentParts& parts, const domain::Document& document) {
    if (document.textSha256.empty()) throw base::Error(base::ErrorCode::notFound, base::say("document.no_text"));
    Response response;
    response.fields = {{"content-type", "text/html; charset=utf-8"}};
    response.body = parts.files.get(document.textSha256);
    return response;
}

Response pictureAnswer(const workflow::DocumentParts& parts, const Call& call, base::ByteView pdf) {
    const std::size_t page = call.query.number("page", 1);
    Response response;
    response.fields = {{"content-type", "image/png"}};
    response.body = parts.reader.picture(pdf, page);
    return response;
}

namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Action;
using templates::Value;
using Services = DocumentServices;

struct ReasonBody {
    std::string reason{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("reason", self.reason);
    }
};

struct AcceptanceBody {
    std::optional<std::string> counterpart{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("counterpart", self.counterpart);
    }
};

const std::string& idOf(const Call& call) { return call.captured.at(0); }

Response list(const Services& services, const Call& call) {
    workflow::DocumentWish wish{call.query.text("meeting"), {}, pageOf(call.query)};
    if (const auto state = call.query.find("state")) {
        wish.state = domain::documentState(*state);
        if (!wish.state) throw Error(ErrorCode::usage, say("query.malformed", {"state"}));
    }
    const workflow::PageWish page = wish.page;
    wish.page = oneMore(page);
    return pageAnswer(page, services.parts.rows.signings(wish), documentValue,
                      [](const domain::Signing& one) { return one.document.id; });
}

Response show(const Services& services, const Call& call) {
    return documentAnswer(200, workflow::documentWith(services.parts.rows, idOf(call)));
}

Response issuedFile(const Services& services, const Call& call) {
    const auto signing = workflow::documentWith(services.parts.rows, idOf(call));
    if (signing.document.issuedSha256.empty()) throw domain::forbids(signing.document.state);
    return fileAnswer("application/pdf", signing.document.fileName,
                      services.parts.files.get(signing.document.issuedSha256));
}

Response headFile(const Services& services, const Call& call) {
    const auto signing = workflow::documentWith(services.parts.rows, idOf(call));
    return fileAnswer("application/pdf", signing.document.fileName,
                      services.parts.files.get(signing.document.headSha256));
}

Response text(const Services& services, const Call& call) {
    return textAnswer(services.parts, workflow::documentWith(services.parts.rows, idOf(call)).document);
}

Response preview(const Services& services, const Call& call) {
    const auto signing = workflow::documentWith(services.parts.rows, idOf(call));
    return pictureAnswer(services.parts, call, services.parts.files.get(signing.document.headSha256));
}

/// Verdicts on the head and every counterpart.
Response signatures(const Services& services, workflow::VerdictMemory& memory, const Call& call) {
    const auto signing = workflow::documentWith(services.parts.rows, idOf(call));
    Value::List files;
    const auto uploads = services.parts.rows.uploadsOf(signing.document.id);
    const auto anchors = services.parts.anchors();
    const base::Instant at = services.parts.now();
    for (const workflow::RevisionFile& file : workflow::revisionFiles(signing.document, uploads)) {
        const auto verdict = memory.of(file.sha256, anchors, at, [&] {
            return services.parts.reader.validate(services.parts.files.get(file.sha256), anchors, at);
        });
        Value one = checkedFile(services.parts, verdict, file.name, signing);
        one.set("what", file.isHead ? "head" : "counterpart");
        files.push_back(std::move(one));
    }
    return valueAnswer(200, Value::Map{{"data", std::move(files)}});
}

Response issue(const Services& services, const Call& call) {
    return documentAnswer(200, services.actions.issue(call.actor, idOf(call), expectedVersion(call.request)));
}

Response send(const Services& services, const Call& call) {
    if (services.linkSettings.isLocal) throw Error(ErrorCode::conflict, say("public.url"));
    return documentAnswer(200, services.actions.send(call.actor, idOf(call), expectedVersion(call.request)));
}

Response expire(const Services& services, const Call& call) {
    return documentAnswer(200, services.actions.expire(call.actor, idOf(call), expectedVersion(call.request)));
}

Response makeVoid(const Services& services, const Call& call, const ReasonBody& body) {
    return documentAnswer(
        200, services.actions.makeVoid(call.actor, idOf(call), body.reason, expectedVersion(call.request)));
}

Response close(const Services& services, const Call& call, const ReasonBody& body) {
    return documentAnswer(200,
                          services.actions.close(call.actor, idOf(call), body.reason, expectedVersion(call.request)));
}

Response accept(const Services& services, const Call& call, const AcceptanceBody& body) {
    return documentAnswer(200, services.sealing.accept(call.actor, idOf(call), body.counterpart.value_or(""),
                                                       expectedVersion(call.request)));
}

Response retry(const Services& services, const Call& call) {
    return documentAnswer(200, services.sealing.retry(call.actor, idOf(call), expectedVersion(call.request)));
}

Response reissue(const Services& services, const Call& call) {
    const OfficeBody body = readOfficeBody(call.request, {"templates", "reason", "confirmed"});
    const auto old = workflow::documentWith(services.parts.rows, idOf(call));
    workflow::DraftWish wish{workflow::meetingWith(services.parts.meetings, old.document.meetingId),
                             body.office ? *body.office : services.office(),
                             services.namedTemplates(body.texts("templates")), old.document.demonstration};
    const auto confirmation = body.truth("confirmed") ? workflow::Confirmation::given : workflow::Confirmation::missing;
    const auto made = services.reissuing.reissue(call.actor, idOf(call), wish, body.text("reason"), confirmation,
                                                 expectedVersion(call.request));
    return created(pathOf({"documents", made.document.id}), documentAnswer(201, made));
}

Response archive(const Services& services, const Call& call) {
    const workflow::Archived made = services.archiving.archive(call.actor, idOf(call), expectedVersion(call.request));
    Value::List records;
    for (const domain::Record& one : made.records) records.push_back(workflow::readJson(workflow::recordJson(one), ""));
    Value::Map map;
    map["document"] = documentValue(made.signing);
    map["records"] = std::move(records);
    return created(pathOf({"archive", "records", made.records.front().id}), valueAnswer(201, map));
}

}  // namespace

std::vector<Route> documentRoutes(const Services& services) {
    const std::string one = "/api/v1/documents/{id}";
    const auto judged = [services, memory = std::make_shared<workflow::VerdictMemory>()](const Call& call) {
        return signatures(services, *memory, call);
    };
    return {
        {"GET",
         "/api/v1/documents",
         Action::readDocuments,
         bound(services, list),
         {"meeting", "state", "limit", "after"}},
        {"GET", one, Action::readDocuments, bound(services, show)},
        {"GET", one + "/issued", Action::readDocuments, bound(services, issuedFile)},
        {"GET", one + "/head", Action::readDocuments, bound(services, headFile)},
        {"GET", one + "/text", Action::readDocuments, bound(services, text)},
        {"GET", one + "/preview", Action::readDocuments, bound(services, preview), {"page"}},
        {"GET", one + "/signatures", Action::readDocuments, judged},
        {"POST", one + "/issue", Action::changeDocuments, bound(services, issue)},
        {"POST", one + "/send", Action::changeDocuments, bound(services, send)},
        {"POST", one + "/expire", Action::changeDocuments, bound(services, expire)},
        {"POST", one + "/void", Action::changeDocuments, bound(services, makeVoid)},
        {"POST", one + "/close", Action::changeDocuments, bound(services, close)},
        {"POST", one + "/reissue", Action::changeDocuments, bound(services, reissue)},
        {"POST", one + "/acceptance", Action::changeDocuments, boundOrEmpty(services, accept)},
        {"POST", one + "/sealing-retry", Action::changeDocuments, bound(services, retry)},
        {"POST", one + "/archive", Action::changeArchive, bound(services, archive)},
    };
}

std::vector<Route> allDocumentRoutes(const Services& services) {
    std::vector<Route> all = documentRoutes(services);
    for (std::vector<Route> more : {draftRoutes(services), batchRoutes(services), signerRoutes(services),
                                    linkRoutes(services), uploadRoutes(services), verifyRoutes(services)})
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

}  // namespace http
