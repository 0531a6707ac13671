#include "server/workflow/receive_upload.h"

#include <algorithm>

#include "server/workflow/foreign_format.h"
#include "server/workflow/judge_upload.h"
#include "server/workflow/revision_place.h"
#include "server/workflow/secret.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;
using domain::Upload;
using domain::UploadKind;
using domain::UploadState;

/// Whether the fault is the file's, or the moment's: of what is ours to mend the sender may try again.
bool isAboutTheFile(ErrorCode code) {
    switch (code) {
        case ErrorCode::unreadable:
        case ErrorCode::data:
        case ErrorCode::forbidden:
        case ErrorCode::conflict:
        case ErrorCode::refused:
            return true;
        case ErrorCode::usage:
        case ErrorCode::unavailable:
        case ErrorCode::internal:
        case ErrorCode::cannotWrite:
        case ErrorCode::busy:
        case ErrorCode::secret:
        case ErrorCode::tooMany:
        case ErrorCode::notFound:
            return false;
    }
    return false;
}

base::Message wordsFor(ForeignFormat format) {
    switch (format) {
        case ForeignFormat::xades:
            return say("upload.xades");
        case ForeignFormat::xml:
            return say("upload.xml");
        case ForeignFormat::asic:
            return say("upload.asic");
        case ForeignFormat::zip:
            return say("upload.zip");
        case ForeignFormat::cms:
            return say("upload.cms");
        case ForeignFormat::none:
            break;
    }
    return {};
}

/// Scripts, attachments and the like have no business in a declaration (row 22).
void expectPassive(const Inspection& inspection) {
    if (inspection.activeContent.empty()) return;
    std::string list;
    for (const std::string& one : inspection.activeContent) list += (list.empty() ? "" : ", ") + one;
    throw Error(ErrorCode::data, say("pdf.active_content", {list}));
}

UploadExpectation expectationOf(const SignerPlace& at, const RevisionPlace& place, base::Instant now) {
    const domain::Signer& signer = at.signer();
    return {signer.expectedName,
            signer.pinnedCertificate,
            signer.field,
            place.signaturesBefore,
            now,
            at.signing.document.demonstration};
}

/// The same file of the same signer, which was not refused; null where there is none.
const Upload* sameOf(const std::vector<Upload>& uploads, const Upload& upload) {
    const auto found = std::find_if(uploads.begin(), uploads.end(), [&](const Upload& one) {
        return one.signerId == upload.signerId && one.sha256 == upload.sha256 && one.state != UploadState::refused;
    });
    return found == uploads.end() ? nullptr : &*found;
}

/// A signer's document and its files, as they stood together: of two moments, a file could be among them that the
/// document does not know yet.
struct Moment {
    SignerPlace at{};
    std::vector<Upload> uploads{};
};

Moment momentOf(DocumentStore& rows, std::string_view signerId) {
    Moment moment;
    rows.transaction([&] {
        moment.at = placeOfSigner(rows, signerId);
        moment.uploads = rows.uploadsOf(moment.at.signing.document.id);
    });
    return moment;
}

/// In a transaction: the same file that came before stands for `upload`.
bool isKept(DocumentStore& rows, Upload& upload) {
    const auto uploads = rows.uploadsOf(upload.documentId);
    const Upload* known = sameOf(uploads, upload);
    if (known != nullptr) upload = *known;
    return known != nullptr;
}

}  // namespace

Receipt Receiving::receive(const Actor& actor, std::string_view signerId, const ReturnedFile& file) {
    const auto [at, uploads] = momentOf(parts_.rows, signerId);
    expectRoom(uploads, actor, at.signerId);
    Upload upload;
    upload.id = newId();
    upload.documentId = at.signing.document.id;
    upload.signerId = at.signerId;
    upload.fileName = file.name;
    upload.size = file.bytes.size();
    upload.at = parts_.now();
    upload.sha256 = parts_.files.put(file.bytes);
    if (const Upload* known = sameOf(uploads, upload)) return {*known, at.signing};
    try {
        return take(actor, at, file, upload);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::conflict)  // it came twice at once
            if (const auto receipt = known(upload)) return *receipt;
        if (isAboutTheFile(error.code())) quarantine(actor, std::move(upload), error);
        throw;
    }
}

Receipt Receiving::take(const Actor& actor, const SignerPlace& at, const ReturnedFile& file, Upload upload) {
    const ForeignFormat format = foreignFormat(file.bytes);
    if (format != ForeignFormat::none) return attach(actor, at, std::move(upload), wordsFor(format));
    domain::expectOpen(at.signing, at.signerId);
    const signing::FileVerdict verdict = parts_.reader.validate(file.bytes, parts_.anchors(), upload.at);
    expectPassive(parts_.reader.inspect(file.bytes));
    upload.signatures = verdict.signatures.size();
    return placed(actor, at.signerId, file.bytes, verdict, std::move(upload));
}

std::optional<Receipt> Receiving::known(Upload upload) {
    std::optional<Receipt> receipt;
    parts_.rows.transaction([&] {
        if (isKept(parts_.rows, upload)) receipt = {upload, documentWith(parts_.rows, upload.documentId)};
    });
    return receipt;
}

Receipt Receiving::attach(const Actor& actor, const SignerPlace& at, Upload upload, base::Message finding) {
    upload.kind = UploadKind::attachment;
    upload.state = UploadState::accepted;
    upload.findings = {std::move(finding)};
    Receipt receipt{std::move(upload), {}};
    parts_.rows.transaction([&] {
        receipt.signing = documentWith(parts_.rows, receipt.upload.documentId);
        domain::expectAlive(receipt.signing);
        if (isKept(parts_.rows, receipt.upload)) return;
        parts_.rows.saveUpload(receipt.upload);
        parts_.audit.record(actor, {"upload.attach", "signer", at.signerId, receipt.upload.sha256});
    });
    return receipt;
}

Receipt Receiving::placed(const Actor& actor, std::string_view signerId, base::ByteView bytes,
                          const signing::FileVerdict& verdict, Upload upload) {
    return untilUndisturbed([&] {
        const auto [at, uploads] = momentOf(parts_.rows, signerId);
        domain::expectOpen(at.signing, at.signerId);
        const RevisionPlace place = revisionPlace(parts_.files, at.signing.document, uploads, bytes);
        if (!verdict.signatures.empty() && !place.isOurs) throw Error(ErrorCode::conflict, say("document.mismatch"));
        const UploadJudgement judged = judgeUpload(verdict, expectationOf(at, place, upload.at));
        upload.field = judged.field;
        upload.signedName = judged.signedName;
        upload.kind = place.extendsHead ? UploadKind::head : UploadKind::counterpart;
        upload.findings = judged.questions;
        return judged.questions.empty() ? accept(actor, at, upload, judged.grade) : wait(actor, at, upload);
    });
}

Receipt Receiving::wait(const Actor& actor, const SignerPlace& at, Upload upload) {
    upload.state = UploadState::waiting;
    Receipt receipt{std::move(upload), {}};
    parts_.rows.transaction([&] {
        receipt.signing = documentWith(parts_.rows, receipt.upload.documentId);
        domain::expectOpen(receipt.signing, at.signerId);
        if (isKept(parts_.rows, receipt.upload)) return;
        parts_.rows.saveUpload(receipt.upload);
        parts_.audit.record(actor, {"upload.wait", "signer", at.signerId, receipt.upload.sha256});
    });
    return receipt;
}

Receipt Receiving::accept(const Actor& actor, const SignerPlace& at, Upload upload, domain::Grade grade) {
    upload.state = UploadState::accepted;
    const std::string head = upload.kind == UploadKind::head ? upload.sha256 : std::string();
    const domain::Signing signing = domain::signedBy(
        at.signing, at.signerId, {domain::Method::ownTool, grade, upload.signedName, head}, parts_.now());
    parts_.rows.transaction([&] {
        const auto waiting = parts_.rows.upload(upload.id);
        if (waiting) domain::confirmed(*waiting, upload.kind, upload.at);  // nobody has decided otherwise meanwhile
        parts_.rows.saveSigning(signing, at.signing.document.version);
        parts_.rows.saveUpload(upload);
        parts_.audit.record(actor, {"signer.sign", "signer", at.signerId, upload.sha256});
    });
    return {std::move(upload), signing};
}

void Receiving::quarantine(const Actor& actor, Upload upload, const Error& why) {
    upload.kind = UploadKind::quarantine;
    upload.state = UploadState::refused;
    upload.findings = {why.message()};
    for (const base::Fault& fault : why.faults()) upload.findings.push_back(fault.message);
    parts_.rows.transaction([&] {
        parts_.rows.saveUpload(upload);
        parts_.audit.record(actor, {"upload.quarantine", "signer", upload.signerId, why.message().key});
    });
}

Receipt Receiving::confirm(const Actor& actor, std::string_view uploadId) {
    return untilUndisturbed([&] {
        const auto found = parts_.rows.upload(uploadId);
        if (!found || found->kind == UploadKind::scan) throw Error(ErrorCode::notFound, say("upload.none"));
        const SignerPlace at{documentWith(parts_.rows, found->documentId), found->signerId};
        const auto place = revisionPlace(parts_.files, at.signing.document, parts_.rows.uploadsOf(found->documentId),
                                         parts_.files.get(found->sha256));
        const UploadKind kind = place.extendsHead ? UploadKind::head : UploadKind::counterpart;
        return accept(actor, at, domain::confirmed(*found, kind, parts_.now()), domain::Grade::complete);
    });
}

Receipt Receiving::refuse(const Actor& actor, std::string_view uploadId) {
    Receipt receipt;
    parts_.rows.transaction([&] {
        const auto found = parts_.rows.upload(uploadId);
        if (!found) throw Error(ErrorCode::notFound, say("upload.none"));
        receipt = {domain::refused(*found, parts_.now()), documentWith(parts_.rows, found->documentId)};
        parts_.rows.saveUpload(receipt.upload);
        parts_.audit.record(actor, {"upload.refuse", "upload", receipt.upload.id, ""});
    });
    return receipt;
}

}  // namespace workflow
