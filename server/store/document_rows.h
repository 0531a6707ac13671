#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/document_ports.h"

/// Documents with their signers as typed rows, as workflow::DocumentStore says. The caller holds the transaction.
namespace store {

void insertSigning(sqlite3* connection, const domain::Signing& signing);
void updateSigning(sqlite3* connection, const domain::Signing& signing, std::int64_t versionBefore);
std::optional<domain::Signing> selectSigning(sqlite3* connection, std::string_view documentId);
std::optional<std::string> selectDocumentOfSigner(sqlite3* connection, std::string_view signerId);
std::vector<domain::Signing> selectSignings(sqlite3* connection, const workflow::DocumentWish& wish);

}  // namespace store
