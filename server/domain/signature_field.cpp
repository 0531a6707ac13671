#include "server/domain/signature_field.h"

#include <charconv>

namespace domain {
namespace {

constexpr std::string_view kPartner = "Partner-";

}  // namespace

std::string partnerField(std::int64_t order) { return std::string(kPartner) + std::to_string(order); }

std::optional<std::int64_t> orderOfField(std::string_view field) {
    if (!field.starts_with(kPartner)) return std::nullopt;
    const std::string_view digits = field.substr(kPartner.size());
    std::int64_t order = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), order);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return order;
}

}  // namespace domain
