#include "server/workflow/documents.h"

#include <algorithm>

#include "server/limits.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Signing;

constexpr std::size_t kPiece = 200;  // documents read in one step

}  // namespace

Signing documentWith(DocumentStore& rows, std::string_view id) {
    auto found = rows.signing(id);
    if (!found) throw Error(ErrorCode::notFound, say("document.none"));
    return std::move(*found);
}

void eachSigning(DocumentStore& rows, std::string_view meetingId, std::optional<domain::DocumentState> state,
                 const std::function<void(Signing)>& take) {
    DocumentWish wish{std::string(meetingId), state, {{}, kPiece}};
    for (bool isMore = true; isMore;) {
        std::vector<Signing> some = rows.signings(wish);
        isMore = some.size() == kPiece;
        if (isMore) wish.page.after = some.back().document.id;
        for (Signing& one : some) take(std::move(one));
    }
}

SignerPlace placeOfSigner(DocumentStore& rows, std::string_view signerId) {
    const auto document = rows.documentOfSigner(signerId);
    if (!document) throw Error(ErrorCode::notFound, say("state.no_signer"));
    SignerPlace place{documentWith(rows, *document), std::string(signerId)};
    while (!place.signing.document.replacedBy.empty()) {
        Signing next = documentWith(rows, place.signing.document.replacedBy);
        const domain::Signer* heir = domain::inPlaceOf(place.signer(), place.signing, next);
        if (heir == nullptr) break;
        std::string id = heir->id;
        place = {std::move(next), std::move(id)};
    }
    return place;
}

void expectRoom(const std::vector<domain::Upload>& uploads, const domain::Actor& actor, std::string_view signerId) {
    if (actor.kind != domain::Actor::Kind::link) return;
    const auto count = std::count_if(uploads.begin(), uploads.end(),
                                     [&](const domain::Upload& one) { return one.signerId == signerId; });
    if (static_cast<std::size_t>(count) >= limits::kUploads.value)
        throw Error(ErrorCode::conflict, say("upload.too_many", {std::to_string(limits::kUploads.value)}));
}

Signing changeDocument(const DocumentParts& parts, const domain::Actor& actor, std::string_view id,
                       const ExpectedVersion& expected, const std::string& action, const Transition& transition) {
    Signing after;
    parts.rows.transaction([&] {
        const Signing before = documentWith(parts.rows, id);
        if (expected && *expected != before.document.version)
            throw Error(ErrorCode::conflict, say("document.changed", {before.document.id}));
        after = transition(before);
        if (after == before) return;
        parts.rows.saveSigning(after, before.document.version);
        parts.audit.record(actor, {action, "document", before.document.id, std::string(name(after.document.state))});
    });
    return after;
}

std::optional<base::Instant> copyUntil(DocumentStore& rows, std::string_view signerId, std::chrono::days days) {
    const auto signedAt = rows.signedAt(signerId);
    if (!signedAt) return std::nullopt;
    return *signedAt + days;
}

}  // namespace workflow
