#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/workflow/documents.h"

namespace workflow {

/// A file that came, and the document as it is now.
struct Receipt {
    domain::Upload upload{};
    domain::Signing signing{};
};

struct ReturnedFile {
    std::string name{};  ///< without folders
    base::ByteView bytes{};
};

/// Signed files that come back from the signers' own programs (design.md section 3). Nothing that came is lost.
class Receiving {
public:
    explicit Receiving(DocumentParts parts) : parts_(std::move(parts)) {}

    /// Takes the file as the signer's signature: as the new head, or as a counterpart where it extends an older
    /// revision. It waits for the clerk's word when changes are unclear or the name is another one; XML, ASiC, ZIP and
    /// CMS are kept as attachment, with a finding that says what to do. The upload tells which. The same file of the
    /// same signer again, because its answer did not arrive, is the same upload.
    /// Throws, and keeps the file in quarantine with the finding: Error(unreadable) pdf.*, Error(data)
    /// pdf.active_content and as judgeUpload(), Error(forbidden) signer.mismatch, Error(conflict) document.mismatch,
    /// state.document, state.signer. Throws Error(notFound), Error(busy), Error(unavailable), and as expectRoom(), and
    /// then keeps nothing.
    Receipt receive(const domain::Actor& actor, std::string_view signerId, const ReturnedFile& file);

    /// The clerk's word on an upload that waits. Throws Error(notFound), Error(conflict) unless it waits and its signer
    /// is still open.
    Receipt confirm(const domain::Actor& actor, std::string_view uploadId);
    Receipt refuse(const domain::Actor& actor, std::string_view uploadId);

private:
    Receipt take(const domain::Actor& actor, const SignerPlace& at, const ReturnedFile& file, domain::Upload upload);
    /// Where the same file came before.
    std::optional<Receipt> known(domain::Upload upload);
    Receipt attach(const domain::Actor& actor, const SignerPlace& at, domain::Upload upload, base::Message finding);
    Receipt placed(const domain::Actor& actor, std::string_view signerId, base::ByteView bytes,
                   const signing::FileVerdict& verdict, domain::Upload upload);
    Receipt wait(const domain::Actor& actor, const SignerPlace& at, domain::Upload upload);
    Receipt accept(const domain::Actor& actor, const SignerPlace& at, domain::Upload upload, domain::Grade grade);
    void quarantine(const domain::Actor& actor, domain::Upload upload, const base::Error& why);

    DocumentParts parts_;
};

}  // namespace workflow
