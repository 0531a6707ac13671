#pragma once

#include <string>

namespace http {

/// A new request's id: 128 random bits as 26 letters and digits of base32. Throws Error(internal) where the system has
/// none.
std::string newRequestId();

}  // namespace http
