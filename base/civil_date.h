#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Instant = std::chrono::sys_seconds;

/// "2019-11-27" → the day, or nothing for any other text or a day that does not exist.
std::optional<std::chrono::year_month_day> parseDate(std::string_view text);

/// "2019-11-27"
std::string isoDate(std::chrono::year_month_day day);

/// "2026-01-31T12:00:00Z", also with an offset ("+01:00") or only a date (midnight UTC); nothing for any other text.
std::optional<Instant> parseInstant(std::string_view text);

/// "2026-01-31T12:00:00Z"
std::string isoInstant(Instant at);

/// Offset of Europe/Warsaw at `at`: one hour, two from the last Sunday of March to that of October, each at 01:00 UTC
/// (directive 2000/84/EC; years before 1996 differ, and do not concern us).
std::chrono::minutes warsawOffset(Instant at);

/// "D:20191127103000+01'00'", local time of Warsaw (ISO 32000-1 section 7.9.4).
std::string pdfDate(Instant at);

/// "2019-11-27T10:30:00+01:00", local time of Warsaw.
std::string warsawInstant(Instant at);

/// "27.11.2019, 10:30 CET", for tables; local time of Warsaw.
std::string shortInstant(Instant at);

/// The calendar day in Warsaw.
std::chrono::year_month_day warsawDay(Instant at);

}  // namespace base
