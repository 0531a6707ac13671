#include "base/civil_date.h"

#include <array>
#include <cstdio>

namespace base {
namespace {

using namespace std::chrono;

/// Exactly `count` digits at the front of `text`, taken off; -1 where they are not there.
int digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return -1;
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool sign(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<year_month_day> dateAtFront(std::string_view& text) {
    const int y = digits(text, 4);
    if (y < 0 || !sign(text, '-')) return {};
    const int m = digits(text, 2);
    if (m < 0 || !sign(text, '-')) return {};
    const int d = digits(text, 2);
    if (d < 0) return {};
    const year_month_day day{year{y}, month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok()) return {};
    return day;
}

std::optional<seconds> timeAtFront(std::string_view& text) {
    const int h = digits(text, 2);
    if (h < 0 || h > 23 || !sign(text, ':')) return {};
    const int m = digits(text, 2);
    if (m < 0 || m > 59) return {};
    int s = 0;
    if (sign(text, ':')) s = digits(text, 2);
    if (s < 0 || s > 59) return {};
    return hours{h} + minutes{m} + seconds{s};
}

std::optional<seconds> offsetAtFront(std::string_view& text) {
    if (sign(text, 'Z')) return seconds{0};
    const bool minus = !text.empty() && text.front() == '-';
    if (!minus && (text.empty() || text.front() != '+')) return {};
    text.remove_prefix(1);
    const int h = digits(text, 2);
    if (h < 0 || h > 14 || !sign(text, ':')) return {};
    const int m = digits(text, 2);
    if (m < 0 || m > 59) return {};
    const seconds offset = hours{h} + minutes{m};
    return minus ? -offset : offset;
}

struct Civil {
    year_month_day day;
    hh_mm_ss<seconds> time;
};

Civil civil(Instant at) {
    const auto midnight = floor<days>(at);
    return {year_month_day{midnight}, hh_mm_ss<seconds>{at - midnight}};
}

Instant lastSunday(year y, month m) { return sys_days{y / m / Sunday[last]} + hours{1}; }

template <std::size_t Size, class... Args>
std::string printed(const char* format, Args... args) {
    std::array<char, Size> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, args...);
    return buffer.data();
}

std::string local(Instant at, const char* format) {
    const auto offset = warsawOffset(at);
    const Civil c = civil(at + offset);
    return printed<64>(format, static_cast<int>(c.day.year()), static_cast<unsigned>(c.day.month()),
                       static_cast<unsigned>(c.day.day()), static_cast<int>(c.time.hours().count()),
                       static_cast<int>(c.time.minutes().count()), static_cast<int>(c.time.seconds().count()),
                       static_cast<int>(offset.count() / 60));
}

}  // namespace

std::optional<year_month_day> parseDate(std::string_view text) {
    const auto day = dateAtFront(text);
    return text.empty() ? day : std::nullopt;
}

std::string isoDate(year_month_day day) {
    return printed<32>("%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::optional<Instant> parseInstant(std::string_view text) {
    const auto day = dateAtFront(text);
    if (!day) return {};
    const Instant midnight = sys_days{*day};
    if (text.empty()) return midnight;
    if (!sign(text, 'T')) return {};
    const auto time = timeAtFront(text);
    if (!time) return {};
    const auto offset = offsetAtFront(text);
    if (!offset || !text.empty()) return {};
    return midnight + *time - *offset;
}

std::string isoInstant(Instant at) {
    const Civil c = civil(at);
    return printed<64>("%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(c.day.year()),
                       static_cast<unsigned>(c.day.month()), static_cast<unsigned>(c.day.day()),
                       static_cast<int>(c.time.hours().count()), static_cast<int>(c.time.minutes().count()),
                       static_cast<int>(c.time.seconds().count()));
}

minutes warsawOffset(Instant at) {
    const auto y = civil(at).day.year();
    const bool summer = at >= lastSunday(y, March) && at < lastSunday(y, October);
    return summer ? minutes{120} : minutes{60};
}

std::string pdfDate(Instant at) { return local(at, "D:%04d%02u%02u%02d%02d%02d+%02d'00'"); }

std::string warsawInstant(Instant at) { return local(at, "%04d-%02u-%02uT%02d:%02d:%02d+%02d:00"); }

std::string shortInstant(Instant at) {
    const Civil c = civil(at + warsawOffset(at));
    return printed<64>("%02u.%02u.%04d, %02d:%02d %s", static_cast<unsigned>(c.day.day()),
                       static_cast<unsigned>(c.day.month()), static_cast<int>(c.day.year()),
                       static_cast<int>(c.time.hours().count()), static_cast<int>(c.time.minutes().count()),
                       warsawOffset(at) == minutes{120} ? "CEST" : "CET");
}

year_month_day warsawDay(Instant at) { return civil(at + warsawOffset(at)).day; }

}  // namespace base
