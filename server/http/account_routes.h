#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/http/session_cookie.h"
#include "server/workflow/audit.h"
#include "server/workflow/sessions.h"
#include "server/workflow/setup.h"
#include "server/workflow/tokens.h"
#include "server/workflow/users.h"

namespace http {

/// What the routes of accounts call; all of it must outlive them.
struct AccountServices {
    workflow::Setup& setup;
    workflow::Sessions& sessions;
    workflow::Users& users;
    workflow::Tokens& tokens;
    workflow::Audit& audit;
    Transport transport = Transport::plain;
};

/// /api/v1/setup, /session and what hangs on it.
std::vector<Route> sessionRoutes(const AccountServices& services);
/// /api/v1/users.
std::vector<Route> userRoutes(const AccountServices& services);
/// /api/v1/tokens, and administrators' look at those of others.
std::vector<Route> tokenRoutes(const AccountServices& services);
/// /api/v1/audit.
std::vector<Route> auditRoutes(const AccountServices& services);

/// All of them.
std::vector<Route> accountRoutes(const AccountServices& services);

}  // namespace http
