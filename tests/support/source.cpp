#include "tests/support/source.h"

namespace support {

std::string source(const std::string& below) { return std::string(AKCES_SOURCE_DIR "/") + below; }

}  // namespace support
