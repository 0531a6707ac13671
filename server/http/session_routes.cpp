#include "base/error.h"
#include "server/http/account_json.h"
#include "server/http/account_routes.h"
#include "server/http/body.h"
#include "server/http/handling.h"
#include "server/workflow/secret.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;

struct SetupBody {
    std::string secret{}, name{}, password{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("secret", self.secret);
        visit.verbatim("name", self.name);
        visit.verbatim("password", self.password);
    }
};

struct LogInBody {
    std::string name{}, password{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("name", self.name);
        visit.verbatim("password", self.password);
    }
};

struct PasswordBody {
    std::string current{}, wanted{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("current", self.current);
        visit.verbatim("new", self.wanted);
    }
};

Value sessionValue(const workflow::BegunSession& session) {
    Value::Map map;
    map["user"] = userValue(session.user);
    map["csrf_token"] = workflow::csrfToken(session.secret);
    map["expires_at"] = base::isoInstant(session.expiresAt);
    return map;
}

class SessionHandlers {
public:
    explicit SessionHandlers(const AccountServices& services) : services_(services) {}

    Response setUp(const Call& call, const SetupBody& body) const {
        return valueAnswer(
            201, userValue(services_.setup.finish(body.secret, {body.name, body.password, {}}, call.request.address)));
    }
    Response logIn(const Call& call, const LogInBody& body) const {
        const auto session = services_.sessions.begin(body.name, body.password, call.request.address);
        Response response = valueAnswer(201, sessionValue(session));
        response.fields.emplace_back("set-cookie", sessionCookie(session.secret, session.life, services_.transport));
        return response;
    }
    Response show(const Call& call) const {
        const PageAsking* page = call.request.page;
        if (page != nullptr && page->session) return valueAnswer(200, sessionValue(*page->session));
        const auto session = services_.sessions.find(secretOf(call));
        if (!session) throw base::Error(base::ErrorCode::secret, base::say("http.not_logged_in"));
        return valueAnswer(200, sessionValue(*session));
    }
    Response logOut(const Call& call) const {
        services_.sessions.end(call.actor, secretOf(call));
        Response response = nothing();
        response.fields = {{"set-cookie", endedCookie(services_.transport)}};
        return response;
    }
    Response changePassword(const Call& call, const PasswordBody& body) const {
        services_.sessions.changePassword(call.actor, secretOf(call), body.current, body.wanted);
        return nothing();
    }

private:
    std::string secretOf(const Call& call) const {
        return sessionSecret(call.request, services_.transport).value_or(std::string());
    }
    AccountServices services_;
};

}  // namespace

std::vector<Route> sessionRoutes(const AccountServices& services) {
    const Handling handle{SessionHandlers(services)};
    return {
        {"POST", "/api/v1/setup", Action::logIn, handle(&SessionHandlers::setUp)},
        {"POST", "/api/v1/session", Action::logIn, handle(&SessionHandlers::logIn)},
        {"GET", "/api/v1/session", Action::ownSession, handle(&SessionHandlers::show)},
        {"DELETE", "/api/v1/session", Action::ownSession, handle(&SessionHandlers::logOut)},
        {"PUT", "/api/v1/session/password", Action::ownSession, handle(&SessionHandlers::changePassword)},
    };
}

}  // namespace http
