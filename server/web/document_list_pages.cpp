#include "server/http/answers.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr const char* kOnPage = "50";

base::Message stateWords(std::string_view state) {
    if (state == "draft") return say("document_state.draft");
    if (state == "issued") return say("document_state.issued");
    if (state == "sent") return say("document_state.sent");
    if (state == "partly-signed") return say("document_state.partly_signed");
    if (state == "signed") return say("document_state.signed");
    if (state == "archived") return say("document_state.archived");
    if (state == "declined") return say("document_state.declined");
    if (state == "expired") return say("document_state.expired");
    if (state == "sealing-failed") return say("document_state.sealing_failed");
    return say("document_state.voided");
}

Value::List states(const std::string& chosen) {
    Value::List all;
    for (const char* one : {"draft", "issued", "sent", "partly-signed", "signed", "archived", "declined", "expired",
                            "voided", "sealing-failed"})
        all.emplace_back(Value::Map{{"code", one}, {"text", words(stateWords(one))}, {"chosen", chosen == one}});
    return all;
}

Value::List meetings(const Visit& visit, const std::string& chosen) {
    Value::List all;
    for (const Value& one : visit.all("/meetings")) {
        all.emplace_back(Value::Map{{"id", textAt(one, "id")},
                                    {"name", shortName(one)},
                                    {"date", textAt(one, "date")},
                                    {"chosen", textAt(one, "id") == chosen}});
    }
    return all;
}

/// "key=value" for each that has one, from the second on with "&" before it.
std::string queryOf(std::initializer_list<std::pair<const char*, std::string>> all) {
    std::string query;
    for (const auto& [key, value] : all)
        if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string(key) + '=' + http::segmentOf(value);
    return query;
}

/// "signed of all" without the leader for whom nothing was asked yet.
std::string signedCount(const Value& document) {
    std::int64_t count = 0;
    const auto& signers = listAt(document, "signers");
    for (const Value& one : signers) count += textAt(one, "state") == "signed" ? 1 : 0;
    if (signers.empty()) return {};
    return base::text(say("desk.signed_of", {std::to_string(count), std::to_string(signers.size())}));
}

Response list(const Visit& visit) {
    const std::string meeting = visit.query("spotkanie");
    const std::string state = visit.query("stan");
    const std::string wish =
        queryOf({{"limit", kOnPage}, {"meeting", meeting}, {"state", state}, {"after", visit.query("po")}});
    Value page = visit.get("/documents" + wish);
    Value::List documents = takeList(page, "data");
    for (Value& one : documents) {
        one = dressedDocument(std::move(one));
        one.set("path", documentPath(textAt(one, "id")));
        one.set("signed_count", signedCount(one));
    }
    Value::Map data{{"documents", std::move(documents)},
                    {"meetings", meetings(visit, meeting)},
                    {"states", states(state)},
                    {"filtered", !meeting.empty() || !state.empty()},
                    {"title", words(say("web.documents"))}};
    if (const std::string next = textAt(page, "pagination.next"); !next.empty())
        data["next"] = "/dokumenty" + queryOf({{"spotkanie", meeting}, {"stan", state}, {"po", next}});
    if (!visit.query("po").empty()) data["before"] = "/dokumenty" + queryOf({{"spotkanie", meeting}, {"stan", state}});
    return visit.page("documents", std::move(data));
}

}  // namespace

std::vector<Page> documentListPages() { return {{"GET", "/dokumenty", list}}; }

}  // namespace web
