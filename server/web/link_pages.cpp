#include <algorithm>
#include <iterator>

#include "base/message.h"
#include "server/web/card_pages.h"
#include "server/web/code_words.h"
#include "server/web/link_view.h"
#include "server/web/page.h"
#include "server/web/page_data.h"
#include "server/web/page_text.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

const std::string& secretOf(const Visit& visit) { return visit.captured(0); }

std::string apiOf(const Visit& visit, const std::string& rest = {}) {
    return "/links" + pagePath({secretOf(visit)}) + rest;
}

std::string pageOf(const Visit& visit) { return pagePath({"podpis", secretOf(visit)}); }

/// One answer for every link that opens nothing; what else is refused is told as it is.
Response dead(const Visit& visit, const Refused& refused) {
    if (refused.status != 404) throw Refused(refused);
    return visit.page("link_dead", {{"path", "/"}}, refused.status);  // the same octets for each of them
}

std::string textOf(const Visit& visit) {
    try {
        return gluedMarkup(visit.file(apiOf(visit, "/text")).body);
    } catch (const Refused&) {
        return {};  // of a document that has none kept, or is no longer to be read: the page says so
    }
}

Response shown(const Visit& visit, Value::Map data, int status) {
    const Value place = visit.get(apiOf(visit));
    addLinkView(data, place);
    data["link"] = pageOf(visit);
    data["text"] = textOf(visit);
    data["has_notice"] = data["text"].text()->find("id=\"dokument-2\"") != std::string::npos;
    return visit.page("link", std::move(data), status);
}

Response again(const Visit& visit, Value::Map data, int status) {
    try {
        return shown(visit, std::move(data), status);
    } catch (const Refused& refused) {
        return dead(visit, refused);
    }
}

/// Looking changes nothing: who has not opened the document sees what it is, and a button.
Response show(const Visit& visit) try {
    const Value place = visit.get(apiOf(visit));
    if (!isUnopened(place)) return shown(visit, {}, 200);
    Value::Map data;
    addLinkView(data, place);
    data["link"] = pageOf(visit);
    data["office_name"] = textAt(visit.find("/office/contact"), "name");
    return visit.page("link_cover", std::move(data));
} catch (const Refused& refused) {
    return dead(visit, refused);
}

Response file(const Visit& visit) try { return visit.file(apiOf(visit, "/document")); } catch (const Refused& refused) {
    return dead(visit, refused);
}

Response picture(const Visit& visit) try {
    return visit.file(apiOf(visit, "/preview"));
} catch (const Refused& refused) {
    return dead(visit, refused);
}

/// After a change: the page once more by GET, at the place that says what came of it.
Response done(const Visit& visit, const Answer& answer, const std::string& anchor) {
    if (answer.status == 404) return dead(visit, {answer.status, answer.body});
    return afterChange(visit, answer, pageOf(visit) + anchor, again);
}

Response open(const Visit& visit) { return done(visit, visit.send("POST", apiOf(visit, "/opening")), ""); }

Response readNotice(const Visit& visit) {
    return done(visit, visit.send("POST", apiOf(visit, "/notice")), "#podpisanie");
}

Response signHere(const Visit& visit) {
    const Value body = visit.form().body({"name", "consent!"});
    return done(visit, visit.send("POST", apiOf(visit, "/signing"), body), "");
}

Response decline(const Visit& visit) {
    return done(visit, visit.send("POST", apiOf(visit, "/refusal"), visit.form().body({"reason"})), "");
}

/// The form again, with what is wrong with its field.
Response faulty(const Visit& visit, const std::string& field, const base::Message& message) {
    Value::Map data;
    addFault(data, field, message, visit.form());
    return again(visit, std::move(data), 422);
}

/// The verdict at once, on the page that the file came from.
Response receive(const Visit& visit) {
    const auto part = visit.form().file("file");
    if (!part) return faulty(visit, "file", base::say("link.page.no_file"));
    const std::string target = apiOf(visit, "/signature?name=") + pagePath({part->fileName}).substr(1);
    const Answer answer = visit.sendRaw("POST", target, "application/pdf", part->content);
    if (answer.isGood()) return again(visit, {{"receipt", receiptView(answer.body)}}, 200);
    return done(visit, answer, "");
}

Response attach(const Visit& visit) {
    const auto part = visit.form().file("attachment");
    if (!part) return faulty(visit, "attachment", base::say("link.page.no_file"));
    const std::string target = apiOf(visit, "/attachments?name=") + pagePath({part->fileName}).substr(1);
    return done(visit, visit.sendRaw("POST", target, "application/octet-stream", part->content), "#zalaczniki");
}

}  // namespace

std::vector<Page> linkPages() {
    const std::string link = "/podpis/{secret}";
    std::vector<Page> all{
        {"GET", link, show},
        {"GET", link + "/dokument", file},
        {"GET", link + "/podglad.png", picture},
        {"POST", link + "/otwarcie", open},
        {"POST", link + "/informacja", readNotice},
        {"POST", link + "/plik", receive},
        {"POST", link + "/podpisanie", signHere},
        {"POST", link + "/odmowa", decline},
        {"POST", link + "/zalacznik", attach},
    };
    std::ranges::move(cardPages(), std::back_inserter(all));
    return all;
}

}  // namespace web
