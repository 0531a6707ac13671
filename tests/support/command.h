#pragma once

#include <map>
#include <string>
#include <vector>

namespace support {

/// A command that ran in this process.
struct Outcome {
    int code = 0;
    std::string out{};
    std::string err{};
};

/// Runs `akces words...` at a fixed time with this environment.
Outcome command(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {},
                const char* now = "2027-06-30T12:00:00Z");

}  // namespace support
