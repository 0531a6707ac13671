#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/http/transport.h"
#include "server/web/form.h"
#include "server/web/views.h"
#include "templates/value.h"

namespace web {

/// An answer of the API: `body` is its JSON, null where it has none.
struct Answer {
    int status = 0;
    templates::Value body{};
    http::Fields fields{};
    bool isGood() const { return status >= 200 && status < 300; }
};

/// The API's refusal of what a page needs: it becomes a page of its own (refusal_page.h).
struct Refused {
    int status = 0;
    templates::Value problem{};  ///< RFC 9457
};

struct WebSettings {
    http::Transport transport = http::Transport::plain;
};

/// One request for a page, and what its page asks the API in its name: with the visitor's cookie, language and address,
/// so the API's policy decides everything. Changes carry the form's CSRF token.
class Visit {
public:
    Visit(const http::Request& request, std::vector<std::string> captured, const http::Handler& api, const Views& views,
          const WebSettings& settings)
        : request_(request), captured_(std::move(captured)), api_(api), views_(views), settings_(settings) {}

    const http::Request& request() const { return request_; }
    const WebSettings& settings() const { return settings_; }
    /// What the pattern's {names} stand for.
    const std::string& captured(std::size_t place) const { return captured_.at(place); }
    /// The query's value; empty where it is missing or malformed.
    std::string query(std::string_view name) const;
    /// The form that came with the request. Throws Error(usage) as Form.
    const Form& form() const;

    /// GET of the API: `target` is behind "/api/v1", with its query, of which what is empty is left out. Throws Refused
    /// for all but 2xx.
    templates::Value get(const std::string& target) const;
    /// The same without an ETag's "if_match": for what is shown alone.
    templates::Value look(const std::string& target) const;
    /// The same with null where the API refuses.
    templates::Value find(const std::string& target) const;
    /// What the service says of itself (/health/ready), also when it is not ready; null where it says nothing.
    templates::Value health() const;
    /// All items of a list, page after page, 2,000 at most.
    templates::Value::List all(const std::string& target) const;
    /// A file of the API as it is.
    http::Response file(const std::string& target) const;

    /// A change: a JSON body, or none for null. If-Match and Idempotency-Key are the form's fields "if_match" and
    /// "idempotency_key" where it has them.
    Answer send(const std::string& method, const std::string& target, const templates::Value& body = {}) const;
    /// The same where one form makes several changes: `part` tells their Idempotency-Keys apart.
    Answer sendPart(const std::string& part, const std::string& method, const std::string& target,
                    const templates::Value& body = {}) const;
    /// A change with a raw body.
    Answer sendRaw(const std::string& method, const std::string& target, const std::string& type, base::ByteView body,
                   const std::string& part = {}) const;

    /// The page with what every page shows: who is logged in and what they may, their CSRF token, language and path.
    http::Response page(std::string_view name, templates::Value::Map data, int status = 200) const;
    /// The session as the API knows it; null for nobody.
    const templates::Value& session() const;

private:
    http::Request inner(const std::string& method, const std::string& target) const;
    Answer answered(const http::Request& request) const;
    Answer good(const http::Request& request) const;

    const http::Request& request_;
    std::vector<std::string> captured_;
    const http::Handler& api_;
    const Views& views_;
    const WebSettings& settings_;
    mutable std::optional<Form> form_{};
    mutable std::optional<templates::Value> session_{};
    mutable http::PageAsking asking_{};
};

/// 303: the browser asks for that page by GET.
http::Response seeOther(std::string path);
/// The path of a page with each part as an escaped segment: pathOf({"spotkania", id}).
std::string pagePath(std::initializer_list<std::string_view> parts);

}  // namespace web
