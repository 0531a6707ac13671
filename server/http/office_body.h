#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/office.h"
#include "server/http/message.h"
#include "templates/value.h"

namespace http {

/// A body of JSON that may bring its own office data ("office", schema office/1) beside a few plain members.
struct OfficeBody {
    std::optional<domain::Office> office{};
    templates::Value tree{};

    /// Throws Error(data) with the pointer where the member is of another type. Missing: empty, false.
    std::string text(std::string_view name) const;
    bool truth(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
};

/// Reads the body; no body is an empty object. Throws Error(data) with every fault: what is no JSON, members besides
/// `known` and "office", what readOffice() finds.
OfficeBody readOfficeBody(const Request& request, std::initializer_list<std::string_view> known);

}  // namespace http
