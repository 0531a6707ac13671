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
using domain::Role;

struct UserBody {
    std::string name{}, password{};
    std::vector<std::string> roles{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("name", self.name);
        visit.verbatim("password", self.password);
        visit.texts("roles", self.roles);
    }
};

struct RolesBody {
    std::vector<std::string> roles{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.texts("roles", self.roles);
    }
};

struct DisabledBody {
    std::optional<bool> isDisabled{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("disabled", self.isDisabled);
    }
};

struct PasswordBody {
    std::string password{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("password", self.password);
    }
};

std::vector<Role> rolesOf(const std::vector<std::string>& words, std::vector<base::Fault>& faults) {
    const auto unknown = [](const std::string& word) { return say("account.unknown_role", {word}); };
    return namedAll<Role>(words, "roles", domain::role, unknown, faults);
}

/// Throws Error(data) for roles that are none, and then with what else is wrong.
workflow::NewUser wishOf(const UserBody& body) {
    std::vector<base::Fault> faults;
    workflow::NewUser wish{body.name, body.password, rolesOf(body.roles, faults)};
    if (!faults.empty())
        for (base::Fault& fault : workflow::loginFaults(wish.name, wish.password)) faults.push_back(std::move(fault));
    throwIfAny(std::move(faults));
    return wish;
}

class UserHandlers {
public:
    explicit UserHandlers(const AccountServices& services) : users_(services.users) {}

    Response list(const Call& call) const {
        const auto page = pageOf(call.query);
        return pageAnswer(page, users_.list(oneMore(page)), userValue,
                          [](const domain::User& user) { return user.id; });
    }
    Response make(const Call& call, const UserBody& body) const {
        const auto user = users_.make(call.actor, wishOf(body));
        return created(pathOf({"users", user.id}), valueAnswer(201, userValue(user)));
    }
    Response show(const Call& call) const { return valueAnswer(200, userValue(users_.user(call.captured.at(0)))); }
    Response setRoles(const Call& call, const RolesBody& body) const {
        std::vector<base::Fault> faults;
        auto roles = rolesOf(body.roles, faults);
        throwIfAny(std::move(faults));
        return changed(call, {std::move(roles), std::nullopt});
    }
    Response setDisabled(const Call& call, const DisabledBody& body) const {
        if (!body.isDisabled) throwIfAny({{{{}, 0, 0, "/disabled"}, say("json.missing")}});
        return changed(call, {std::nullopt, body.isDisabled});
    }
    Response resetPassword(const Call& call, const PasswordBody& body) const {
        users_.resetPassword(call.actor, call.captured.at(0), body.password);
        return nothing();
    }

private:
    Response changed(const Call& call, const workflow::UserChange& change) const {
        return valueAnswer(200, userValue(users_.change(call.actor, call.captured.at(0), change)));
    }
    workflow::Users& users_;
};

}  // namespace

std::vector<Route> userRoutes(const AccountServices& services) {
    const Handling handle{UserHandlers(services)};
    return {
        {"GET", "/api/v1/users", Action::changeUsers, handle(&UserHandlers::list), kPage},
        {"POST", "/api/v1/users", Action::changeUsers, handle(&UserHandlers::make)},
        {"GET", "/api/v1/users/{id}", Action::changeUsers, handle(&UserHandlers::show)},
        {"PUT", "/api/v1/users/{id}/roles", Action::changeUsers, handle(&UserHandlers::setRoles)},
        {"PUT", "/api/v1/users/{id}/disabled", Action::changeUsers, handle(&UserHandlers::setDisabled)},
        {"PUT", "/api/v1/users/{id}/password", Action::changeUsers, handle(&UserHandlers::resetPassword)},
    };
}

}  // namespace http
