#pragma once

#include <string>

#include "base/civil_date.h"
#include "server/http/message.h"
#include "server/http/peer.h"
#include "server/http/writer.h"

namespace http {

/// Where and when an answer is made.
struct ExchangeContext {
    Transport transport = Transport::plain;
    base::Instant now{};
};

/// Lets Poco's HTTPServerConnection read the peer's whole, checked head from memory, has `handler` answer, and returns
/// the answer ready to be sent. Poco sees no byte of the body and writes none of the answer. Whatever fails becomes a
/// problem: the handler throws (500), Poco reads the head otherwise than the check did (400 http-header), a field of
/// the answer is forbidden (500). Touches nothing of the peer but its request; never throws, but std::bad_alloc.
Answer exchange(const Peer& peer, const Handler& handler, const ExchangeContext& context);

/// The answer to a request that no handler sees.
Answer refusalAnswer(const Peer& peer, const Refusal& refusal, const ExchangeContext& context);

}  // namespace http
