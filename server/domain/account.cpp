#include "server/domain/account.h"

#include <algorithm>

#include "base/utf8.h"

namespace domain {
namespace {

using base::say;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '@';
}

}  // namespace

std::string userName(std::string_view typed) {
    std::string name(typed);
    std::transform(name.begin(), name.end(), name.begin(), small);
    return name;
}

std::optional<base::Message> nameFault(std::string_view name) {
    const bool isGood =
        !name.empty() && name.size() <= kLongestUserName && std::all_of(name.begin(), name.end(), isNameCharacter);
    if (isGood) return std::nullopt;
    return say("account.bad_name", {std::to_string(kLongestUserName)});
}

std::optional<base::Message> passwordFault(std::string_view password, std::string_view name) {
    if (!base::isUtf8(password)) return say("account.password_encoding");
    const std::size_t length = base::codePoints(password).size();
    if (length < kShortestPassword) return say("account.password_short", {std::to_string(kShortestPassword)});
    if (length > kLongestPassword) return say("account.password_long", {std::to_string(kLongestPassword)});
    if (!name.empty() && userName(password).find(name) != std::string::npos) return say("account.password_name");
    return std::nullopt;
}

}  // namespace domain
