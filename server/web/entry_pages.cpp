#include "server/http/session_cookie.h"
#include "server/web/desk.h"
#include "server/web/page.h"
#include "server/web/page_data.h"
#include "server/web/refusal_page.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

/// A path of ours, never an address elsewhere; else the first page.
std::string ownPath(const std::string& path) {
    const bool isOwn = path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string::npos;
    return isOwn ? path : "/";
}

Response first(const Visit& visit) { return visit.session().isNull() ? visit.page("welcome", {}) : deskHome(visit); }

Response showLogIn(const Visit& visit) {
    Value::Map data{{"next", ownPath(visit.query("next"))}, {"kept", Value()}};
    if (visit.query("zrobiono") == "account") addDone(data, visit);  // the others are for who is logged in
    return logInPage(visit, std::move(data), 200);
}

/// The session's cookie goes on to the browser. Where a form was interrupted, its fields come back to be sent again.
Response logIn(const Visit& visit) {
    const Form& form = visit.form();
    const std::string next = ownPath(form.verbatim("next"));
    const Value wish = Value::Map{{"name", form.text("name")}, {"password", form.verbatim("password")}};
    const Answer answer = visit.send("POST", "/session", wish);
    Value::List kept;
    for (auto& [name, value] : form.typed())
        if (name.starts_with("kept__"))
            kept.emplace_back(Value::Map{{"name", name.substr(6)}, {"value", std::move(value)}});
    Value::Map data{{"next", next}, {"kept", kept}};
    if (!answer.isGood()) {
        addProblem(data, answer.body, form);
        return logInPage(visit, std::move(data), answer.status);
    }
    data["new_csrf_token"] = *answer.body.find("csrf_token");
    Response response = kept.empty() ? seeOther(next) : visit.page("send_again", std::move(data));
    for (const auto& field : answer.fields)
        if (field.first == "set-cookie") response.fields.push_back(field);
    return response;
}

Response logOut(const Visit& visit) {
    const Answer answer = visit.send("DELETE", "/session");
    Response response = seeOther("/");
    response.fields.emplace_back("set-cookie", http::endedCookie(visit.settings().transport));
    return answer.isGood() || answer.status == 401 ? response : afterChange(answer, "/");
}

Response showSetUp(const Visit& visit) { return visit.page("set_up", {}); }

Response setUp(const Visit& visit) {
    const Form& form = visit.form();
    const auto again = [](const Visit& same, Value::Map data, int status) {
        data["secret"] = same.form().verbatim("secret");
        return same.page("set_up", std::move(data), status);
    };
    if (form.verbatim("password") != form.verbatim("repeated")) {
        Value::Map data;
        addFault(data, "repeated", base::say("web.passwords_differ"), form);
        return again(visit, std::move(data), 422);
    }
    const Value wish = Value::Map{
        {"secret", form.verbatim("secret")}, {"name", form.text("name")}, {"password", form.verbatim("password")}};
    const Answer answer = visit.send("POST", "/setup", wish);
    if (answer.status != 401) return afterChange(visit, answer, doneAt("/logowanie", "account"), again);
    const Value detail = valueAt(answer.body, "detail");  // the code opens nothing: a fault of its field
    return again(visit, {{"name", form.text("name")}, {"fault_secret", detail}}, 422);
}

Response language(const Visit& visit) {
    Response response = seeOther(ownPath(visit.form().verbatim("next")));
    const char* chosen = visit.form().text("language") == "en" ? "en" : "pl";
    response.fields.emplace_back("set-cookie",
                                 std::string("language=") + chosen + "; Path=/; Max-Age=31536000; SameSite=Lax");
    return response;
}

Page assetPage(const std::string& name, const std::string& type) {
    return {"GET", "/" + name, [name, type](const Visit&) {
                Response response;
                response.fields = {{"content-type", type}, {"cache-control", "public, max-age=3600"}};
                response.body = asset(name);
                return response;
            }};
}

}  // namespace

std::vector<Page> entryPages() {
    return {
        {"GET", "/", first},
        {"GET", "/logowanie", showLogIn},
        {"POST", "/logowanie", logIn},
        {"POST", "/wylogowanie", logOut},
        {"GET", "/pierwsze-konto", showSetUp},
        {"POST", "/pierwsze-konto", setUp},
        {"POST", "/jezyk", language},
        assetPage("style.css", "text/css; charset=utf-8"),
        assetPage("akces.js", "text/javascript; charset=utf-8"),
        assetPage("icon.svg", "image/svg+xml"),
    };
}

}  // namespace web
