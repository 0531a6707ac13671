#include "base/bytes.h"

#include "base/error.h"

namespace base {
namespace {

int nibble(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    throw Error(ErrorCode::data, say("bytes.not_hex"));
}

/// Each `Bits` bits as one character, the last ones filled up with zeros (RFC 4648 section 3.5).
template <int Bits>
std::string inGroups(ByteView bytes, std::string_view alphabet) {
    constexpr unsigned mask = (1U << Bits) - 1;
    std::string text;
    unsigned pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= Bits; bits -= Bits) text += alphabet[pending >> (bits - Bits) & mask];
    }
    if (bits > 0) text += alphabet[pending << (Bits - bits) & mask];
    return text;
}

}  // namespace

std::string hex(ByteView bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

Bytes fromHex(std::string_view digits) {
    if (digits.size() % 2 != 0) throw Error(ErrorCode::data, say("bytes.not_hex"));
    Bytes bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2)
        bytes += static_cast<char>(nibble(digits[i]) << 4 | nibble(digits[i + 1]));
    return bytes;
}

std::string base32(ByteView bytes) { return inGroups<5>(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"); }

std::string base64(ByteView bytes) {
    constexpr std::size_t group = 4;
    std::string text = inGroups<6>(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    text.append((group - text.size() % group) % group, '=');
    return text;
}

std::string base64Url(ByteView bytes) {
    return inGroups<6>(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}

}  // namespace base
