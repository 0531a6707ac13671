#include <algorithm>

#include "base/message.h"
#include "server/domain/policy.h"
#include "server/http/answers.h"
#include "server/web/code_words.h"
#include "server/web/done.h"
#include "server/web/page.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using http::segmentOf;
using templates::Value;

constexpr const char* kUsers = "/konta";
constexpr const char* kOwn = "/konto";

std::string targetOf(const Visit& visit) { return "/users/" + segmentOf(visit.captured(0)); }
std::string pageOf(const Visit& visit) { return pagePath({"konta", visit.captured(0)}); }

/// The codes of a list as words, one behind another.
std::string joined(const Value::List& codes, std::string (*words)(std::string_view)) {
    std::string all;
    for (const Value& code : codes)
        if (const auto* text = code.text()) all += (all.empty() ? "" : ", ") + words(*text);
    return all;
}

/// Boxes of a form: each code with its words, ticked where `chosen` has it.
template <class Codes>
Value::List boxes(const Codes& codes, std::string (*words)(std::string_view), const Value::List& chosen) {
    Value::List boxes;
    for (const auto code : codes) {
        const std::string name(domain::name(code));
        const bool isChosen = std::find(chosen.begin(), chosen.end(), Value(name)) != chosen.end();
        boxes.emplace_back(Value::Map{{"code", name}, {"text", words(name)}, {"chosen", isChosen}});
    }
    return boxes;
}

Value::List ticked(const Visit& visit, std::string_view name) {
    Value::List values;
    if (visit.request().method == "POST")
        for (std::string& value : visit.form().texts(name)) values.emplace_back(std::move(value));
    return values;
}

/// What each role is for stands beside its box.
Value::List roleBoxes(const Value::List& chosen) {
    Value::List all = boxes(domain::kRoles, roleText, chosen);
    const base::Message why[] = {say("keep.role_clerk_for"), say("keep.role_reader_for"),
                                 say("keep.role_archivist_for"), say("keep.role_administrator_for")};
    for (std::size_t i = 0; i < all.size(); ++i) all[i].set("why", base::text(why[i]));
    return all;
}

Value::List tokenRows(Value::List tokens) {
    for (Value& one : tokens) {
        one.set("scopes_text", joined(listAt(one, "scopes"), scopeText));
        one.set("valid", textAt(one, "revoked_at").empty());
    }
    return tokens;
}

Response listed(const Visit& visit, Value::Map data, int status) {
    data["title"] = base::text(say("keep.users"));
    Value::List users = visit.all("/users");
    for (Value& one : users) one.set("roles_text", joined(listAt(one, "roles"), roleText));
    data["users"] = std::move(users);
    data["roles_boxes"] = roleBoxes(ticked(visit, "roles"));
    return visit.page("users", std::move(data), status);
}

Response list(const Visit& visit) { return listed(visit, {}, 200); }

Response add(const Visit& visit) {
    Value wish = visit.form().body({"name", "roles*"});
    wish.set("password", visit.form().verbatim("password"));
    return afterChange(visit, visit.send("POST", "/users", wish), doneAt(kUsers, "added"), listed);
}

Response shown(const Visit& visit, Value::Map data, int status) {
    Value user = visit.get(targetOf(visit));
    const Value* self = visit.session().at("user.id");
    data["self"] = self != nullptr && textAt(user, "id") == *self->text();
    data["title"] = base::text(say("keep.user_title", {textAt(user, "name")}));
    const Value::List typed = ticked(visit, "roles");
    data["roles_boxes"] = roleBoxes(typed.empty() ? listAt(user, "roles") : typed);
    data["tokens"] = tokenRows(visit.all(targetOf(visit) + "/tokens"));
    data["active"] = !isTrueAt(user, "disabled");
    data["account"] = std::move(user);
    return visit.page("user", std::move(data), status);
}

Response show(const Visit& visit) { return shown(visit, {}, 200); }

Response changeRoles(const Visit& visit) {
    const Answer answer = visit.send("PUT", targetOf(visit) + "/roles", visit.form().body({"roles*"}));
    return afterChange(visit, answer, doneAt(pageOf(visit), "saved"), shown);
}

Response changeState(const Visit& visit) {
    const Value wish = Value::Map{{"disabled", visit.form().text("disabled") == "yes"}};
    return afterChange(visit, visit.send("PUT", targetOf(visit) + "/disabled", wish), doneAt(pageOf(visit), "saved"),
                       shown);
}

Response setPassword(const Visit& visit) {
    const Value wish = Value::Map{{"password", visit.form().verbatim("password")}};
    const Answer answer = visit.send("PUT", targetOf(visit) + "/password", wish);
    return afterChange(visit, answer, doneAt(pageOf(visit), "password"), shown);
}

Response revokeOf(const Visit& visit) {
    const std::string target = targetOf(visit) + "/tokens/" + segmentOf(visit.captured(1));
    return afterChange(visit.send("DELETE", target), doneAt(pageOf(visit), "token"));
}

Response own(const Visit& visit, Value::Map data, int status) {
    data["title"] = base::text(say("keep.own"));
    data["tokens"] = tokenRows(visit.all("/tokens"));
    data["scopes_boxes"] = boxes(domain::kScopes, scopeText, ticked(visit, "scopes"));
    return visit.page("own_account", std::move(data), status);
}

Response showOwn(const Visit& visit) { return own(visit, {}, 200); }

Response changePassword(const Visit& visit) {
    const Form& form = visit.form();
    if (form.verbatim("new") != form.verbatim("repeated")) {
        Value::Map data;
        addFault(data, "repeated", say("web.passwords_differ"), form);
        return own(visit, std::move(data), 422);
    }
    const Value wish = Value::Map{{"current", form.verbatim("current")}, {"new", form.verbatim("new")}};
    return afterChange(visit, visit.send("PUT", "/session/password", wish), doneAt(kOwn, "password"), own);
}

/// The token's text is in this answer alone, so the page is the answer.
Response makeToken(const Visit& visit) {
    Value wish = visit.form().body({"label", "scopes*"});
    wish.set("expires_at", visit.form().text("expires_at") + "T22:00:00Z");  // midnight in Warsaw, or an hour before
    const Answer answer = visit.send("POST", "/tokens", wish);
    if (!answer.isGood()) return afterChange(visit, answer, kOwn, own);
    Value::Map data{{"title", base::text(say("keep.token_new"))}, {"made", answer.body}};
    return visit.page("new_token", std::move(data));
}

Response revokeOwn(const Visit& visit) {
    return afterChange(visit.send("DELETE", "/tokens/" + segmentOf(visit.captured(0))), doneAt(kOwn, "token"));
}

}  // namespace

std::vector<Page> accountPages() {
    const std::string user = std::string(kUsers) + "/{id}";
    return {
        {"GET", kUsers, list},
        {"POST", kUsers, add},
        {"GET", user, show},
        {"POST", user + "/uprawnienia", changeRoles},
        {"POST", user + "/stan", changeState},
        {"POST", user + "/haslo", setPassword},
        {"POST", user + "/klucze/{token}", revokeOf},
        {"GET", kOwn, showOwn},
        {"POST", "/konto/haslo", changePassword},
        {"POST", "/konto/klucze", makeToken},
        {"POST", "/konto/klucze/{id}", revokeOwn},
    };
}

}  // namespace web
