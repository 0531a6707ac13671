#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace http {

/// RFC 9110 section 5.6.2.
bool isToken(std::string_view text);

bool isHexDigit(char c);

/// The value of one hexadecimal digit.
unsigned hexValue(char digit);

/// Equal without regard to the case of A–Z, as field names, hosts and codings are.
bool sameWord(std::string_view a, std::string_view b);

/// Without spaces and tabs at both ends (OWS, RFC 9110 section 5.6.3).
std::string_view withoutPadding(std::string_view text);

/// One header field's line in its name and trimmed value; nothing where it is none: no colon, a name that is no token
/// (a space before the colon, a folded line), RFC 9112 section 5.1.
std::optional<std::pair<std::string_view, std::string_view>> fieldOf(std::string_view line);

}  // namespace http
