#include "server/workflow/archive_signing.h"

#include "server/workflow/archive_document.h"
#include "server/workflow/revision_place.h"

namespace workflow {

using domain::Document;
using domain::Record;
using domain::UploadKind;

Archived ArchiveSigning::archive(const domain::Actor& actor, std::string_view documentId,
                                 const ExpectedVersion& expected) {
    const domain::Signing before = documentWith(parts_.rows, documentId);
    domain::archived(before);  // refused before anything is judged
    Archived result;
    result.records = recordsOf(before.document);
    const ExpectedVersion seen = expected ? expected : ExpectedVersion(before.document.version);
    parts_.rows.transaction([&] {
        result.signing = changeDocument(parts_, actor, documentId, seen, "document.archive",
                                        [](domain::Signing signing) { return domain::archived(std::move(signing)); });
        for (const Record& record : result.records) parts_.meetings.addRecord(record);
    });
    return result;
}

Record ArchiveSigning::recordOf(const Document& document, std::string_view sha256, const std::string& fileName) {
    const base::Bytes bytes = parts_.files.get(sha256);
    const base::Instant at = parts_.now();
    return archivedRecord(parts_.meetings, parts_.files,
                          {bytes, fileName, document.meetingId, document.id, at, document.demonstration},
                          judged(parts_.reader, bytes, parts_.anchors(), at));
}

std::vector<Record> ArchiveSigning::recordsOf(const Document& document) {
    std::vector<Record> records;
    if (!document.headSha256.empty()) records.push_back(recordOf(document, document.headSha256, document.fileName));
    std::size_t number = 1;
    for (const domain::Upload& upload : parts_.rows.uploadsOf(document.id)) {
        const bool isScan = upload.kind == UploadKind::scan && upload.state == domain::UploadState::accepted;
        if (isScan) records.push_back(recordOf(document, upload.sha256, upload.fileName));
        if (upload.kind != UploadKind::counterpart || !isRevision(upload)) continue;
        records.push_back(recordOf(document, upload.sha256, domain::counterpartName(document.fileName, ++number)));
    }
    return records;
}

}  // namespace workflow
