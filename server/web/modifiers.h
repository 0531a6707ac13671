#pragma once

#include <string>
#include <string_view>

namespace web {

/// What templates write behind a value's name, in the thread's language; what is no such value stays as it is.
std::string longDay(std::string_view isoDate);    ///< x-day: "27 listopada 2019 r."
std::string shortDay(std::string_view isoDate);   ///< x-short: "27.11.2019"
std::string moment(std::string_view isoInstant);  ///< x-moment: "27.11.2019, 10:30", local time of Warsaw
std::string hour(std::string_view isoInstant);    ///< x-hour: "10:30"
std::string fileSize(std::string_view octets);    ///< x-size: "2,5 MB", "27 kB"
std::string grouped(std::string_view number);     ///< x-number: "12 345"
// glued of page_text.h is x-glued

/// Makes them known to libctemplate, once for the whole program.
void addModifiers();

}  // namespace web
