#include "server/web/visit.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "server/domain/policy.h"
#include "server/http/answers.h"
#include "server/http/query.h"
#include "server/http/tokens.h"
#include "server/web/code_words.h"
#include "server/web/page_data.h"
#include "server/workflow/json_value.h"

namespace web {
namespace {

using http::Request;
using http::Response;
using templates::Value;

constexpr std::string_view kApi = "/api/v1";
constexpr std::size_t kMostItems = 2000;
/// What the API needs of the visitor's own request.
constexpr std::string_view kHandedOn[] = {"cookie", "host", "origin", "sec-fetch-site", "accept-language"};

/// A field that was left empty asks for nothing: the API takes no parameter without a value.
std::string withoutEmpty(std::string_view query) {
    std::string filled;
    for (const auto& [name, value] : http::pairsOf(query))
        if (!value.empty()) filled.append(filled.empty() ? "" : "&").append(name).append("=").append(value);
    return filled;
}

std::string cursorIn(const Value& list) {
    const Value* next = list.at("pagination.next");
    return next != nullptr && next->text() != nullptr ? *next->text() : std::string();
}

}  // namespace

std::string Visit::query(std::string_view name) const {
    for (const auto& [each, escaped] : http::pairsOf(request_.query)) {
        if (each != name) continue;
        std::string value(escaped);
        std::replace(value.begin(), value.end(), '+', ' ');
        return http::unescaped(value).value_or("");
    }
    return {};
}

const Form& Visit::form() const {
    if (!form_) form_ = Form(request_);
    return *form_;
}

Request Visit::inner(const std::string& method, const std::string& target) const {
    Request request;
    request.method = method;
    const auto mark = std::min(target.find('?'), target.size());
    request.path = std::string(kApi) + target.substr(0, mark);
    request.query = withoutEmpty(target.substr(std::min(mark + 1, target.size())));
    for (const std::string_view name : kHandedOn)
        if (const auto value = http::field(request_, name)) request.fields.emplace_back(name, *value);
    request.address = request_.address;
    request.id = request_.id;
    request.page = &asking_;
    return request;
}

Answer Visit::answered(const Request& request) const {
    Response response = api_(request);
    Answer answer{response.status, {}, std::move(response.fields)};
    if (response.tree)
        answer.body = std::move(*response.tree);
    else if (http::field(answer.fields, "content-type").value_or("").find("json") != std::string_view::npos &&
             !response.body.empty())
        answer.body = workflow::readJson(response.body, "");
    return answer;
}

Answer Visit::good(const Request& request) const {
    Answer answer = answered(request);
    if (!answer.isGood()) throw Refused{answer.status, std::move(answer.body)};
    return answer;
}

Value Visit::get(const std::string& target) const {
    Answer answer = good(inner("GET", target));
    if (const auto tag = http::field(answer.fields, "etag"); tag && answer.body.map() != nullptr)
        answer.body.set("if_match", *tag);
    return std::move(answer.body);
}

Value Visit::look(const std::string& target) const {
    Request request = inner("GET", target);
    request.wantsTag = false;
    return good(request).body;
}

Value Visit::find(const std::string& target) const {
    Answer answer = answered(inner("GET", target));
    return answer.isGood() ? std::move(answer.body) : Value();
}

Value Visit::health() const {
    Request request = inner("GET", "");
    request.path = "/health/ready";
    return answered(request).body;
}

Value::List Visit::all(const std::string& target) const {
    Value::List items;
    const std::string more = target + (target.find('?') == std::string::npos ? "?" : "&") + "limit=200";
    for (std::string cursor, after;; after = "&after=" + cursor) {
        Value page = get(more + after);
        cursor = cursorIn(page);
        std::ranges::move(takeList(page, "data"), std::back_inserter(items));
        if (cursor.empty() || items.size() >= kMostItems) return items;
    }
}

Response Visit::file(const std::string& target) const {
    Response response = api_(inner("GET", target));
    if (response.status >= 300) throw Refused{response.status, workflow::readJson(response.body, "")};
    return response;
}

Answer Visit::send(const std::string& method, const std::string& target, const Value& body) const {
    return sendPart("", method, target, body);
}

Answer Visit::sendPart(const std::string& part, const std::string& method, const std::string& target,
                       const Value& body) const {
    if (body.isNull()) return sendRaw(method, target, "", "", part);
    return sendRaw(method, target, "application/json", workflow::valueJson(body), part);
}

Answer Visit::sendRaw(const std::string& method, const std::string& target, const std::string& type,
                      base::ByteView body, const std::string& part) const {
    Request request = inner(method, target);
    request.body = body;
    if (!type.empty()) request.fields.emplace_back("content-type", type);
    const auto hand = [&](std::string_view name, const char* field, const std::string& more = {}) {
        if (std::string value = form().verbatim(name); !value.empty()) request.fields.emplace_back(field, value + more);
    };
    hand("csrf_token", "x-csrf-token");
    hand("if_match", "if-match");
    if (method == "POST") hand("idempotency_key", "idempotency-key", part);
    Answer answer = answered(request);
    asking_ = {};  // the change may have been of the session itself
    return answer;
}

const Value& Visit::session() const {
    if (!session_) session_ = http::field(request_, "cookie") ? find("/session") : Value();
    return *session_;
}

Response Visit::page(std::string_view name, Value::Map data, int status) const {
    addCommon(data, *this);
    Response response;
    response.status = status;
    response.fields = {{"content-type", "text/html; charset=utf-8"}};
    response.body = views_.page(name, std::move(data));
    return response;
}

Response seeOther(std::string path) {
    Response response;
    response.status = 303;
    response.fields = {{"location", std::move(path)}};
    return response;
}

std::string pagePath(std::initializer_list<std::string_view> parts) {
    std::string path;
    for (const std::string_view part : parts) path += '/' + http::segmentOf(part);
    return path;
}

}  // namespace web
