#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "server/domain/document_states.h"
#include "server/domain/upload.h"
#include "server/workflow/ports.h"

namespace workflow {

/// Where a file stands among the revisions of a document that we have.
struct RevisionPlace {
    bool isOurs = false;               ///< it begins with the issued bytes
    bool extendsHead = false;          ///< it begins with the head
    std::size_t signaturesBefore = 0;  ///< in the longest revision of ours that it begins with
};

/// Compares octets with the issued file, the head and every counterpart in `uploads`, which are the document's.
RevisionPlace revisionPlace(Archive& files, const domain::Document& document,
                            const std::vector<domain::Upload>& uploads, base::ByteView file);

/// The revision that carries the signer's signature: the head, or, where theirs stands on a counterpart, the longest
/// revision of that. `uploads` are the document's.
base::Bytes copyOf(Archive& files, const domain::Document& document, const std::vector<domain::Upload>& uploads,
                   std::string_view signerId);

/// A file that carries signatures of a document.
struct RevisionFile {
    std::string name{};
    std::string sha256{};
    bool isHead = false;
};

/// The head, then every counterpart with a name of its own. `uploads` are the document's.
std::vector<RevisionFile> revisionFiles(const domain::Document& document, const std::vector<domain::Upload>& uploads);

/// Head or counterpart, accepted: a revision of the document that is ours.
bool isRevision(const domain::Upload& upload);

}  // namespace workflow
