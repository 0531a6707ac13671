#include "server/report/zip_file.h"

#include <Poco/DateTime.h>
#include <Poco/Exception.h>
#include <Poco/Timestamp.h>
#include <Poco/Zip/Compress.h>

#include <sstream>

#include "base/error.h"

namespace report {

base::Bytes zipFile(const std::vector<std::pair<std::string, base::Bytes>>& files, base::Instant at) try {
    const Poco::DateTime time(Poco::Timestamp::fromEpochTime(at.time_since_epoch().count()));
    std::stringstream out;
    Poco::Zip::Compress compress(out, true);
    for (const auto& [name, bytes] : files) {
        std::istringstream in(bytes);
        compress.addFile(in, time, Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    compress.close();
    return std::move(out).str();
} catch (const Poco::Exception& problem) {
    throw base::Error(base::ErrorCode::internal, base::say("report.zip_failed")).with("poco", problem.displayText());
}

}  // namespace report
