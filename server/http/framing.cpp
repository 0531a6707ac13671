#include "server/http/framing.h"

#include <algorithm>

#include "server/http/tokens.h"
#include "server/limits.h"

namespace http {
namespace {

constexpr std::size_t kSizeDigits = 7;
constexpr std::size_t kFirstRoom = 16 * limits::kKibibyte;

/// Doubles the room, but never beyond what may still come.
void makeRoom(base::Bytes& body, std::size_t more, std::uint64_t most) {
    const std::size_t needed = body.size() + more;
    if (needed <= body.capacity()) return;
    const std::size_t doubled = std::max({needed, body.capacity() * 2, kFirstRoom});
    body.reserve(std::max<std::size_t>(needed, std::min<std::uint64_t>(doubled, most)));
}

}  // namespace

Framing::Framing(const Head& head, std::size_t limit)
    : isChunked_(head.isChunked), left_(head.isChunked ? 0 : head.length), limit_(limit) {
    step_ = isChunked_ ? Step::size : Step::data;
    if (isChunked_ || left_ > 0) state_ = State::open;
    if (left_ > limit_) state_ = State::tooLarge;
}

std::size_t Framing::take(base::ByteView bytes, base::Bytes& body) {
    std::size_t at = 0;
    while (at < bytes.size() && state_ == State::open) {
        if (step_ == Step::data) {
            const base::ByteView part = bytes.substr(at, left_);
            data(part, body);
            at += part.size();
        } else {
            sign(bytes[at]);
            if (state_ != State::malformed) ++at;
        }
    }
    return at;
}

void Framing::data(base::ByteView bytes, base::Bytes& body) {
    makeRoom(body, bytes.size(), body.size() + left_ + (isChunked_ ? limit_ : 0));
    body += bytes;
    left_ -= bytes.size();
    if (left_ > 0) return;
    step_ = Step::dataReturn;
    if (!isChunked_) state_ = State::complete;
}

void Framing::sign(char c) {
    switch (step_) {
        case Step::size:
            return sizeDigit(c);
        case Step::extension:
            return extensionByte(c);
        case Step::sizeEnd:
            return afterSize(c);
        case Step::dataReturn:
            return expect(c, '\r', Step::dataEnd);
        case Step::dataEnd:
            return expect(c, '\n', Step::size);
        case Step::lastReturn:
            return expect(c, '\r', Step::lastEnd);
        case Step::lastEnd:
            state_ = c == '\n' ? State::complete : State::malformed;
            return;
        case Step::data:
            return;
    }
}

void Framing::expect(char c, char wanted, Step next) {
    if (c != wanted) state_ = State::malformed;
    step_ = next;
}

void Framing::sizeDigit(char c) {
    if (isHexDigit(c) && digits_ < kSizeDigits) {
        left_ = left_ * 16 + hexValue(c);
        ++digits_;
    } else if (digits_ > 0 && c == '\r') {
        step_ = Step::sizeEnd;
    } else if (digits_ > 0 && c == ';') {
        step_ = Step::extension;
    } else {
        state_ = State::malformed;
    }
}

void Framing::extensionByte(char c) {
    if (c == '\r') {
        step_ = Step::sizeEnd;
        return;
    }
    const bool isText = c == '\t' || (c >= ' ' && c <= '~');
    const bool isLong = ++extension_ > limits::kChunkExtension.value || ++extensions_ > limits::kExtensions.value;
    if (!isText || isLong) state_ = State::malformed;
}

void Framing::afterSize(char c) {
    if (c != '\n') {
        state_ = State::malformed;
        return;
    }
    digits_ = 0;
    extension_ = 0;
    step_ = left_ > 0 ? Step::data : Step::lastReturn;
    if (left_ > limit_) state_ = State::tooLarge;
    limit_ -= std::min<std::uint64_t>(left_, limit_);
}

}  // namespace http
