#include "server/workflow/archive_document.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "server/domain/signature_field.h"
#include "server/workflow/meeting_json.h"
#include "signing/digest.h"
#include "signing/issuer.h"
#include "signing/verdict_report.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::DocumentKind;

constexpr std::size_t kIdentifierOctets = 10;  // 80 bits, design.md section 3
constexpr std::size_t kFileIdOctets = 16;

using Fields = std::vector<pdfgen::FieldInfo>;

DocumentKind kindOf(const Fields& fields, const std::string& title) {
    const auto partners = std::count_if(fields.begin(), fields.end(),
                                        [](const auto& field) { return domain::orderOfField(field.name).has_value(); });
    if (partners > 1) return DocumentKind::jointDeclaration;
    if (partners == 1) return DocumentKind::declaration;
    if (title.starts_with("Lista obecności")) return DocumentKind::attendanceList;
    if (title.starts_with("Informacja o przetwarzaniu danych osobowych")) return DocumentKind::notice;
    return DocumentKind::other;
}

/// The meeting's participant that the field was made for, by number, institution and function.
std::optional<std::int64_t> participantOf(const Fields& fields, std::string_view name, const domain::Meeting& meeting) {
    const auto order = domain::orderOfField(name);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.name == name; });
    const bool fits = field != fields.end() &&
                      std::any_of(meeting.participants.begin(), meeting.participants.end(), [&](const auto& one) {
                          return one.order == order && field->institution == domain::institutionName(meeting, one) &&
                                 field->function == one.function.value_or("");
                      });
    return fits ? order : std::nullopt;
}

/// Kind, identifier and whose the signatures are, as far as the file tells them; one that cannot be read tells nothing.
void describe(domain::Record& record, base::ByteView bytes, const domain::Meeting& meeting) {
    try {
        const pdfgen::Reader reader(bytes);
        const Fields fields = reader.signatureFields();
        record.kind = kindOf(fields, reader.title());
        for (domain::RecordedSignature& one : record.signatures)
            one.participant = participantOf(fields, one.field, meeting);
        const base::Bytes fileId = reader.fileId();
        const bool ours = record.kind != DocumentKind::other && fileId.size() == kFileIdOctets;
        if (ours && record.documentId.empty())
            record.documentId = base::base32(base::ByteView(fileId).substr(0, kIdentifierOctets));
    } catch (const Error&) {
        record.kind = DocumentKind::other;
    }
}

/// Also by its own word, where the demonstration's root was not given: such a one is never counted as real.
bool isDemonstration(const signing::SignatureVerdict& verdict) {
    return verdict.demonstration || verdict.certificate.find(signing::kDemonstrationMark) != std::string::npos;
}

domain::RecordedSignature recorded(const signing::SignatureVerdict& verdict) {
    using signing::Changes;
    const bool untouched = verdict.changesAfter == Changes::none || verdict.changesAfter == Changes::allowed;
    return {verdict.field,
            std::nullopt,
            verdict.signerName,
            signing::word(verdict.indication),
            verdict.integrity == signing::Integrity::intact && untouched,
            isDemonstration(verdict)};
}

}  // namespace

std::string recordId(const domain::Record& record) {
    base::Bytes content;
    const auto add = [&content](std::string_view part) { content.append(part).push_back('\0'); };
    for (const std::string& part :
         {record.meetingId, record.documentId, record.fileName, record.sha256, record.verdict})
        add(part);
    for (const domain::RecordedSignature& one : record.signatures) {
        for (const std::string& part : {one.field, one.signerName, one.indication}) add(part);
        add(one.intact ? "intact" : "");
        add(one.demonstration ? "demonstration" : "");
    }
    const base::Bytes hash = signing::sha256(content);
    return base::base32(base::ByteView(hash).substr(0, kIdentifierOctets));
}

domain::Record archiveDocument(Store& store, Archive& archive, const ArchiveRequest& request,
                               const signing::ValidationContext& context) {
    const auto meeting = store.meeting(request.meetingId);
    if (!meeting) throw Error(ErrorCode::notFound, say("archive.no_meeting", {request.meetingId}));
    const signing::FileVerdict verdict = signing::validate(request.bytes, context);
    domain::Record record;
    record.meetingId = request.meetingId;
    record.documentId = request.documentId;
    record.fileName = request.fileName;
    record.size = request.bytes.size();
    record.verdict = signing::word(verdict.verdict);
    record.archivedAt = request.at;
    for (const auto& signature : verdict.signatures) record.signatures.push_back(recorded(signature));
    if (verdict.verdict != signing::FileIndication::unreadable) describe(record, request.bytes, *meeting);
    record.sha256 = archive.put(request.bytes);
    record.snapshotSha256 = archive.put(meetingJson(*meeting));
    record.verdictSha256 = archive.put(signing::verdictJson(verdict, request.fileName) + '\n');
    record.id = recordId(record);
    store.addRecord(record);
    return record;
}

std::vector<domain::Meeting> storedMeetings(Store& store) {
    std::vector<domain::Meeting> meetings;
    for (const std::string& id : store.meetingIds())
        if (auto meeting = store.meeting(id)) meetings.push_back(std::move(*meeting));
    return meetings;
}

std::vector<domain::Record> sortedRecords(Store& store) {
    std::vector<domain::Record> records = store.records();
    std::sort(records.begin(), records.end(), [](const domain::Record& left, const domain::Record& right) {
        return std::tie(left.archivedAt, left.id) < std::tie(right.archivedAt, right.id);
    });
    return records;
}

}  // namespace workflow
