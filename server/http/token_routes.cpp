#include "base/error.h"
#include "server/http/account_json.h"
#include "server/http/account_routes.h"
#include "server/http/body.h"
#include "server/http/handling.h"
#include "server/http/page.h"

namespace http {
namespace {

using base::say;
using domain::Action;
using domain::Scope;

struct TokenBody {
    std::string label{}, expiresAt{};
    std::vector<std::string> scopes{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("label", self.label);
        visit.texts("scopes", self.scopes);
        visit.required("expires_at", self.expiresAt);
    }
};

workflow::TokenWish wishOf(const TokenBody& body) {
    std::vector<base::Fault> faults;
    const auto unknown = [](const std::string& word) { return say("account.unknown_scope", {word}); };
    workflow::TokenWish wish{body.label, namedAll<Scope>(body.scopes, "scopes", domain::scope, unknown, faults), {}};
    if (const auto expiry = base::parseInstant(body.expiresAt))
        wish.expiresAt = *expiry;
    else
        faults.push_back({{{}, 0, 0, "/expires_at"}, say("json.no_instant", {body.expiresAt})});
    throwIfAny(std::move(faults));
    return wish;
}

class TokenHandlers {
public:
    explicit TokenHandlers(const AccountServices& services) : tokens_(services.tokens), users_(services.users) {}

    Response list(const Call& call) const { return listOf(call, call.actor.id); }
    Response make(const Call& call, const TokenBody& body) const {
        const auto made = tokens_.make(call.actor, wishOf(body));
        templates::Value value = tokenValue(made.token);
        value.set("token", made.text);  // shown in this answer alone
        return valueAnswer(201, value);
    }
    Response revoke(const Call& call) const { return revokeOf(call, call.actor.id, call.captured.at(0)); }

    Response listOfUser(const Call& call) const { return listOf(call, users_.user(call.captured.at(0)).id); }
    Response revokeOfUser(const Call& call) const {
        return revokeOf(call, users_.user(call.captured.at(0)).id, call.captured.at(1));
    }

private:
    Response listOf(const Call& call, const std::string& owner) const {
        const auto page = pageOf(call.query);
        return pageAnswer(page, tokens_.list(owner, oneMore(page)), tokenValue,
                          [](const domain::ApiToken& token) { return token.id; });
    }
    Response revokeOf(const Call& call, const std::string& owner, const std::string& id) const {
        tokens_.revoke(call.actor, owner, id);
        return nothing();
    }
    workflow::Tokens& tokens_;
    workflow::Users& users_;
};

}  // namespace

std::vector<Route> tokenRoutes(const AccountServices& services) {
    const Handling handle{TokenHandlers(services)};
    return {
        {"GET", "/api/v1/tokens", Action::ownSession, handle(&TokenHandlers::list), kPage},
        {"POST", "/api/v1/tokens", Action::ownSession, handle(&TokenHandlers::make)},
        {"DELETE", "/api/v1/tokens/{id}", Action::ownSession, handle(&TokenHandlers::revoke)},
        {"GET", "/api/v1/users/{id}/tokens", Action::changeUsers, handle(&TokenHandlers::listOfUser), kPage},
        {"DELETE", "/api/v1/users/{id}/tokens/{token}", Action::changeUsers, handle(&TokenHandlers::revokeOfUser)},
    };
}

}  // namespace http
