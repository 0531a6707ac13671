#include "server/http/answers.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

std::string target(const Visit& visit, const char* action) { return targetInDocument(visit, "/signers/") + action; }

std::string path(const Visit& visit) { return documentPath(visit.captured(0)); }

/// The new link; this page is the only one that shows it.
Response makeLink(const Visit& visit) {
    const std::string place = target(visit, "");
    const Value signer = visit.get(place);
    const Answer answer = visit.send("POST", place + "/link", visit.form().body({"days#"}));
    if (isFaulty(answer)) return documentAgain(visit, answer, visit.captured(1));
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    Value link = answer.body;
    link.set("party", textAt(signer, "party"));
    link.set("person", textAt(signer, "expected_name"));
    link.set("path", path(visit));
    link.set("mark", "link-1");
    Value::Map data{{"note", textAt(link, "note")}, {"back", path(visit)}, {"failed", Value::List{}}};
    data["links"] = Value::List{std::move(link)};
    data["title"] = words(say("desk.links"));
    return visit.page("links", std::move(data));
}

Response revokeLink(const Visit& visit) {
    return afterChange(visit.send("DELETE", target(visit, "/link")), doneAt(path(visit), "revoked"));
}

Response giveUp(const Visit& visit) {
    return afterChange(visit.send("POST", target(visit, "/sealing-given-up")), doneAt(path(visit), "saved"));
}

/// A signed file that came by another way than the link. What is refused is kept in quarantine, and the page says why.
Response receive(const Visit& visit) {
    const auto file = visit.form().file("plik");
    const std::string name = file ? "?name=" + http::segmentOf(file->fileName) : "";
    const Answer answer = visit.sendRaw("POST", target(visit, "/signature") + name, "application/pdf",
                                        file ? file->content : base::ByteView());
    if (!answer.isGood()) return documentAgain(visit, answer);
    const bool waits = textAt(answer.body, "upload.state") == "waiting";
    return seeOther(doneAt(path(visit), waits ? "waits" : "received"));
}

}  // namespace

std::vector<Page> signerPages() {
    const std::string one = "/dokumenty/{id}/podpisujacy/{signer}";
    return {
        {"POST", one + "/link", makeLink},
        {"POST", one + "/link/wycofanie", revokeLink},
        {"POST", one + "/pieczec/rezygnacja", giveUp},
        {"POST", one + "/plik", receive},
    };
}

}  // namespace web
