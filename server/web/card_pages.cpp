#include "server/web/card_pages.h"

#include <algorithm>

#include "base/message.h"
#include "pdfgen/qr.h"
#include "server/http/answers.h"
#include "server/web/code_words.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// Partners who may still sign this document; the leader's representative accepts at the office.
void addOpenPartners(const Value& document, Value::List& signers) {
    for (const Value& one : listAt(document, "signers")) {
        const Value* order = one.find("order");
        const bool isPartner = order != nullptr && !order->isNull();
        if (isPartner && isToSign(textAt(document, "state"), textAt(one, "state"))) signers.push_back(one);
    }
}

Value::List openPartners(const Visit& visit, const std::string& meeting) {
    Value::List signers;
    for (const Value& document : visit.all("/documents?meeting=" + http::segmentOf(meeting)))
        addOpenPartners(document, signers);
    if (signers.empty()) visit.get("/meetings/" + http::segmentOf(meeting));  // perhaps it is not there
    return signers;
}

/// The signer with a new link; their earlier one ends.
Value cardOf(const Visit& visit, const Value& signer) {
    const Answer made = visit.send("POST", "/signers" + pagePath({textAt(signer, "id")}) + "/link");
    if (!made.isGood()) throw Refused{made.status, made.body};
    Value card = signer;
    const std::string link = textAt(made.body, "link");
    card.set("link", link);
    card.set("expires_at", textAt(made.body, "expires_at"));
    card.set("note", textAt(made.body, "note"));
    card.set("qr", pdfgen::qrSvg(pdfgen::qrCode(link), base::text(say("link.card.qr", {textAt(signer, "party")}))));
    return card;
}

Response cards(const Visit& visit, const Value::List& signers, const std::string& back) {
    Value::List made;
    for (const Value& one : signers) made.push_back(cardOf(visit, one));
    Value::Map data{{"back", back}, {"title", base::text(say("link.card.title"))}};
    if (!made.empty()) data["note"] = textAt(made.front(), "note");
    data["cards"] = std::move(made);
    return visit.page("cards", std::move(data));
}

Response ask(const Visit& visit, Value::List signers, const std::string& back) {
    Value::Map data{{"back", back}, {"title", base::text(say("link.card.title"))}};
    data["signers"] = std::move(signers);
    return visit.page("cards_ask", std::move(data));
}

std::string meetingPage(const Visit& visit) { return pagePath({"spotkania", visit.captured(0)}); }

Response askForMeeting(const Visit& visit) {
    return ask(visit, openPartners(visit, visit.captured(0)), meetingPage(visit));
}

Response cardsOfMeeting(const Visit& visit) {
    return cards(visit, openPartners(visit, visit.captured(0)), meetingPage(visit));
}

Value signerOf(const Visit& visit) { return visit.get("/signers" + pagePath({visit.captured(0)})); }

std::string documentPage(const Value& signer) { return pagePath({"dokumenty", textAt(signer, "document_id")}); }

Response askForSigner(const Visit& visit) {
    const Value signer = signerOf(visit);
    return ask(visit, {signer}, documentPage(signer));
}

Response cardOfSigner(const Visit& visit) {
    const Value signer = signerOf(visit);
    return cards(visit, {signer}, documentPage(signer));
}

}  // namespace

std::vector<Page> cardPages() {
    return {
        {"GET", "/spotkania/{id}/karty", askForMeeting},
        {"POST", "/spotkania/{id}/karty", cardsOfMeeting},
        {"GET", "/podpisujacy/{id}/karta", askForSigner},
        {"POST", "/podpisujacy/{id}/karta", cardOfSigner},
    };
}

}  // namespace web
