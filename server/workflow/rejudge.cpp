#include "server/workflow/rejudge.h"

#include <algorithm>

#include "server/workflow/json_value.h"
#include "server/workflow/revision_place.h"

namespace workflow {
namespace {

using domain::Signer;
using domain::Signing;
using domain::Upload;
using templates::Value;

constexpr std::size_t kPiece = 20;  // documents looked at in one step

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

/// Some documents, and how far that came.
struct Rejudging::Piece {
    std::string last{};
    std::size_t documents = 0;
    std::size_t raised = 0;
};

Rejudging::Piece Rejudging::next(const domain::Actor& actor, const std::string& after) {
    Piece piece;
    for (const Signing& signing : parts_.rows.signings({{}, {}, {after, kPiece}})) {
        piece.raised += rejudge(actor, signing);
        piece.last = signing.document.id;
        ++piece.documents;
    }
    return piece;
}

std::size_t Rejudging::run(const domain::Actor& actor) {
    std::size_t raised = 0;
    for (Piece piece = next(actor, {}); piece.documents > 0; piece = next(actor, piece.last)) raised += piece.raised;
    return raised;
}

bool Rejudging::step(domain::Job& job) {
    Value before = job.result.empty() ? Value() : readJson(job.result, "");
    const Value* after = before.find("after");
    const Value* raised = before.find("raised");
    const Piece piece = next({domain::Actor::Kind::system}, after == nullptr ? std::string() : *after->text());
    if (piece.documents == 0) return true;
    Value::Map result;
    result["after"] = piece.last;
    result["raised"] = (raised == nullptr ? 0 : *raised->integer()) + static_cast<std::int64_t>(piece.raised);
    job.result = valueJson(result);
    job.done += static_cast<std::int64_t>(piece.documents);
    job.total = job.done;
    return piece.documents < kPiece;
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

bool Rejudging::isTrusted(const domain::Document& document, const Upload& upload) try {
    const auto verdict = parts_.reader.validate(parts_.files.get(upload.sha256), parts_.anchors(), parts_.now());
    return std::any_of(verdict.signatures.begin(), verdict.signatures.end(), [&](const auto& one) {
        return one.field == upload.field && one.indication == signing::Indication::totalPassed &&
               (!one.demonstration || document.demonstration);
    });
} catch (const base::Error& error) {  // a lost or damaged file is the archive check's finding, and holds up no other
    if (error.code() != base::ErrorCode::unreadable && error.code() != base::ErrorCode::notFound) throw;
    return false;
}

}  // namespace workflow
