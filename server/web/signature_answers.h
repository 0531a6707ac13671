#pragma once

#include "templates/value.h"

namespace web {

/// The signatures of a document's files, each with three separate answers in words: "integrity" (is what was signed
/// intact?), "identity" (who, and is that established?), "legal" (of which kind?), and "after" (what came later).
/// `report` is what GET /documents/{id}/signatures answers; `document` says which of them the office's key made.
templates::Value::List signatureAnswers(const templates::Value& report, const templates::Value& document);

}  // namespace web
