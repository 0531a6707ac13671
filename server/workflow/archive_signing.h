#pragma once

#include <string_view>
#include <vector>

#include "server/domain/record.h"
#include "server/workflow/documents.h"

namespace workflow {

struct Archived {
    domain::Signing signing{};
    std::vector<domain::Record> records{};  ///< the head's first
};

/// Closes a document's life: its head, every counterpart and every accepted scan become records, each judged anew and
/// none refused. A demonstration's signatures are marked as such.
class ArchiveSigning {
public:
    explicit ArchiveSigning(DocumentParts parts) : parts_(std::move(parts)) {}

    /// Throws Error(notFound), Error(conflict) by the document's state or version, Error(busy), Error(unavailable).
    Archived archive(const domain::Actor& actor, std::string_view documentId, const ExpectedVersion& expected = {});

private:
    domain::Record recordOf(const domain::Document& document, std::string_view sha256, const std::string& fileName);
    std::vector<domain::Record> recordsOf(const domain::Document& document);

    DocumentParts parts_;
};

}  // namespace workflow
