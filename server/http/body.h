#pragma once

#include <utility>
#include <vector>

#include "server/http/problem.h"
#include "server/http/router.h"
#include "server/workflow/reading.h"

/// Bodies of JSON, read strictly: what describe() does not name is a fault, and each fault has its JSON pointer.
namespace http {

/// What the body says that it is, without parameters (RFC 9110 section 8.3.1); empty where it says nothing.
std::string_view mediaType(const Request& request);

/// Whether the body says that it is of this media type; parameters do not matter.
bool isType(const Request& request, std::string_view type);

/// Whether it says application/json; its charset is always UTF-8 (RFC 8259 section 8.1).
bool isJson(const Request& request);

/// The body's tree. Throws Error(data) for what is no JSON, has a key twice, a NUL in a text, or more than 32 levels.
templates::Value bodyTree(const Request& request);

/// Throws Error(data) with all faults when there are any.
void throwIfAny(std::vector<base::Fault> faults);

/// The body as a struct that describes itself. Throws Error(data) with all faults.
template <class T>
T readBody(const Request& request) {
    const templates::Value tree = bodyTree(request);
    std::vector<base::Fault> faults;
    T body;
    if (tree.map() == nullptr)
        faults.push_back({{}, base::say("json.wants_object")});
    else
        workflow::Reading::whole(tree, "", "", faults, body);
    throwIfAny(std::move(faults));
    return body;
}

/// A handler that wants a body: `answer(call, T)`. Another media type is answered by 415.
template <class T, class Answer>
std::function<Response(const Call&)> withBody(Answer answer) {
    return [answer = std::move(answer)](const Call& call) {
        if (!isJson(call.request)) return problem(415, base::say("media.type", {"application/json"}), call.request.id);
        return answer(call, readBody<T>(call.request));
    };
}

/// The words as what `named` makes of them ("clerk" → Role::clerk); a fault for each unknown one at "/key/0" …
template <class Named>
std::vector<Named> namedAll(const std::vector<std::string>& words, const std::string& key,
                            std::optional<Named> (*named)(std::string_view),
                            base::Message (*unknown)(const std::string&), std::vector<base::Fault>& faults) {
    std::vector<Named> all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const auto one = named(words[i]))
            all.push_back(*one);
        else
            faults.push_back({{{}, 0, 0, '/' + key + '/' + std::to_string(i)}, unknown(words[i])});
    }
    return all;
}

}  // namespace http
