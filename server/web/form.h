#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/http/multipart.h"
#include "templates/value.h"

namespace web {

/// What a form sent: application/x-www-form-urlencoded or multipart/form-data. A field's name is the JSON pointer of
/// what it stands for in the API's body, "/" as "__": "controller__name" is "/controller/name".
class Form {
public:
    Form() = default;
    /// Throws Error(usage) for a body that is no form or a text that is no UTF-8. Control characters pass: the API
    /// refuses them by their place, so that their field is shown.
    explicit Form(const http::Request& request);

    bool has(std::string_view name) const { return texts_.find(name) != texts_.end(); }
    /// Without spaces at both ends, lines ended by "\n"; empty where it is missing.
    std::string text(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    /// As it was typed: a password.
    std::string verbatim(std::string_view name) const;
    /// Whether a box of this name was ticked.
    bool isTicked(std::string_view name) const { return has(name); }
    /// A file that was chosen; nothing where none was. It views the request.
    std::optional<http::Part> file(std::string_view name) const;

    /// A body for the API of these fields: texts; a name ending in "?" only where it was filled in, in "!" as true or
    /// false, in "#" as a number where it is one, in "*" as a list of its lines or repeated values.
    templates::Value body(std::initializer_list<std::string_view> names) const;
    /// All texts by name, for showing the form again as it was filled in. Passwords and tokens are not in it.
    templates::Value::Map typed() const;

private:
    void addUrlEncoded(std::string_view body);
    void addMultipart(const http::Request& request);
    void add(const std::string& name, std::string value);

    std::map<std::string, std::vector<std::string>, std::less<>> texts_{};
    std::vector<http::Part> files_{};
};

}  // namespace web
