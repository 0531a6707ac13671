#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>

#include "base/bytes.h"

/// Messages on a stream socket: eight octets of length, little end first, then the message.
namespace process {

/// How many milliseconds more to wait: asked before each wait; 0 gives up, negative is for ever.
using Patience = std::function<int()>;

/// Sends the parts as one message. False where the other side is gone or patience ended.
bool sendFrame(int socket, std::initializer_list<base::ByteView> parts, const Patience& patience);

/// The next message. Nothing where the other side is gone, patience ended, or it announces more than `most` octets.
std::optional<base::Bytes> receiveFrame(int socket, std::size_t most, const Patience& patience);

}  // namespace process
