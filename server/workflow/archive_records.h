#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/documents.h"

namespace workflow {

/// A file that somebody wants to have archived.
struct ArchiveWish {
    base::ByteView bytes{};
    std::string fileName{};    ///< without folders
    std::string meetingId{};   ///< of a meeting in the store
    std::string documentId{};  ///< of a document in the store; empty: read from the file, where it is ours
};

struct ArchivedFile {
    domain::Record record{};
    bool isNew = false;  ///< not there before with this finding
};

/// What the archive keeps.
class ArchiveRecords {
public:
    explicit ArchiveRecords(DocumentParts parts) : parts_(std::move(parts)) {}

    /// Those that have all `words` (search.h) in their file's name, signers, ids or what their meeting is called.
    std::vector<domain::Record> list(const PageWish& page, std::string_view words = {});
    /// Throws Error(notFound).
    domain::Record record(std::string_view id);

    /// Judges the file and keeps it with its finding, whatever that is; the audit event is in the row's transaction.
    /// Throws Error(notFound), Error(busy), Error(unavailable).
    ArchivedFile add(const domain::Actor& actor, const ArchiveWish& wish);

    /// An object of a record. Throws Error(notFound), Error(unreadable) when it is damaged.
    base::Bytes object(std::string_view sha256) { return parts_.files.get(sha256); }

private:
    domain::Record judgedRecord(const ArchiveWish& wish);

    DocumentParts parts_;
};

}  // namespace workflow
