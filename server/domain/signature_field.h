#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How the signature fields of declarations are named, by the templates too.
namespace domain {

/// The leader's acceptance.
inline constexpr std::string_view kLeaderField = "Lider";

/// "Partner-3": the field of the participant with the order 3.
std::string partnerField(std::int64_t order);

/// The order that such a name holds, nothing for any other.
std::optional<std::int64_t> orderOfField(std::string_view field);

}  // namespace domain
