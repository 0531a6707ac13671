#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace workflow {

/// What is wrong with a text that people will read, wherever it comes from: more than limits::kText characters, a
/// control character other than tab and line ends, or one that turns the order of writing round (Unicode's
/// bidirectional embeddings, overrides and isolates), by which a document would show something else than it says.
std::optional<base::Message> textFault(std::string_view text);

/// Whether a short text that somebody types may be taken: something, UTF-8 without such a fault, and not longer.
bool isPlain(std::string_view text, std::size_t mostCharacters);

}  // namespace workflow
