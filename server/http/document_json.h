#pragma once

#include "server/domain/document_states.h"
#include "server/domain/upload.h"
#include "server/http/message.h"
#include "server/workflow/board.h"
#include "templates/value.h"

/// Documents, signers and their files as JSON, member by member, so that no secret and no hash of one can come along.
namespace http {

templates::Value messageValue(const base::Message& message);  ///< {"type", "text"}
templates::Value signerValue(const domain::Signer& signer);
/// The document with its signers.
templates::Value documentValue(const domain::Signing& signing);
templates::Value uploadValue(const domain::Upload& upload);
templates::Value boardValue(const workflow::Board& board);

/// The document as an answer, with its version as ETag.
Response documentAnswer(int status, const domain::Signing& signing);

}  // namespace http
