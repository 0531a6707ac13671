#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/document_ports.h"

/// Documents with their signers as typed rows, as workflow::DocumentStore says. The caller holds the transaction.
namespace store {

class Connection;

void insertSigning(Connection& connection, const domain::Signing& signing);
void updateSigning(Connection& connection, const domain::Signing& signing, std::int64_t versionBefore);
std::optional<domain::Signing> selectSigning(Connection& connection, std::string_view documentId);
std::optional<std::string> selectDocumentOfSigner(Connection& connection, std::string_view signerId);
std::optional<base::Instant> selectSignedAt(Connection& connection, std::string_view signerId);
std::vector<domain::Signing> selectSignings(Connection& connection, const workflow::DocumentWish& wish);

}  // namespace store
