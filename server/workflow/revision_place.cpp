#include "server/workflow/revision_place.h"

#include <algorithm>

namespace workflow {

bool isRevision(const domain::Upload& upload) {
    return upload.state == domain::UploadState::accepted &&
           (upload.kind == domain::UploadKind::head || upload.kind == domain::UploadKind::counterpart);
}

RevisionPlace revisionPlace(Archive& files, const domain::Document& document,
                            const std::vector<domain::Upload>& uploads, base::ByteView file) {
    RevisionPlace place;
    if (document.issuedSha256.empty() || !file.starts_with(files.get(document.issuedSha256))) return place;
    place.isOurs = true;
    place.extendsHead = document.headSha256 == document.issuedSha256;
    std::size_t longest = 0;
    for (const domain::Upload& upload : uploads) {
        if (!isRevision(upload) || upload.size > file.size() || !file.starts_with(files.get(upload.sha256))) continue;
        if (upload.sha256 == document.headSha256) place.extendsHead = true;
        if (upload.size < longest) continue;
        longest = upload.size;
        place.signaturesBefore = upload.signatures;
    }
    return place;
}

}  // namespace workflow
