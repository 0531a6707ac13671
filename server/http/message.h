#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "templates/value.h"

namespace workflow {
struct BegunSession;
}

namespace http {

/// Names in lower case, values trimmed; the order is the sender's.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// A page of this process that asks for what it shows: it takes each answer's tree instead of its JSON.
struct PageAsking {
    std::shared_ptr<const workflow::BegunSession> session{};  ///< of its visitor, once a request has asked for it
};

/// One request, read whole and found well-formed before anybody sees it (RFC 9112). `body` is lent by the gate for as
/// long as the request is answered.
struct Request {
    std::string method{};  ///< "GET"; upper case
    std::string path{};    ///< "/api/v1/meetings/knurow-2019-11-13": as sent, without the query, escapes kept
    std::string query{};   ///< behind "?", escapes kept
    Fields fields{};
    base::ByteView body{};  ///< without the framing of its transfer
    std::string address{};  ///< the client's, as the gate knows it (behind a trusted proxy: X-Forwarded-For's last)
    std::string id{};       ///< of this request: 26 letters, in the log and in every problem
    PageAsking* page = nullptr;  ///< that makes this request; null for one from outside
    bool wantsTag = true;        ///< false where a page shows the answer alone: its ETag may be left out
};

/// The field's value, the first where there are more; nothing where it is missing. `name` in either case.
std::optional<std::string_view> field(const Fields& fields, std::string_view name);
std::optional<std::string_view> field(const Request& request, std::string_view name);

/// An answer. Whoever writes it to the wire adds the security headers, Content-Length, Date and X-Request-Id, and
/// refuses CR, LF and NUL in every field.
struct Response {
    int status = 200;
    Fields fields{};
    base::Bytes body{};
    std::optional<templates::Value> tree{};  ///< what the body says as JSON; the body may be empty until written()
    std::string route{};                     ///< for the log alone: the pattern that answered, "/api/v1/meetings/{id}"
    std::string finding{};  ///< for the log alone: a problem's key or an exception's type, never a value
};

/// Whatever answers requests: the router's answer(). Called by several threads at once.
using Handler = std::function<Response(const Request&)>;

/// `body` is JSON text.
Response json(int status, std::string body);

/// The tree as an answer of JSON that is not written yet.
Response valueAnswer(int status, templates::Value tree);

/// The answer with its body, where it has a tree alone.
Response written(Response response);

}  // namespace http
