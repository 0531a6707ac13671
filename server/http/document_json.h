#pragma once

#include <string>

#include "server/domain/document_states.h"
#include "server/domain/upload.h"
#include "server/http/message.h"
#include "server/workflow/board.h"
#include "server/workflow/receive_upload.h"
#include "templates/value.h"

/// Documents, signers and their files as JSON, member by member, so that no secret and no hash of one can come along.
namespace http {

templates::Value messageValue(const base::Message& message);  ///< {"type", "text"}
templates::Value signerValue(domain::Signer signer);
/// The document with its signers.
templates::Value documentValue(domain::Signing signing);
templates::Value uploadValue(const domain::Upload& upload);
templates::Value boardValue(workflow::Board board);

/// What became of a file, in a plain sentence: whether it is taken, whether it is whole, whether it is trusted.
std::string verdictWords(const workflow::Receipt& receipt);

/// The file, its document, and that sentence.
Response receiptAnswer(int status, const workflow::Receipt& receipt);

/// The document as an answer, with its version as ETag.
Response documentAnswer(int status, const domain::Signing& signing);

}  // namespace http
