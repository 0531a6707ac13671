#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/receive_upload.h"

namespace workflow {

/// Files beside a document: scans of what was signed on paper, and what partners add (a power of attorney). PDF, JPEG
/// or PNG; an attachment may also be a signature in another format.
class Paper {
public:
    explicit Paper(DocumentParts parts) : parts_(std::move(parts)) {}

    /// The clerk uploads a scan; it waits for confirmScan(). Throws Error(data) upload.format, Error(unreadable) pdf.*
    /// for a PDF that cannot be read, Error(notFound), Error(conflict) for a draft or a document that has ended.
    Receipt scan(const domain::Actor& actor, std::string_view documentId, const ReturnedFile& file);

    /// The clerk's word that these signers have signed on the paper that the scan shows: grade scanned. A document
    /// without signature fields has none. Throws Error(conflict) unless the scan waits, all of them are open and the
    /// document has not ended.
    Receipt confirmScan(const domain::Actor& actor, std::string_view uploadId,
                        const std::vector<std::string>& signerIds);

    /// Kept beside the signer's document. Throws as scan(), and as expectRoom().
    domain::Upload attach(const domain::Actor& actor, std::string_view signerId, const ReturnedFile& file);

private:
    domain::Upload stored(const ReturnedFile& file, const std::string& documentId);

    DocumentParts parts_;
};

}  // namespace workflow
