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

base::Bytes copyOf(Archive& files, const domain::Document& document, const std::vector<domain::Upload>& uploads,
                   std::string_view signerId) {
    const auto isTheirs = [signerId](const domain::Upload& one) {
        return isRevision(one) && one.kind == domain::UploadKind::counterpart && one.signerId == signerId;
    };
    const auto own = std::find_if(uploads.begin(), uploads.end(), isTheirs);
    if (own == uploads.end()) return files.get(document.headSha256);
    base::Bytes copy = files.get(own->sha256);
    for (const domain::Upload& one : uploads) {
        if (!isRevision(one) || one.size <= copy.size()) continue;
        base::Bytes later = files.get(one.sha256);
        if (later.starts_with(copy)) copy = std::move(later);
    }
    return copy;
}

std::vector<RevisionFile> revisionFiles(const domain::Document& document, const std::vector<domain::Upload>& uploads) {
    std::vector<RevisionFile> files{{document.fileName, document.headSha256, true}};
    for (const domain::Upload& one : uploads)
        if (isRevision(one) && one.kind == domain::UploadKind::counterpart)
            files.push_back({domain::counterpartName(document.fileName, files.size() + 1), one.sha256, false});
    return files;
}

}  // namespace workflow
