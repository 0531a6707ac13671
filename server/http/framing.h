#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "server/http/head_check.h"

namespace http {

/// Follows a body's bytes as they come (RFC 9112 sections 6.2 and 7.1) and keeps what they carry. Strict where a
/// lenient reader lets a cut or malformed body pass for a whole one: a chunk's size has 1 to 7 hexadecimal digits,
/// lines end with CR LF, extensions are bounded, trailer fields are refused.
class Framing {
public:
    enum class State {
        open,       ///< more must come
        complete,   ///< the body is whole; what follows is none of it
        malformed,  ///< no body; stays so
        tooLarge,   ///< over the limit; stays so
    };

    Framing() = default;
    /// `head` was accepted by checkHead. At most `limit` bytes are kept.
    Framing(const Head& head, std::size_t limit);

    /// Appends to `body`, where only this writes, what `bytes` carry of it. Returns how many of them belong to the
    /// body: all while it is open.
    std::size_t take(base::ByteView bytes, base::Bytes& body);

    State state() const { return state_; }

private:
    enum class Step { size, extension, sizeEnd, data, dataReturn, dataEnd, lastReturn, lastEnd };

    void data(base::ByteView bytes, base::Bytes& body);
    void sign(char c);
    void sizeDigit(char c);
    void extensionByte(char c);
    void afterSize(char c);
    void expect(char c, char wanted, Step next);

    State state_ = State::complete;
    Step step_ = Step::data;
    bool isChunked_ = false;
    std::uint64_t left_ = 0;  ///< of the body, or of the open chunk
    std::size_t limit_ = 0;
    std::size_t digits_ = 0;
    std::size_t extension_ = 0;
    std::size_t extensions_ = 0;
};

}  // namespace http
