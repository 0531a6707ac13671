#include "server/web/desk.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

std::string target(const Visit& visit, const char* action) {
    return pageTarget("/documents/", visit.captured(0)) + action;
}

std::string path(const Visit& visit) { return documentPath(visit.captured(0)); }

/// A change and what is said afterwards.
Response changed(const Visit& visit, const char* action, const char* what, const Value& body = {}) {
    const Answer answer = visit.send("POST", target(visit, action), body);
    if (answer.status == 422) return documentAgain(visit, answer);
    return afterChange(answer, doneAt(path(visit), what));
}

/// The reason in one of the page's forms; what is wrong with it stands beside it.
Value reasonOf(const Visit& visit, const std::string& form) {
    return Value::Map{{"reason", visit.form().text(form + "__reason")}};
}

Response changedFor(const Visit& visit, const std::string& form, const char* action, const char* what) {
    const Answer answer = visit.send("POST", target(visit, action), reasonOf(visit, form));
    if (isFaulty(answer)) return documentAgain(visit, answer, form);
    return afterChange(answer, doneAt(path(visit), what));
}

Response issue(const Visit& visit) { return changed(visit, "/issue", "issued"); }
Response send(const Visit& visit) { return changed(visit, "/send", "sent"); }
Response expire(const Visit& visit) { return changed(visit, "/expire", "expired"); }
Response retry(const Visit& visit) { return changed(visit, "/sealing-retry", "accepted"); }
Response archive(const Visit& visit) { return changed(visit, "/archive", "archived"); }

Response makeVoid(const Visit& visit) { return changedFor(visit, "void", "/void", "voided"); }
Response close(const Visit& visit) { return changedFor(visit, "close", "/close", "closed"); }

Response accept(const Visit& visit) {
    return changed(visit, "/acceptance", "accepted", visit.form().body({"counterpart?"}));
}

/// The new document takes the old one's place on the page too.
Response reissue(const Visit& visit) {
    Value wish = reasonOf(visit, "reissue");
    wish.set("confirmed", visit.form().isTicked("confirmed"));
    const Answer answer = visit.send("POST", target(visit, "/reissue"), wish);
    if (isFaulty(answer) || answer.status == 409) return documentAgain(visit, answer, "reissue");
    return afterChange(answer, doneAt(documentPath(textAt(answer.body, "id")), "reissued"));
}

}  // namespace

std::vector<Page> documentActionPages() {
    const std::string one = "/dokumenty/{id}";
    return {
        {"POST", one + "/wydanie", issue},        {"POST", one + "/wyslanie", send},
        {"POST", one + "/koniec", expire},        {"POST", one + "/anulowanie", makeVoid},
        {"POST", one + "/zamkniecie", close},     {"POST", one + "/ponowne-wydanie", reissue},
        {"POST", one + "/przyjecie", accept},     {"POST", one + "/pieczec", retry},
        {"POST", one + "/archiwizacja", archive},
    };
}

}  // namespace web
