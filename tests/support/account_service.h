#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/account_routes.h"
#include "server/http/auth.h"
#include "server/http/router.h"
#include "server/workflow/json_value.h"
#include "server/workflow/secret.h"
#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"

namespace support {

/// The routes of accounts over rows in memory, without a socket.
struct AccountService {
    AccountService();
    ~AccountService();
    MemoryAccounts rows{};
    Accounts<MemoryAccounts> accounts{rows};
    http::AccountServices services{accounts.setup,  accounts.sessions, accounts.users,
                                   accounts.tokens, accounts.audit,    http::Transport::plain};
    http::Router router{http::accountRoutes(services), http::Auth(accounts.identify, {}), domain::may};
    domain::User admin = accounts.makeUser("admin", {domain::Role::administrator});
    domain::User clerk = accounts.makeUser("clerk", {domain::Role::clerk});

    static http::Request request(std::string method, std::string_view target, http::Fields fields,
                                 std::string_view body = "");
    /// Cookie and CSRF token of a new session.
    http::Fields as(const domain::User& user);
    http::Response ask(std::string method, std::string_view target, http::Fields fields = {},
                       std::string_view body = "");
};

inline std::string fieldOf(const http::Response& response, std::string_view name) {
    for (const auto& [each, value] : response.fields)
        if (each == name) return value;
    return "";
}

inline templates::Value tree(const http::Response& response) { return workflow::readJson(response.body, "answer"); }

/// The text at a dotted path of the answer's JSON; empty where there is none.
inline std::string textAt(const http::Response& response, std::string_view path) {
    const templates::Value whole = tree(response);
    const templates::Value* value = whole.at(path);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
}

/// "pointer" of each of a problem's errors.
inline std::vector<std::string> pointers(const http::Response& response) {
    std::vector<std::string> found;
    const templates::Value whole = tree(response);
    const templates::Value* errors = whole.find("errors");
    if (errors == nullptr) return found;
    for (const templates::Value& error : *errors->list())
        found.push_back(error.find("pointer") == nullptr ? "" : *error.find("pointer")->text());
    return found;
}

}  // namespace support
