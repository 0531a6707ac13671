#pragma once

#include <vector>

#include "signing/openssl.h"
#include "signing/validate.h"

namespace signing {

struct TrustAnchors::State {
    std::vector<Certificate> certificates{};
};

}  // namespace signing
