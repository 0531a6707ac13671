#pragma once

#include <optional>
#include <string>

#include "base/error.h"

namespace store {

/// What a name in a row means. Throws Error(unreadable) for one that this program never writes.
template <class Named>
Named known(std::optional<Named> named, const std::string& text) {
    if (!named) throw base::Error(base::ErrorCode::unreadable, base::say("store.unknown_name", {text}));
    return *named;
}

}  // namespace store
