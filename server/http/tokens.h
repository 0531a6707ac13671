#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace http {

/// RFC 9110 section 5.6.2.
bool isToken(std::string_view text);

bool isLetterOrDigit(char c);  ///< of ASCII

bool isHexDigit(char c);

/// The value of one hexadecimal digit.
unsigned hexValue(char digit);

/// Equal without regard to the case of A–Z, as field names, hosts and codings are.
bool sameWord(std::string_view a, std::string_view b);

/// Without spaces and tabs at both ends (OWS, RFC 9110 section 5.6.3).
std::string_view withoutPadding(std::string_view text);

/// With "%" and two digits for every octet that is not plain (RFC 3986 section 2.1).
std::string escaped(std::string_view text, bool (*isPlain)(char));
/// Decoded once; nothing for an escape that is none, and for what is no UTF-8 or has control characters then.
std::optional<std::string> unescaped(std::string_view text);

/// One header field's line in its name and trimmed value; nothing where it is none: no colon, a name that is no token
/// (a space before the colon, a folded line), RFC 9112 section 5.1.
std::optional<std::pair<std::string_view, std::string_view>> fieldOf(std::string_view line);

}  // namespace http
