#include "server/http/message.h"

#include "server/http/tokens.h"

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

}  // namespace http
