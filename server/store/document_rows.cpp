#include "server/store/document_rows.h"

#include "base/error.h"
#include "server/store/instant.h"
#include "server/store/known_name.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Document;
using domain::Signer;
using domain::Signing;

const std::string kDocuments =
    "SELECT id, meeting, kind, file, state, drafted_at, issued_at, issued_sha256, head_sha256, text_sha256, "
    "reason, replaced_by, demonstration, version FROM document WHERE ";

Document documentOf(Statement& row) {
    Document document;
    document.id = row.text();
    document.meetingId = row.text();
    const std::string kind = row.text();
    document.kind = known(domain::documentKind(kind), kind);
    document.fileName = row.text();
    const std::string state = row.text();
    document.state = known(domain::documentState(state), state);
    document.draftedAt = instantOf(row.number());
    document.issuedAt = instantOf(row.numberOrNull());
    document.issuedSha256 = row.text();
    document.headSha256 = row.text();
    document.textSha256 = row.text();
    document.reason = row.text();
    document.replacedBy = row.text();
    document.demonstration = row.number() != 0;
    document.version = row.number();
    return document;
}

Signer signerOf(Statement& row) {
    Signer signer;
    signer.id = row.text();
    signer.documentId = row.text();
    signer.field = row.text();
    signer.order = row.numberOrNull();
    signer.party = row.text();
    signer.expectedName = row.text();
    signer.pinnedCertificate = row.text();
    const std::string state = row.text();
    signer.state = known(domain::signerState(state), state);
    if (const auto method = row.textOrNull()) signer.method = known(domain::method(*method), *method);
    const std::string grade = row.text();
    signer.grade = known(domain::grade(grade), grade);
    signer.signedName = row.text();
    signer.declineReason = row.text();
    signer.openedAt = instantOf(row.numberOrNull());
    signer.endedAt = instantOf(row.numberOrNull());
    signer.noticeAt = instantOf(row.numberOrNull());
    return signer;
}

const std::string kSigners =
    "SELECT id, document, field, participant, party, expected_name, pinned_certificate, state, method, grade, "
    "signed_name, decline_reason, opened_at, ended_at, notice_at FROM signer WHERE ";

std::vector<Signer> signersOf(Connection& connection, const std::string& document) {
    Statement rows(connection, kSigners + "document = ? ORDER BY place");
    rows.bind(std::string_view(document));
    std::vector<Signer> signers;
    while (rows.step()) signers.push_back(signerOf(rows));
    return signers;
}

void insertSigner(Connection& connection, const Signer& signer, std::int64_t place) {
    Statement row(connection,
                  "INSERT INTO signer (id, document, place, field, participant, party, expected_name, "
                  "pinned_certificate, state, method, grade, signed_name, decline_reason, opened_at, ended_at, "
                  "notice_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(std::string_view(signer.id)).bind(std::string_view(signer.documentId)).bind(place);
    row.bind(std::string_view(signer.field)).bind(signer.order).bind(std::string_view(signer.party));
    row.bind(std::string_view(signer.expectedName)).bind(std::string_view(signer.pinnedCertificate));
    row.bind(domain::name(signer.state));
    row.bind(signer.method ? std::optional(std::string(domain::name(*signer.method))) : std::nullopt);
    row.bind(domain::name(signer.grade)).bind(std::string_view(signer.signedName));
    row.bind(std::string_view(signer.declineReason));
    row.bind(secondsOf(signer.openedAt)).bind(secondsOf(signer.endedAt)).bind(secondsOf(signer.noticeAt)).step();
}

void insertSigners(Connection& connection, const Signing& signing) {
    std::int64_t place = 0;
    for (const Signer& signer : signing.signers) insertSigner(connection, signer, place++);
}

/// All columns but the id, in the order of both statements below.
void bindDocument(Statement& row, const Document& document) {
    row.bind(std::string_view(document.meetingId)).bind(domain::name(document.kind));
    row.bind(std::string_view(document.fileName)).bind(domain::name(document.state));
    row.bind(secondsOf(document.draftedAt)).bind(secondsOf(document.issuedAt));
    row.bind(std::string_view(document.issuedSha256)).bind(std::string_view(document.headSha256));
    row.bind(std::string_view(document.textSha256));
    row.bind(std::string_view(document.reason)).bind(std::string_view(document.replacedBy));
    row.bind(std::int64_t{document.demonstration}).bind(document.version);
}

}  // namespace

void insertSigning(Connection& connection, const Signing& signing) {
    const Document& document = signing.document;
    Statement other(connection, "SELECT 1 FROM document WHERE id = ?");
    if (other.bind(std::string_view(document.id)).step())
        throw Error(ErrorCode::conflict, say("document.exists", {document.id}));
    Statement row(connection,
                  "INSERT INTO document (meeting, kind, file, state, drafted_at, issued_at, issued_sha256, "
                  "head_sha256, text_sha256, reason, replaced_by, demonstration, version, id) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindDocument(row, document);
    row.bind(std::string_view(document.id)).step();
    insertSigners(connection, signing);
}

void updateSigning(Connection& connection, const Signing& signing, std::int64_t versionBefore) {
    Statement row(connection,
                  "UPDATE document SET meeting = ?, kind = ?, file = ?, state = ?, drafted_at = ?, issued_at = ?, "
                  "issued_sha256 = ?, head_sha256 = ?, text_sha256 = ?, reason = ?, replaced_by = ?, "
                  "demonstration = ?, version = ? "
                  "WHERE id = ? AND version = ?");
    bindDocument(row, signing.document);
    row.bind(std::string_view(signing.document.id)).bind(versionBefore).step();
    if (changedRows(connection) == 0) throw Error(ErrorCode::conflict, say("document.changed", {signing.document.id}));
    Statement(connection, "DELETE FROM signer WHERE document = ?").bind(std::string_view(signing.document.id)).step();
    insertSigners(connection, signing);
}

std::optional<Signing> selectSigning(Connection& connection, std::string_view documentId) {
    Statement row(connection, kDocuments + "id = ?");
    if (!row.bind(documentId).step()) return std::nullopt;
    Signing signing{documentOf(row), {}};
    signing.signers = signersOf(connection, signing.document.id);
    return signing;
}

std::optional<std::string> selectDocumentOfSigner(Connection& connection, std::string_view signerId) {
    Statement row(connection, "SELECT document FROM signer WHERE id = ?");
    if (!row.bind(signerId).step()) return std::nullopt;
    return row.text();
}

std::optional<base::Instant> selectSignedAt(Connection& connection, std::string_view signerId) {
    Statement row(connection, "SELECT ended_at FROM signer WHERE id = ? AND state = ?");
    if (!row.bind(signerId).bind(domain::name(domain::SignerState::complete)).step()) return std::nullopt;
    return instantOf(row.numberOrNull());
}

std::vector<Signing> selectSignings(Connection& connection, const workflow::DocumentWish& wish) {
    const std::string wanted = "id > ?1 AND (?2 = '' OR meeting = ?2) AND (?3 = '' OR state = ?3) ORDER BY id LIMIT ?4";
    const auto bind = [&wish](Statement& rows) {
        rows.bind(std::string_view(wish.page.after)).bind(std::string_view(wish.meetingId));
        rows.bind(wish.state ? domain::name(*wish.state) : std::string_view(""));
        rows.bind(static_cast<std::int64_t>(wish.page.limit));
    };
    Statement documents(connection, kDocuments + wanted);
    bind(documents);
    std::vector<Signing> all;
    while (documents.step()) all.push_back({documentOf(documents), {}});
    Statement signers(connection,
                      kSigners + "document IN (SELECT id FROM document WHERE " + wanted + ") ORDER BY document, place");
    bind(signers);
    auto signing = all.begin();
    while (signers.step()) {
        Signer one = signerOf(signers);
        while (signing != all.end() && signing->document.id < one.documentId) ++signing;
        if (signing == all.end()) break;  // of a document that came between the statements
        if (signing->document.id == one.documentId) signing->signers.push_back(std::move(one));
    }
    return all;
}

}  // namespace store
