#include "server/workflow/archive_records.h"

#include "server/workflow/archive_document.h"
#include "server/workflow/meetings.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;

domain::Record ArchiveRecords::record(std::string_view id) {
    auto found = parts_.meetings.record(id);
    if (!found) throw Error(ErrorCode::notFound, say("archive.no_record"));
    return std::move(*found);
}

domain::Record ArchiveRecords::judgedRecord(const ArchiveWish& wish) {
    ArchiveRequest request{wish.bytes, wish.fileName, wish.meetingId, wish.documentId, parts_.now(), false};
    if (!wish.documentId.empty()) {
        const domain::Document document = documentWith(parts_.rows, wish.documentId).document;
        if (document.meetingId != wish.meetingId) throw Error(ErrorCode::notFound, say("archive.other_meeting"));
        request.demonstration = document.demonstration;
    }
    const Judgement judgement = judged(parts_.reader, wish.bytes, parts_.anchors(), request.at);
    domain::Record record = archivedRecord(parts_.meetings, parts_.files, request, judgement);
    if (request.demonstration || record.documentId.empty()) return record;
    // The file named its document by itself.
    const auto ours = parts_.rows.signing(record.documentId);
    if (!ours || !ours->document.demonstration) return record;
    request.demonstration = true;
    return archivedRecord(parts_.meetings, parts_.files, request, judgement);
}

ArchivedFile ArchiveRecords::add(const domain::Actor& actor, const ArchiveWish& wish) {
    meetingWith(parts_.meetings, wish.meetingId);  // nothing is judged or kept for one that is not there
    ArchivedFile added{judgedRecord(wish), true};
    parts_.rows.transaction([&] {
        if (auto before = parts_.meetings.record(added.record.id)) {
            added = {std::move(*before), false};
            return;
        }
        meetingWith(parts_.meetings, wish.meetingId);
        parts_.meetings.addRecord(added.record);
        parts_.audit.record(actor, {"record.add", "record", added.record.id, added.record.verdict});
    });
    return added;
}

}  // namespace workflow
