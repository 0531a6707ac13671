#include "server/workflow/rejudge.h"

#include <algorithm>

#include "server/workflow/revision_place.h"

namespace workflow {
namespace {

using domain::Signer;
using domain::Signing;
using domain::Upload;

constexpr std::size_t kPiece = 100;  // documents looked at in one step

bool isUndecided(const Signer& signer) {
    return signer.state == domain::SignerState::complete && signer.grade == domain::Grade::complete;
}

/// The file that brought this signer's signature.
const Upload* uploadOf(const std::vector<Upload>& uploads, const Signer& signer) {
    const auto found = std::find_if(uploads.begin(), uploads.end(),
                                    [&](const Upload& one) { return isRevision(one) && one.signerId == signer.id; });
    return found == uploads.end() ? nullptr : &*found;
}

}  // namespace

std::size_t Rejudging::run(const domain::Actor& actor) {
    std::size_t raised = 0;
    DocumentWish wish{{}, {}, {{}, kPiece}};
    for (auto some = parts_.rows.signings(wish); !some.empty(); some = parts_.rows.signings(wish)) {
        for (const Signing& signing : some) raised += rejudge(actor, signing);
        wish.page.after = some.back().document.id;
    }
    return raised;
}

std::size_t Rejudging::rejudge(const domain::Actor& actor, const Signing& signing) {
    if (std::none_of(signing.signers.begin(), signing.signers.end(), isUndecided)) return 0;
    const auto uploads = parts_.rows.uploadsOf(signing.document.id);
    std::size_t raised = 0;
    for (const Signer& signer : signing.signers) {
        const Upload* upload = isUndecided(signer) ? uploadOf(uploads, signer) : nullptr;
        if (upload == nullptr || !isTrusted(signing.document, *upload)) continue;
        changeDocument(parts_, actor, signing.document.id, {}, "signer.verify",
                       [&](Signing now) { return domain::verifiedBy(std::move(now), signer.id); });
        ++raised;
    }
    return raised;
}

bool Rejudging::isTrusted(const domain::Document& document, const Upload& upload) {
    const auto verdict = parts_.reader.validate(parts_.files.get(upload.sha256), parts_.anchors(), parts_.now());
    return std::any_of(verdict.signatures.begin(), verdict.signatures.end(), [&](const auto& one) {
        return one.field == upload.field && one.indication == signing::Indication::totalPassed &&
               (!one.demonstration || document.demonstration);
    });
}

}  // namespace workflow
