#include "server/http/message.h"

#include "server/http/tokens.h"
#include "server/workflow/json_value.h"

namespace http {

std::optional<std::string_view> field(const Fields& fields, std::string_view name) {
    for (const auto& [each, value] : fields)
        if (sameWord(each, name)) return value;
    return std::nullopt;
}

std::optional<std::string_view> field(const Request& request, std::string_view name) {
    return field(request.fields, name);
}

Response json(int status, std::string body) {
    Response response;
    response.status = status;
    response.fields = {{"content-type", "application/json"}};
    response.body = std::move(body);
    return response;
}

Response valueAnswer(int status, templates::Value tree) {
    Response response = json(status, {});
    response.tree = std::move(tree);
    return response;
}

Response written(Response response) {
    if (response.tree && response.body.empty()) response.body = workflow::valueJson(*response.tree);
    return response;
}

}  // namespace http
