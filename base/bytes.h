#pragma once

#include <string>
#include <string_view>

namespace base {

/// Octets. A std::string, because nearly all we do to a PDF is to search it and to append to it.
using Bytes = std::string;
/// Somebody else's octets, only looked at.
using ByteView = std::string_view;

/// Lower-case hexadecimal, two digits an octet.
std::string hex(ByteView bytes);

/// The octets of `digits` (either case). Throws Error(data) on an odd length or another character.
Bytes fromHex(std::string_view digits);

/// RFC 4648 section 6 without padding: "A-Z2-7".
std::string base32(ByteView bytes);

/// RFC 4648 section 4, padded: "A-Za-z0-9+/=".
std::string base64(ByteView bytes);

/// RFC 4648 section 5 without padding: "A-Za-z0-9-_".
std::string base64Url(ByteView bytes);

/// The octets as OpenSSL, zlib and SQLite want them.
inline const unsigned char* octets(ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
inline unsigned char* octets(Bytes& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace base
