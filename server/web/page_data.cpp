#include "server/web/page_data.h"

#include <algorithm>

#include "server/domain/policy.h"
#include "server/http/request_id.h"
#include "server/web/code_words.h"
#include "server/web/done.h"

namespace web {
namespace {

using templates::Value;

domain::Actor actorOf(const Value& session) {
    domain::Actor actor;
    const Value* roles = session.at("user.roles");
    if (roles == nullptr || roles->list() == nullptr) return actor;
    actor.kind = domain::Actor::Kind::user;
    for (const Value& one : *roles->list())
        if (const auto role = one.text() ? domain::role(*one.text()) : std::nullopt) actor.roles.push_back(*role);
    return actor;
}

void flatten(const std::string& name, const Value& value, Value::Map& map) {
    if (const auto* members = value.map()) {
        const std::string before = name.empty() ? name : name + "__";
        for (const auto& [key, member] : *members) flatten(before + key, member, map);
        return;
    }
    const auto* list = value.list();
    if (list == nullptr) {
        map[name] = value;
        return;
    }
    std::string lines;
    for (const Value& item : *list)
        if (const auto* text = item.text()) lines += (lines.empty() ? "" : "\n") + *text;
    map[name] = lines;
}

/// The form's own field of that name, or the one that holds it: a list's field for one of its lines.
std::string fieldOf(const Form& form, const std::string& name) {
    std::string field = name;
    while (!form.has(field)) {
        const auto step = field.rfind("__");
        if (step == std::string::npos) return name;
        field.resize(step);
    }
    return field;
}

Value errorOf(const Value& fault, const Form& form, Value::Map& data) {
    Value::Map error{{"detail", valueAt(fault, "detail")},
                     {"line", valueAt(fault, "line")},
                     {"column", valueAt(fault, "column")},
                     {"field", Value()}};
    const Value* pointer = fault.find("pointer");
    if (pointer == nullptr || pointer->text() == nullptr) return error;
    const std::string field = fieldOf(form, fieldName(*pointer->text()));
    error["field"] = field;
    error["pointer"] = *pointer;
    data["fault_" + field] = error["detail"];
    return error;
}

}  // namespace

void addCommon(Value::Map& data, const Visit& visit) {
    const Value& session = visit.session();
    data["user"] = valueAt(session, "user.name");
    data["csrf_token"] = valueAt(session, "csrf_token");
    data["session_expires_at"] = valueAt(session, "expires_at");
    const domain::Actor actor = actorOf(session);
    for (const domain::Action action : domain::kActions)
        data["may_" + std::string(domain::name(action))] = domain::may(actor, action);
    data["idempotency_key"] = http::newRequestId();
    const http::Request& request = visit.request();
    data.try_emplace("path", request.path + (request.query.empty() ? "" : "?" + request.query));
    if (!session.isNull()) addDone(data, visit);
    data["english"] = base::spokenLanguage() == base::Language::english;
}

void addProblem(Value::Map& data, const Value& problem, const Form& form) {
    Value::Map map{{"title", valueAt(problem, "title")}, {"detail", valueAt(problem, "detail")}};
    Value::List errors;
    const Value* faults = problem.find("errors");
    if (faults != nullptr && faults->list() != nullptr)
        for (const Value& fault : *faults->list()) errors.push_back(errorOf(fault, form, data));
    map["errors"] = std::move(errors);
    data["problem"] = std::move(map);
    for (auto& [name, value] : form.typed()) data[name] = std::move(value);
}

void addFault(Value::Map& data, const std::string& field, const base::Message& message, const Form& form) {
    const Value fault = Value::Map{{"detail", base::text(message)}, {"pointer", "/" + field}};
    const base::Message all = base::say("account.faults");
    addProblem(data, Value::Map{{"detail", base::text(all)}, {"errors", Value::List{fault}}}, form);
}

Value::Map flat(const Value& tree) {
    Value::Map map;
    flatten("", tree, map);
    return map;
}

std::string fieldName(std::string_view pointer) {
    std::string name;
    for (std::size_t i = pointer.starts_with('/') ? 1 : 0; i < pointer.size(); ++i)
        name += pointer[i] == '/' ? std::string("__") : std::string(1, pointer[i]);
    return name;
}

}  // namespace web
