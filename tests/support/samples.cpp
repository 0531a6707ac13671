#include "tests/support/samples.h"

#include "base/file.h"
#include "tests/support/source.h"

namespace support {

std::string sampleFile(const std::string& name) { return source("config/samples/" + name); }

base::Bytes sample(const std::string& name) { return base::readFile(sampleFile(name), 1 << 20); }

const std::vector<std::string>& sampleMeetings() {
    static const std::vector<std::string> names = {"bedzin-2019-11-27", "knurow-2019-11-13"};
    return names;
}

}  // namespace support
