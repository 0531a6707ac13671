#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/document_states.h"
#include "server/domain/upload.h"
#include "server/workflow/account_ports.h"

namespace workflow {

/// Which documents to list; empty members do not restrict.
struct DocumentWish {
    std::string meetingId{};
    std::optional<domain::DocumentState> state{};
    PageWish page{};
};

/// Which stored files to list; empty members do not restrict.
struct UploadWish {
    std::string documentId{};
    std::optional<domain::UploadKind> kind{};
    std::optional<domain::UploadState> state{};
    PageWish page{};
};

/// Rows of documents with their signers, and of the files that belong to them.
class DocumentStore : public virtual Transactions {
public:
    /// Throws Error(conflict) when there is a document with this id.
    virtual void addSigning(const domain::Signing& signing) = 0;
    /// Replaces the document and its signers. Throws Error(conflict) unless the stored one has `versionBefore`.
    virtual void saveSigning(const domain::Signing& signing, std::int64_t versionBefore) = 0;
    virtual std::optional<domain::Signing> signing(std::string_view documentId) = 0;
    virtual std::optional<std::string> documentOfSigner(std::string_view signerId) = 0;
    /// When the signer signed; nothing where they have not, or nobody has this id. One look at one row, however large
    /// the document: links that open nothing are asked about by this (row 44 of the table of bad input).
    virtual std::optional<base::Instant> signedAt(std::string_view signerId) = 0;
    virtual std::vector<domain::Signing> signings(const DocumentWish& wish) = 0;  ///< by document's id

    /// Adds or replaces the upload with this id.
    virtual void saveUpload(const domain::Upload& upload) = 0;
    virtual std::optional<domain::Upload> upload(std::string_view id) = 0;
    virtual std::vector<domain::Upload> uploads(const UploadWish& wish) = 0;       ///< by id
    virtual std::vector<domain::Upload> uploadsOf(std::string_view document) = 0;  ///< all, as they came
    /// Those of all documents of a meeting: by document's id, of each as they came.
    virtual std::vector<domain::Upload> uploadsOfMeeting(std::string_view meetingId) = 0;
};

}  // namespace workflow
