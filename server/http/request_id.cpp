#include "server/http/request_id.h"

#include <sys/random.h>

#include <array>
#include <cerrno>

#include "base/bytes.h"
#include "base/error.h"
#include "base/system_reason.h"

namespace http {

std::string newRequestId() {
    std::array<char, 16> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))  // whole up to 256 bytes
        throw base::Error(base::ErrorCode::internal, base::say("http.cannot_start", {base::systemReason(errno)}));
    return base::base32({random.data(), random.size()});
}

}  // namespace http
