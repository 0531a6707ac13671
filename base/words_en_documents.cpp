#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"state.document", "This is not possible because the document is: {0} ({1}). Please reload the document’s page."},
    {"state.signer", "This is not possible because the signature is: {0} ({1}). Please reload the document’s page."},
    {"state.upload", "This file was decided on already ({0}); please reload the list of files."},
    {"document_state.draft", "draft"},
    {"document_state.issued", "issued"},
    {"document_state.sent", "sent for signing"},
    {"document_state.partly_signed", "partly signed"},
    {"document_state.signed", "signed"},
    {"document_state.archived", "archived"},
    {"document_state.declined", "declined"},
    {"document_state.expired", "expired"},
    {"document_state.voided", "voided"},
    {"document_state.sealing_failed", "sealing failed, will be retried"},
    {"signer_state.invited", "waiting"},
    {"signer_state.opened", "document opened"},
    {"signer_state.signed", "signed"},
    {"signer_state.declined", "declined"},
    {"signer_state.expired", "expired"},
    {"state.no_signer", "There is no such signer; please check the link or ask the office for a new one."},
    {"document.none", "There is no document with this identifier; please go back to the list of documents."},
    {"document.exists", "The document {0} exists already; please try again in a moment."},
    {"document.changed", "Someone else changed the document {0}; please open it again and repeat the change."},
    {"document.mismatch",
     "The returned file is not the document issued by the office with a signature added. Please download the document "
     "from this page, sign it without printing or re-saving, and send it back."},
    {"document.reason_wanted", "Please give the reason: 1 to {0} characters."},
    {"document.confirm_reissue",
     "Someone has signed this document already. The new one will have to be signed from the beginning; please confirm "
     "that this is wanted."},
    {"document.bad_fingerprint",
     "The certificate’s fingerprint must be a SHA-256 fingerprint: 64 hexadecimal digits without spaces."},
    {"document.no_leader",
     "This document has no signature field for the leader, so the office cannot accept it by signing."},
    {"document.nothing_to_accept",
     "Nobody has signed this document yet; the office accepts it after the partner’s signature."},
    {"document.no_counterpart",
     "This document has no such counterpart; please choose one from the list of counterparts."},
    {"draft.faults", "No documents were made because the data have faults. Please correct them and try again."},
    {"draft.left_out", "The meeting has {0} of these documents already; only the missing ones will be made."},
    {"draft.double", "The meeting has such a document already ({0}); please void or reissue it first."},
    {"draft.no_successor", "The present data give no document of this name; please check the meeting’s data."},
    {"upload.none", "There is no such file; please go back to the document’s list of files."},
    {"upload.too_many",
     "{0} {0|file was|files were} sent already, this link takes no more; please contact the office."},
    {"upload.other_name",
     "The signature names “{0}”, but the document expects the signature of: {1}. The file was kept; the office "
     "confirms whether it is taken."},
    {"upload.unclear_changes",
     "The file has changes that could not be classified. The file was kept; the office confirms whether it is taken."},
    {"upload.xades",
     "This is a signature in a separate XML file (XAdES). It was kept as an attachment. Please sign the PDF file "
     "itself: choose the format PAdES in the signing program and send back the signed PDF."},
    {"upload.xml",
     "This is an XML file without a signature. It was kept as an attachment. Please send back the signed PDF file "
     "(format PAdES)."},
    {"upload.asic",
     "This is a container with a signature (ASiC). It was kept as an attachment. Please sign the PDF file itself: "
     "choose the format PAdES in the signing program and send back the signed PDF."},
    {"upload.zip", "This is a ZIP archive. It was kept as an attachment. Please send back the signed PDF file alone."},
    {"upload.cms",
     "This is a signature in a separate file (CAdES). It was kept as an attachment. Please sign the PDF file itself: "
     "choose the format PAdES in the signing program and send back the signed PDF."},
    {"upload.format", "PDF, JPEG and PNG files are taken; please choose another file."},
    {"pdf.active_content",
     "The file has content that the document may not have ({0}). Please sign the file downloaded from this page."},
    {"signature.missing",
     "The returned file has no new electronic signature. A picture of a signature or a printout is not a signature; "
     "please sign the PDF file and send it again."},
    {"signature.range",
     "The signature does not cover the document as it should, so it cannot be taken. Please sign the file downloaded "
     "from this page again, best with another program."},
    {"signature.broken",
     "The signature does not match the file’s content, so it cannot be taken. Please sign the file downloaded from "
     "this page again."},
    {"changed.after_signing",
     "The document was changed after signing in a way not allowed. Please sign the file downloaded from this page "
     "again."},
    {"weak.algorithm",
     "The signature uses an algorithm or key no longer considered safe ({0}). Please sign again with SHA-256 or "
     "newer."},
    {"cms.malformed",
     "The signature in the file is malformed, so it cannot be taken. Please sign again, best with another program."},
    {"cms.attributes",
     "The signature lacks required data about the certificate or the content. Please sign again in the format PAdES."},
    {"certificate.expired",
     "The signer’s certificate is not valid now (term: {0}). Please sign with a valid certificate."},
    {"signer.mismatch",
     "The signature was made with another certificate ({0}) than the one named by the office. Please sign with the "
     "right one or contact the office."},
    {"signer.pinned",
     "The office named the certificate to sign this document with. Please sign it in your own program or contact the "
     "office."},
    {"scan.signers_wanted", "Please say who signed the scanned document."},
    {"seal.faults", "No signature was made because data are missing."},
    {"seal.name_wanted", "Please type the name: 1 to {0} characters."},
    {"seal.consent_wanted", "Please tick the consent to signing the document."},
    {"seal.appearance", "{0} – name typed on the spot, sealed by the office"},
    {"seal.failed",
     "The office key did not answer, so there is no signature yet. What was given is kept; the office will try again."},
    {"seal.not_made",
     "The office key did not answer, so the counterpart is not accepted yet. Please try again in a moment."},
    {"store.unknown_name", "The database contains the unknown term “{0}”."},
    {"document.none_of_meeting", "This meeting has no documents yet; please generate them first."},
    {"document.no_text",
     "The text of this document was not kept, because an older version of the program made it; please open the PDF "
     "file."},
});

}  // namespace

std::span<const Word> documentsWords() { return kWords; }

}  // namespace base::english
