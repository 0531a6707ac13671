#include "server/http/account_json.h"

namespace http {
namespace {

using templates::Value;

template <class Named>
Value names(const std::vector<Named>& all) {
    Value::List list;
    for (const Named one : all) list.emplace_back(domain::name(one));
    return list;
}

Value::Map thing(std::string_view kind, const std::string& id) {
    Value::Map map;
    map["kind"] = kind;
    map["id"] = id;
    return map;
}

std::string_view name(domain::AuditFault::Kind kind) {
    switch (kind) {
        case domain::AuditFault::Kind::missing:
            return "missing";
        case domain::AuditFault::Kind::altered:
            return "altered";
    }
    return "";
}

}  // namespace

Value userValue(const domain::User& user) {
    Value::Map map;
    map["id"] = user.id;
    map["name"] = user.name;
    map["roles"] = names(user.roles);
    map["disabled"] = user.isDisabled;
    map["made_at"] = base::isoInstant(user.madeAt);
    return map;
}

Value tokenValue(const domain::ApiToken& token) {
    Value::Map map;
    map["id"] = token.id;
    map["label"] = token.label;
    map["scopes"] = names(token.scopes);
    map["made_at"] = base::isoInstant(token.madeAt);
    map["expires_at"] = base::isoInstant(token.expiresAt);
    map["revoked_at"] = token.revokedAt ? Value(base::isoInstant(*token.revokedAt)) : Value();
    return map;
}

Value eventValue(const domain::AuditEvent& event) {
    Value::Map map;
    map["sequence"] = event.sequence;
    map["at"] = base::isoInstant(event.at);
    map["actor"] = thing(domain::name(event.actorKind), event.actorId);
    map["action"] = event.action;
    map["subject"] = thing(event.subjectKind, event.subjectId);
    map["detail"] = event.detail;
    map["hash"] = event.hash;
    return map;
}

Value checkValue(const workflow::AuditCheck& check) {
    Value::List faults;
    for (const domain::AuditFault& fault : check.faults) {
        Value::Map map;
        map["kind"] = name(fault.kind);
        map["sequence"] = fault.sequence;
        faults.emplace_back(std::move(map));
    }
    Value::Map map;
    map["intact"] = check.faults.empty();
    map["entries"] = check.count;
    map["last_hash"] = check.lastHash;
    map["faults"] = std::move(faults);
    return map;
}

}  // namespace http
