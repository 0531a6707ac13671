#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/domain/policy.h"
#include "server/http/message.h"
#include "server/http/session_cookie.h"
#include "server/workflow/identify.h"

namespace http {

struct AuthSettings {
    Transport transport = Transport::plain;
    /// What a signer's link stands behind, as one segment: "/podpis/SECRET", "/api/v1/links/SECRET/document".
    std::vector<std::string> linkPaths{"/podpis/", "/api/v1/links/"};
};

/// From a request to who asks, as Router::Authenticate.
class Auth {
public:
    Auth(workflow::Identify& identify, AuthSettings settings) : identify_(identify), settings_(std::move(settings)) {}

    /// By a link's path, else by `Authorization` ("Bearer akces_…" or "Link …"), else by the session's cookie, else
    /// nobody. A change by cookie wants the session's token in X-CSRF-Token and must not come from another site. Throws
    /// Error(secret) for a wrong token, Error(notFound) for a wrong link, Error(forbidden) for a change without its
    /// CSRF token, Error(tooMany). A page's requests for reading ask for its session once.
    domain::Actor operator()(const Request& request) const;

private:
    std::optional<std::string_view> linkOf(std::string_view path) const;
    domain::Actor byAuthorization(std::string_view value, const Request& request) const;
    domain::Actor byCookie(const Request& request) const;
    std::shared_ptr<const workflow::BegunSession> sessionOf(const Request& request, std::string_view secret) const;

    workflow::Identify& identify_;
    AuthSettings settings_;
};

}  // namespace http
