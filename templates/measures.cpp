#include "templates/measures.h"

#include <charconv>
#include <system_error>

namespace templates {

double lengthPt(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (failed != std::errc{} || !(value >= 0) || value > 2000) return -1;
    if (unit == "mm") return value * 72 / 25.4;
    return unit.empty() || unit == "pt" ? value : -1;
}

double shareOf(std::string_view text) {
    if (!text.ends_with('*')) return -1;
    text.remove_suffix(1);
    if (text.empty()) return 1;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() && value > 0 && value <= 100 ? value : -1;
}

std::size_t timesOf(std::string_view text) {
    constexpr std::size_t most = 200;
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} && end == text.data() + text.size() && value <= most ? value : 0;
}

}  // namespace templates
