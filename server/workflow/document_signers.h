#pragma once

#include <vector>

#include "server/domain/document.h"
#include "server/domain/meeting.h"
#include "server/domain/office.h"
#include "templates/document.h"

namespace workflow {

/// Who is to sign a document, by its fields: each with the participant's order, party and name. Without identifiers.
std::vector<domain::Signer> signersOf(const templates::Document& document, const domain::Meeting& meeting,
                                      const domain::Office& office);

}  // namespace workflow
