#pragma once

#include <string>

namespace support {

/// The full path of a file or folder of the sources. Only this knows where they are: all else that is compiled for
/// tests is the same in every clone, and a compiler cache finds it.
std::string source(const std::string& below);

}  // namespace support
