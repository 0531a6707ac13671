#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "server/http/body.h"
#include "server/workflow/meetings.h"

/// What several routes answer in the same way.
namespace http {

/// "/api/v1" with each part as a segment behind it, what cannot stand in one escaped (RFC 3986 section 2.1).
std::string pathOf(std::initializer_list<std::string_view> parts);

/// The text as one segment of a path or a value of a query.
std::string segmentOf(std::string_view text);

/// The answer as 201 with its Location.
Response created(std::string location, Response response);

/// 204.
Response nothing();

/// The answer with a tag of its body.
Response withTag(Response response);

/// For a use case that changes something: If-Match must be there and name the content that it is shown (428, 412).
/// Lives as long as the request.
workflow::Expected requiredMatch(const Request& request);
/// The same where If-Match may be missing.
workflow::Expected honouredMatch(const Request& request);

/// A handler that wants a body of JSON as a tree: `answer(call, tree)`. Another media type is answered by 415.
template <class Answer>
std::function<Response(const Call&)> withTree(Answer answer) {
    return [answer = std::move(answer)](const Call& call) {
        if (!isJson(call.request)) return problem(415, base::say("media.type", {"application/json"}), call.request.id);
        return answer(call, bodyTree(call.request));
    };
}

/// The same for a body of another media type: `answer(call)`.
template <class Answer>
std::function<Response(const Call&)> withType(std::string type, Answer answer) {
    return [type = std::move(type), answer = std::move(answer)](const Call& call) {
        if (!isType(call.request, type)) return problem(415, base::say("media.type", {type}), call.request.id);
        return answer(call);
    };
}

}  // namespace http
