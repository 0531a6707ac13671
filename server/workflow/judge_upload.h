#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "server/domain/document.h"
#include "signing/validate.h"

namespace workflow {

/// What is asked of a returned file.
struct UploadExpectation {
    std::string expectedName{};        ///< empty: any
    std::string pinnedCertificate{};   ///< lower-case hexadecimal SHA-256 of its DER; empty: any
    std::string field{};               ///< the one made for the signer
    std::size_t signaturesBefore = 0;  ///< in the longest revision of ours that it begins with
    base::Instant at{};
    bool demonstration = false;  ///< only then does a demonstration's trust count
};

/// What the verdict on a returned file means for its signer.
struct UploadJudgement {
    std::string field{};  ///< of the new signature
    std::string signedName{};
    domain::Grade grade = domain::Grade::complete;
    std::vector<base::Message> questions{};  ///< for the clerk; none: it is accepted
};

/// Throws what the table of bad input has for the file, rows 23 and 25 to 31: Error(data) signature.missing,
/// signature.range, cms.malformed, cms.attributes, changed.after_signing (with the changes), signature.broken,
/// weak.algorithm, certificate.expired; Error(forbidden) signer.mismatch for another certificate than the pinned one.
/// What cannot be classified, and another name than the expected one, are questions.
UploadJudgement judgeUpload(const signing::FileVerdict& verdict, const UploadExpectation& expected);

}  // namespace workflow
