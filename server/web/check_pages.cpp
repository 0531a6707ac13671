#include "base/message.h"
#include "server/web/page.h"
#include "server/web/verdict_words.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

constexpr const char* kCheck = "check";

Value::Map resultView(const Value& checked) {
    Value::Map data;
    Value::List signatures;
    const Value::List none, *found = checked.find("signatures") == nullptr ? &none : checked.find("signatures")->list();
    for (const Value& one : found == nullptr ? none : *found)
        signatures.push_back(signatureView(one, signatures.size() + 1));
    data["unsigned"] = signatures.empty();
    data["signatures"] = std::move(signatures);
    data["checked"] = checked;
    data["origin"] = base::text(originWords(checked));
    data["ours"] = *checked.at("origin.match") == Value("extended") || *checked.at("origin.match") == Value("issued");
    data["result"] = true;
    return data;
}

Response show(const Visit& visit) { return visit.page(kCheck, {}); }

Response noFile(const Visit& visit) {
    return visit.page(kCheck, {{"fault_file", base::text(base::say("check.no_file"))}}, 422);
}

/// Judges what came and keeps nothing: no key that would make the API remember its answer goes along.
Response check(const Visit& visit) {
    const auto part = visit.form().file("file");
    if (!part) return noFile(visit);
    const std::string target = "/verify?name=" + pagePath({part->fileName}).substr(1);
    const Answer answer = visit.sendRaw("POST", target, "application/pdf", part->content);
    if (answer.isGood()) return visit.page(kCheck, resultView(answer.body));
    if (answer.status != 422) throw Refused{answer.status, answer.body};
    const Value* detail = answer.body.find("detail");
    return visit.page(kCheck, {{"unreadable", detail == nullptr ? Value() : *detail}, {"file_name", part->fileName}},
                      422);
}

}  // namespace

std::vector<Page> checkPages() {
    return {
        {"GET", "/sprawdz-podpis", show},
        {"POST", "/sprawdz-podpis", check},
    };
}

}  // namespace web
