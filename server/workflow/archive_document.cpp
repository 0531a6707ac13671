#include "server/workflow/archive_document.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "server/workflow/meeting_json.h"
#include "signing/digest.h"
#include "signing/verdict_report.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::DocumentKind;

constexpr std::size_t kIdentifierOctets = 10;  // 80 bits, design.md section 3
constexpr std::size_t kFileIdOctets = 16;

/// "Partner-3" → 3
std::optional<std::int64_t> participantOf(std::string_view field) {
    constexpr std::string_view prefix = "Partner-";
    if (!field.starts_with(prefix)) return std::nullopt;
    const std::string_view digits = field.substr(prefix.size());
    std::int64_t order = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), order);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return order;
}

DocumentKind kindOf(const pdfgen::Reader& reader) {
    const auto fields = reader.signatureFields();
    const auto partners = std::count_if(fields.begin(), fields.end(),
                                        [](const auto& field) { return participantOf(field.name).has_value(); });
    if (partners > 1) return DocumentKind::jointDeclaration;
    if (partners == 1) return DocumentKind::declaration;
    const std::string title = reader.title();
    if (title.starts_with("Lista obecności")) return DocumentKind::attendanceList;
    if (title.starts_with("Informacja o przetwarzaniu danych osobowych")) return DocumentKind::notice;
    return DocumentKind::other;
}

/// Whether the field is that of the meeting's participant, by the institution and function that it was made for.
bool isFieldOf(const std::optional<pdfgen::FieldInfo>& field, const domain::Meeting& meeting, std::int64_t order) {
    for (const domain::Participant& one : meeting.participants) {
        if (one.order != order || !field) continue;
        const domain::Institution* institution = domain::findInstitution(meeting, one.institutionRef);
        return field->institution == (institution == nullptr ? std::string() : institution->name) &&
               field->function == one.function.value_or("");
    }
    return false;
}

/// Kind, identifier and whose the signatures are, as far as the file tells them; one that cannot be read tells nothing.
void describe(domain::Record& record, base::ByteView bytes, const domain::Meeting& meeting) {
    try {
        const pdfgen::Reader reader(bytes);
        record.kind = kindOf(reader);
        for (domain::RecordedSignature& one : record.signatures)
            if (const auto order = participantOf(one.field);
                order && isFieldOf(reader.signatureField(one.field), meeting, *order))
                one.participant = order;
        const base::Bytes fileId = reader.fileId();
        const bool ours = record.kind != DocumentKind::other && fileId.size() == kFileIdOctets;
        if (ours && record.documentId.empty())
            record.documentId = base::base32(base::ByteView(fileId).substr(0, kIdentifierOctets));
    } catch (const Error&) {
        record.kind = DocumentKind::other;
    }
}

std::string indicationName(signing::Indication indication) {
    switch (indication) {
        case signing::Indication::totalPassed:
            return "TOTAL-PASSED";
        case signing::Indication::totalFailed:
            return "TOTAL-FAILED";
        case signing::Indication::indeterminate:
            return "INDETERMINATE";
    }
    return "INDETERMINATE";
}

std::string indicationName(signing::FileIndication indication) {
    switch (indication) {
        case signing::FileIndication::totalPassed:
            return "TOTAL-PASSED";
        case signing::FileIndication::totalFailed:
            return "TOTAL-FAILED";
        case signing::FileIndication::indeterminate:
            return "INDETERMINATE";
        case signing::FileIndication::noSignature:
            return "NO-SIGNATURE";
        case signing::FileIndication::unreadable:
            return "UNREADABLE";
    }
    return "UNREADABLE";
}

/// Also by its own word, where the demonstration's root was not given: such a one is never counted as real.
bool isDemonstration(const signing::SignatureVerdict& verdict) {
    return verdict.demonstration || verdict.certificate.find("(POKAZ)") != std::string::npos;
}

domain::RecordedSignature recorded(const signing::SignatureVerdict& verdict) {
    using signing::Changes;
    const bool untouched = verdict.changesAfter == Changes::none || verdict.changesAfter == Changes::allowed;
    return {verdict.field,
            std::nullopt,
            verdict.signerName,
            indicationName(verdict.indication),
            verdict.integrity == signing::Integrity::intact && untouched,
            isDemonstration(verdict)};
}

/// Document and finding in 80 bits, stable over export and restore. The time of the verdict is no part of it.
std::string identifierOf(const domain::Record& record) {
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

}  // namespace

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
    record.verdict = indicationName(verdict.verdict);
    record.archivedAt = request.at;
    for (const auto& signature : verdict.signatures) record.signatures.push_back(recorded(signature));
    describe(record, request.bytes, *meeting);
    record.sha256 = archive.put(request.bytes);
    record.snapshotSha256 = archive.put(meetingJson(*meeting));
    record.verdictSha256 = archive.put(signing::verdictJson(verdict, request.fileName) + '\n');
    record.id = identifierOf(record);
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
