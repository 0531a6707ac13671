#include "server/web/refusal_page.h"

#include "server/web/page_data.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

/// What the form held, to be sent again behind the log-in.
Value::List keptOf(const Visit& visit) {
    Value::List kept;
    for (auto& [name, value] : visit.form().typed())
        if (!name.starts_with("kept__") && name != "next" && name != "idempotency_key")
            kept.emplace_back(Value::Map{{"name", name}, {"value", std::move(value)}});
    return kept;
}

const char* pageFor(int status) {
    switch (status) {
        case 403:
            return "forbidden";
        case 404:
        case 410:
            return "not_found";
        case 409:
        case 412:
            return "conflict";
        default:
            return status >= 500 ? "failure" : "refused";
    }
}

}  // namespace

Response logInPage(const Visit& visit, Value::Map data, int status) {
    const http::Request& request = visit.request();
    data["logging_in"] = true;
    if (data.find("next") == data.end())
        data["next"] = request.path + (request.query.empty() ? "" : "?" + request.query);
    if (request.method == "POST" && data.find("kept") == data.end()) data["kept"] = keptOf(visit);
    Response response = visit.page("log_in", std::move(data), status);
    if (status == 401) response.fields.emplace_back("www-authenticate", "Bearer realm=\"akces\"");
    return response;
}

Response refusalPage(const Visit& visit, const Refused& refused) {
    if (refused.status == 401 && visit.session().isNull()) return logInPage(visit, {{"session_ended", true}}, 401);
    Value::Map data{{"refusal", refused.problem}, {"path", "/"}};  // an address may hold a secret: it is not said back
    return visit.page(pageFor(refused.status), std::move(data), refused.status);
}

}  // namespace web
