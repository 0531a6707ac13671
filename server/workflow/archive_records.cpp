#include "server/workflow/archive_records.h"

#include <functional>
#include <map>

#include "server/workflow/archive_document.h"
#include "server/workflow/meetings.h"
#include "server/workflow/search.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;

namespace {

constexpr std::size_t kAtOnce = 200;

/// What people call a meeting: its titles, team, project and place.
std::string namesOf(const domain::Meeting& meeting) {
    std::string names;
    const auto add = [&](const domain::Text& text) { names += text.value_or("") + '\n'; };
    if (meeting.meeting) add(meeting.meeting->title);
    if (meeting.team) add(meeting.team->name);
    if (meeting.project) add(meeting.project->title);
    for (const domain::Locality& one : meeting.localities) add(one.name);
    return names;
}

std::string signersOf(const domain::Record& record) {
    std::string names;
    for (const domain::RecordedSignature& one : record.signatures) names += one.signerName + '\n';
    return names;
}

}  // namespace

std::vector<domain::Record> ArchiveRecords::list(const PageWish& page, std::string_view words) {
    const Search search(words);
    if (search.isEmpty()) return parts_.meetings.records(page);
    std::map<std::string, std::string, std::less<>> names;
    const auto finds = [&](const domain::Record& one) {
        const auto [name, isNew] = names.try_emplace(one.meetingId);
        if (isNew)
            if (const auto meeting = parts_.meetings.meeting(one.meetingId)) name->second = namesOf(*meeting);
        return search.finds({one.fileName, one.documentId, one.id, one.meetingId, name->second, signersOf(one)});
    };
    std::vector<domain::Record> found;
    for (PageWish part{page.after, kAtOnce};;) {
        std::vector<domain::Record> some = parts_.meetings.records(part);
        const bool isLast = some.size() < kAtOnce;
        if (!some.empty()) part.after = some.back().id;
        for (domain::Record& one : some)
            if (found.size() < page.limit && finds(one)) found.push_back(std::move(one));
        if (isLast || found.size() >= page.limit) return found;
    }
}

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
