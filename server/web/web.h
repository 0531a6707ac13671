#pragma once

#include <vector>

#include "base/message.h"
#include "server/http/message.h"
#include "server/http/router.h"
#include "server/web/page.h"
#include "server/web/views.h"

namespace web {

/// The pages. Each asks the API in its visitor's name, so the API's one policy decides what a page may show and do; a
/// page adds words and layout, and turns refusals into pages that say what to do next.
class Web {
public:
    /// `api` is the router's answer(); it must outlive this.
    Web(http::Handler api, WebSettings settings);

    /// Answers for pages, and hands what is below /api, /health and /metrics to the API.
    http::Response answer(const http::Request& request) const noexcept;

    /// Method and pattern of every page.
    const std::vector<http::Route>& routes() const { return router_.routes(); }

private:
    std::vector<http::Route> routesOf(std::vector<Page> pages) const;
    http::Response shown(const Page& page, const http::Call& call) const;
    http::Response dressed(const http::Request& request, const http::Response& response) const;

    http::Handler api_;
    WebSettings settings_;
    Views views_;
    http::Router router_;
};

/// The language of a request: its cookie "language", else Accept-Language's first of the two, else Polish.
base::Language languageOf(const http::Request& request);

}  // namespace web
