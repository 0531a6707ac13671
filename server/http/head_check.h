#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/message.h"

namespace http {

/// A request that the protocol's own rules refuse: an answer, not an error.
struct Refusal {
    int status = 400;
    base::Message message{};
    std::string allow{};  ///< for 405: the methods that there are
    bool operator==(const Refusal&) const = default;
};

/// What the gate needs to know of a request before anybody reads its fields.
struct Head {
    std::size_t size = 0;  ///< of the head, its empty line included
    std::string method{};
    std::string path{};   ///< of the target, escapes kept; "*" for OPTIONS alone
    std::string query{};  ///< behind "?", escapes kept
    std::uint64_t length = 0;
    bool isChunked = false;
    bool wantsContinue = false;  ///< HTTP/1.1 and "Expect: 100-continue" (RFC 9110 section 10.1.1)
    std::size_t expectAt = 0;    ///< where that field's line begins, 0 where there is none
    std::string forwardedFor{};  ///< the last address of X-Forwarded-For: what the nearest proxy saw
    bool operator==(const Head&) const = default;
};

/// The head is not whole yet.
struct NeedsMore {
    bool operator==(const NeedsMore&) const = default;
};

using HeadCheck = std::variant<NeedsMore, Head, Refusal>;

struct HeadRules {
    std::vector<std::string> hosts{};  ///< "127.0.0.1:8080", "akces.example.pl": compared without regard to case
    std::size_t bodyLimit = 0;
};

/// Looks at the raw bytes that a connection has sent so far and accepts only what every reader of HTTP/1.1 understands
/// in one way (RFC 9112 sections 2.2, 3, 5, 6, 11.2; RFC 9110 section 5.5), and what Poco 1.11 reads so, too. `scanned`
/// is 0 at first and stays between calls: each byte is looked at once. A head is whole or not however its bytes came;
/// one whose beginning is refused is never accepted.
HeadCheck checkHead(base::ByteView received, std::size_t& scanned, const HeadRules& rules);

}  // namespace http
