#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "server/domain/record.h"
#include "server/workflow/ports.h"
#include "signing/validate.h"

namespace workflow {

struct ArchiveRequest {
    base::ByteView bytes{};    ///< the file as it came; never changed, never refused
    std::string fileName{};    ///< without folders
    std::string meetingId{};   ///< of a meeting in the store
    std::string documentId{};  ///< empty: read from the file, where it is ours
    base::Instant at{};
    bool demonstration = false;  ///< the document is one: its signatures never count as real
};

/// What a file holds, as it was found out here or in a helper process.
struct Judgement {
    signing::FileVerdict verdict{};
    std::optional<Inspection> inspection{};  ///< nothing where it cannot be read
};

/// Through the helper, for bytes from outside. Throws Error(busy), Error(unavailable), never for what the file holds.
Judgement judged(PdfReader& reader, base::ByteView bytes, const std::vector<base::Bytes>& anchors, base::Instant at);

/// Puts the file, its verdict and its meeting's snapshot into the archive and returns the row that belongs to them, for
/// the caller to store: file first, row second. Throws as archiveDocument().
domain::Record archivedRecord(Store& store, Archive& archive, const ArchiveRequest& request,
                              const Judgement& judgement);

/// Puts a document, its verdict and its meeting's snapshot into the archive, then the row into the store: file first,
/// row second, so that what is listed is there. What is broken, unsigned or unreadable is archived with its finding.
/// The same file with the same finding is one record. Throws Error(notFound) for a meeting that is not in the store.
domain::Record archiveDocument(Store& store, Archive& archive, const ArchiveRequest& request,
                               const signing::ValidationContext& context);

/// A record's own id: document and finding in 80 bits, stable over export and restore. The time of the verdict is no
/// part of it.
std::string recordId(const domain::Record& record);

/// All records, by time and id.
std::vector<domain::Record> sortedRecords(Store& store);

}  // namespace workflow
