#pragma once

#include <string_view>
#include <vector>

namespace service {

/// A sample meeting; both texts are embedded in the program.
struct Sample {
    std::string_view folder{};   ///< "bedzin"
    std::string_view meeting{};  ///< JSON of schema meeting/1
    std::string_view office{};   ///< JSON of schema office/1
};

/// The two meetings that the demonstration shows.
std::vector<Sample> samples();

}  // namespace service
