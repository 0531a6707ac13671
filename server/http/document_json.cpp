#include "server/http/document_json.h"

#include "server/http/body.h"
#include "server/http/etag.h"
#include "server/workflow/documents.h"

namespace http {
namespace {

using base::say;
using templates::Value;

Value timeOrNull(const std::optional<base::Instant>& at) { return at ? Value(base::isoInstant(*at)) : Value(); }

Value textOrNull(std::string text) { return text.empty() ? Value() : Value(std::move(text)); }

Value rowValue(workflow::BoardRow row) {
    Value::Map map;
    map["signer"] = signerValue(std::move(row.signer));
    map["kind"] = domain::name(row.kind);
    map["document_state"] = domain::name(row.document);
    map["step"] = workflow::name(row.step);
    map["on_counterpart"] = row.isOnCounterpart;
    map["waiting"] = static_cast<std::int64_t>(row.waiting);
    return map;
}

Value documentsValue(const workflow::BoardDocuments& documents) {
    Value::Map inState;
    for (const auto& [state, count] : documents.inState)
        inState[std::string(domain::name(state))] = static_cast<std::int64_t>(count);
    Value::List unsignedOnes;
    for (const domain::Document& one : documents.unsignedOnes) unsignedOnes.push_back(documentValue({one, {}}));
    Value::Map map;
    map["in_state"] = std::move(inState);
    map["to_send"] = static_cast<std::int64_t>(documents.toSend);
    map["to_accept"] = static_cast<std::int64_t>(documents.toAccept);
    map["demonstration"] = documents.isDemonstration;
    map["without_signers"] = std::move(unsignedOnes);
    return map;
}

}  // namespace

Value messageValue(const base::Message& message) {
    Value::Map map;
    map["type"] = problemType(message.key);
    map["text"] = base::text(message);
    return map;
}

Value signerValue(domain::Signer signer) {
    Value::Map map;
    map["id"] = std::move(signer.id);
    map["document_id"] = std::move(signer.documentId);
    map["field"] = std::move(signer.field);
    map["order"] = signer.order ? Value(*signer.order) : Value();
    map["party"] = std::move(signer.party);
    map["expected_name"] = textOrNull(std::move(signer.expectedName));
    map["certificate_sha256"] = textOrNull(std::move(signer.pinnedCertificate));
    map["state"] = domain::name(signer.state);
    map["state_text"] = base::text(domain::words(signer.state));
    map["method"] = signer.method ? Value(domain::name(*signer.method)) : Value();
    map["grade"] = domain::name(signer.grade);
    map["signed_name"] = textOrNull(std::move(signer.signedName));
    map["decline_reason"] = textOrNull(std::move(signer.declineReason));
    map["opened_at"] = timeOrNull(signer.openedAt);
    map["ended_at"] = timeOrNull(signer.endedAt);
    map["notice_at"] = timeOrNull(signer.noticeAt);
    return map;
}

Value documentValue(domain::Signing signing) {
    Value::Map map;
    map["to_accept"] = domain::isToAccept(signing);
    domain::Document& document = signing.document;
    map["id"] = std::move(document.id);
    map["meeting_id"] = std::move(document.meetingId);
    map["kind"] = domain::name(document.kind);
    map["file"] = std::move(document.fileName);
    map["state"] = domain::name(document.state);
    map["state_text"] = base::text(domain::words(document.state));
    map["drafted_at"] = base::isoInstant(document.draftedAt);
    map["issued_at"] = timeOrNull(document.issuedAt);
    map["issued_sha256"] = textOrNull(std::move(document.issuedSha256));
    map["head_sha256"] = std::move(document.headSha256);
    map["reason"] = textOrNull(std::move(document.reason));
    map["replaced_by"] = textOrNull(std::move(document.replacedBy));
    map["demonstration"] = document.demonstration;
    map["version"] = document.version;
    Value::List signers;
    signers.reserve(signing.signers.size());
    for (domain::Signer& one : signing.signers) signers.push_back(signerValue(std::move(one)));
    map["signers"] = std::move(signers);
    return map;
}

Value uploadValue(const domain::Upload& upload) {
    Value::Map map;
    map["id"] = upload.id;
    map["document_id"] = upload.documentId;
    map["signer_id"] = textOrNull(upload.signerId);
    map["kind"] = domain::name(upload.kind);
    map["state"] = domain::name(upload.state);
    map["sha256"] = upload.sha256;
    map["size"] = static_cast<std::int64_t>(upload.size);
    map["file"] = textOrNull(upload.fileName);
    map["field"] = textOrNull(upload.field);
    map["signed_name"] = textOrNull(upload.signedName);
    map["signatures"] = static_cast<std::int64_t>(upload.signatures);
    Value::List findings;
    for (const base::Message& one : upload.findings) findings.push_back(messageValue(one));
    map["findings"] = std::move(findings);
    map["at"] = base::isoInstant(upload.at);
    map["decided_at"] = timeOrNull(upload.decidedAt);
    return map;
}

Value boardValue(workflow::Board board) {
    Value::List rows;
    rows.reserve(board.rows.size());
    for (workflow::BoardRow& one : board.rows) rows.push_back(rowValue(std::move(one)));
    Value::Map counts;
    for (const workflow::BoardStep step : workflow::kBoardSteps)
        counts[std::string(workflow::name(step))] =
            static_cast<std::int64_t>(board.counts[static_cast<std::size_t>(step)]);
    Value::Map map;
    map["rows"] = std::move(rows);
    map["counts"] = std::move(counts);
    map["documents"] = documentsValue(board.documents);
    return map;
}

std::string verdictWords(const workflow::Receipt& receipt) {
    const domain::Upload& upload = receipt.upload;
    if (upload.kind == domain::UploadKind::attachment) return base::text(say("receipt.attachment"));
    switch (upload.state) {
        case domain::UploadState::waiting:
            return base::text(say("receipt.waiting"));
        case domain::UploadState::refused:
            return base::text(say("receipt.refused"));
        case domain::UploadState::accepted:
            break;
    }
    if (upload.kind == domain::UploadKind::scan) return base::text(say("receipt.scan"));
    if (receipt.signing.document.demonstration) return base::text(say("receipt.demonstration"));
    const bool isTrusted = domain::signerOf(receipt.signing, upload.signerId).grade == domain::Grade::verified;
    return base::text(isTrusted ? say("receipt.trusted") : say("receipt.trust_unknown"));
}

Response receiptAnswer(int status, const workflow::Receipt& receipt) {
    Value::Map map;
    map["upload"] = uploadValue(receipt.upload);
    map["document"] = documentValue(receipt.signing);
    map["verdict"] = verdictWords(receipt);
    return valueAnswer(status, map);
}

Response documentAnswer(int status, const domain::Signing& signing) {
    return tagged(valueAnswer(status, documentValue(signing)), versionTag(signing.document.version));
}

}  // namespace http
