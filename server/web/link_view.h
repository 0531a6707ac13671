#pragma once

#include "templates/value.h"

namespace web {

/// Whether a link's document (`place`: the API's LinkView) can be signed and nobody has opened it yet.
bool isUnopened(const templates::Value& place);

/// What the link's pages show of the API's LinkView: `place` itself, the kind in words, and which state it is in as one
/// section of state_open, state_signed, state_declined, state_expired, state_voided, state_sealing, state_closed; as
/// signed_by who signed, where the office expected somebody else; what may be done as way_own, way_here, way_paper,
/// way_refusal; files that wait and attachments.
void addLinkView(templates::Value::Map& data, const templates::Value& place);

/// What became of a returned file (the API's LinkReceipt), in words of the page's language, with what to do next.
templates::Value receiptView(const templates::Value& receipt);

}  // namespace web
