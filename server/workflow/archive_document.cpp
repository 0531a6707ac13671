#include "server/workflow/archive_document.h"

#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "server/domain/document.h"
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

/// Kind, identifier and whose the signatures are, as far as the file tells them.
void describe(domain::Record& record, const Inspection& inspection, const domain::Meeting& meeting) {
    std::vector<std::string> names;
    names.reserve(inspection.fields.size());
    for (const pdfgen::FieldInfo& field : inspection.fields) names.push_back(field.name);
    record.kind = domain::kindOf(names, inspection.title);
    for (domain::RecordedSignature& one : record.signatures)
        one.participant = participantOf(inspection.fields, one.field, meeting);
    const bool ours = record.kind != DocumentKind::other && inspection.fileId.size() == kFileIdOctets;
    if (ours && record.documentId.empty())
        record.documentId = base::base32(base::ByteView(inspection.fileId).substr(0, kIdentifierOctets));
}

/// The same here, for the command line. One that cannot be read tells nothing.
Judgement judgedHere(base::ByteView bytes, const signing::ValidationContext& context) {
    Judgement judgement{signing::validate(bytes, context), {}};
    if (judgement.verdict.verdict == signing::FileIndication::unreadable) return judgement;
    try {
        const pdfgen::Reader reader(bytes);
        Inspection inspection;
        inspection.fields = reader.signatureFields();
        inspection.title = reader.title();
        inspection.fileId = reader.fileId();
        judgement.inspection = std::move(inspection);
    } catch (const Error&) {
        judgement.inspection.reset();
    }
    return judgement;
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

Judgement judged(PdfReader& reader, base::ByteView bytes, const std::vector<base::Bytes>& anchors, base::Instant at) {
    Judgement judgement;
    try {
        judgement.verdict = reader.validate(bytes, anchors, at);
        judgement.inspection = reader.inspect(bytes);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::unreadable) throw;
        if (judgement.verdict.verdict == signing::FileIndication::unreadable)
            judgement.verdict = {signing::FileIndication::unreadable, signing::sha256(bytes), error.message(), {}};
    }
    return judgement;
}

domain::Record archivedRecord(Store& store, Archive& archive, const ArchiveRequest& request,
                              const Judgement& judgement) {
    const auto meeting = store.meeting(request.meetingId);
    if (!meeting) throw Error(ErrorCode::notFound, say("archive.no_meeting", {request.meetingId}));
    domain::Record record;
    record.meetingId = request.meetingId;
    record.documentId = request.documentId;
    record.fileName = request.fileName;
    record.size = request.bytes.size();
    record.verdict = signing::word(judgement.verdict.verdict);
    record.archivedAt = request.at;
    for (const auto& signature : judgement.verdict.signatures) record.signatures.push_back(recorded(signature));
    for (domain::RecordedSignature& one : record.signatures) one.demonstration |= request.demonstration;
    if (judgement.inspection) describe(record, *judgement.inspection, *meeting);
    const base::LanguageScope kept(base::Language::polish);  // whatever the language of whoever archives
    record.sha256 = archive.put(request.bytes);
    record.snapshotSha256 = archive.put(meetingJson(*meeting));
    record.verdictSha256 = archive.put(signing::verdictJson(judgement.verdict, request.fileName) + '\n');
    record.id = recordId(record);
    return record;
}

domain::Record archiveDocument(Store& store, Archive& archive, const ArchiveRequest& request,
                               const signing::ValidationContext& context) {
    if (!store.meeting(request.meetingId))
        throw Error(ErrorCode::notFound, say("archive.no_meeting", {request.meetingId}));
    domain::Record record = archivedRecord(store, archive, request, judgedHere(request.bytes, context));
    store.addRecord(record);
    return record;
}

std::vector<domain::Record> sortedRecords(Store& store) {
    std::vector<domain::Record> records = store.records();
    std::sort(records.begin(), records.end(), [](const domain::Record& left, const domain::Record& right) {
        return std::tie(left.archivedAt, left.id) < std::tie(right.archivedAt, right.id);
    });
    return records;
}

}  // namespace workflow
