#include "server/workflow/paper.h"

#include "server/workflow/foreign_format.h"
#include "server/workflow/secret.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;
using domain::Upload;
using domain::UploadKind;
using domain::UploadState;

Upload Paper::stored(const ReturnedFile& file, const std::string& documentId) {
    if (isPdf(file.bytes)) parts_.reader.inspect(file.bytes);
    Upload upload;
    upload.id = newId();
    upload.documentId = documentId;
    upload.fileName = file.name;
    upload.size = file.bytes.size();
    upload.at = parts_.now();
    upload.sha256 = parts_.files.put(file.bytes);
    return upload;
}

Receipt Paper::scan(const Actor& actor, std::string_view documentId, const ReturnedFile& file) {
    domain::expectAlive(documentWith(parts_.rows, documentId));
    if (!isPdf(file.bytes) && !isPicture(file.bytes)) throw Error(ErrorCode::data, say("upload.format"));
    Receipt receipt;
    receipt.upload = stored(file, std::string(documentId));
    receipt.upload.kind = UploadKind::scan;
    receipt.upload.state = UploadState::waiting;
    parts_.rows.transaction([&] {
        receipt.signing = documentWith(parts_.rows, documentId);
        domain::expectAlive(receipt.signing);
        parts_.rows.saveUpload(receipt.upload);
        parts_.audit.record(actor, {"scan.add", "document", receipt.upload.documentId, receipt.upload.sha256});
    });
    return receipt;
}

Receipt Paper::confirmScan(const Actor& actor, std::string_view uploadId, const std::vector<std::string>& signerIds) {
    Receipt receipt;
    const base::Instant at = parts_.now();
    parts_.rows.transaction([&] {
        const auto found = parts_.rows.upload(uploadId);
        if (!found || found->kind != UploadKind::scan) throw Error(ErrorCode::notFound, say("upload.none"));
        receipt.upload = domain::confirmed(*found, UploadKind::scan, at);
        receipt.signing = documentWith(parts_.rows, found->documentId);
        domain::expectAlive(receipt.signing);
        if (signerIds.empty() && !receipt.signing.signers.empty())
            throw Error(ErrorCode::data, say("scan.signers_wanted"));
        const std::int64_t before = receipt.signing.document.version;
        for (const std::string& id : signerIds) {
            const std::string name = domain::signerOf(receipt.signing, id).expectedName;
            receipt.signing = domain::signedBy(std::move(receipt.signing), id,
                                               {domain::Method::paper, domain::Grade::scanned, name, {}}, at);
            parts_.audit.record(actor, {"signer.sign_paper", "signer", id, found->sha256});
        }
        if (receipt.signing.document.version != before) parts_.rows.saveSigning(receipt.signing, before);
        parts_.rows.saveUpload(receipt.upload);
        parts_.audit.record(actor, {"scan.confirm", "upload", receipt.upload.id, ""});
    });
    return receipt;
}

Upload Paper::attach(const Actor& actor, std::string_view signerId, const ReturnedFile& file) {
    const SignerPlace at = placeOfSigner(parts_.rows, signerId);
    domain::expectAlive(at.signing);
    expectRoom(parts_.rows.uploadsOf(at.signing.document.id), actor, at.signerId);
    const bool isKnown = isPdf(file.bytes) || isPicture(file.bytes) || foreignFormat(file.bytes) != ForeignFormat::none;
    if (!isKnown) throw Error(ErrorCode::data, say("upload.format"));
    Upload upload = stored(file, at.signing.document.id);
    upload.signerId = at.signerId;
    upload.kind = UploadKind::attachment;
    upload.state = UploadState::accepted;
    parts_.rows.transaction([&] {
        domain::expectAlive(documentWith(parts_.rows, upload.documentId));
        parts_.rows.saveUpload(upload);
        parts_.audit.record(actor, {"upload.attach", "signer", at.signerId, upload.sha256});
    });
    return upload;
}

}  // namespace workflow
