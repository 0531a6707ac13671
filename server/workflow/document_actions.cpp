#include "server/workflow/document_actions.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "server/workflow/plain_text.h"

namespace workflow {

using domain::Actor;
using domain::Signing;

std::string reasonGiven(std::string_view text) {
    const std::string_view reason = base::trimmed(text);
    if (!isPlain(reason, kLongestReason)) {
        const base::Message wanted = base::say("document.reason_wanted", {std::to_string(kLongestReason)});
        throw base::Error(base::ErrorCode::data, wanted, {{{{}, 0, 0, "/reason"}, wanted}});
    }
    return std::string(reason);
}

Signing DocumentActions::issue(const Actor& actor, std::string_view id, const ExpectedVersion& expected) {
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, id, expected, "document.issue",
                          [&](Signing signing) { return domain::issued(std::move(signing), at); });
}

IssuedDrafts DocumentActions::issueDrafts(const Actor& actor, std::string_view meetingId) {
    IssuedDrafts all;
    eachSigning(parts_.rows, meetingId, domain::DocumentState::draft, [&](const Signing& one) {
        try {
            all.issued.push_back(issue(actor, one.document.id, one.document.version));
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::conflict && error.code() != base::ErrorCode::notFound) throw;
            all.failed.push_back({one.document.id, error.message()});
        }
    });
    return all;
}

Signing DocumentActions::send(const Actor& actor, std::string_view id, const ExpectedVersion& expected) {
    return changeDocument(parts_, actor, id, expected, "document.send",
                          [](Signing signing) { return domain::sent(std::move(signing)); });
}

Signing DocumentActions::expire(const Actor& actor, std::string_view id, const ExpectedVersion& expected) {
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, id, expected, "document.expire",
                          [&](Signing signing) { return domain::expired(std::move(signing), at); });
}

Signing DocumentActions::makeVoid(const Actor& actor, std::string_view id, const std::string& reason,
                                  const ExpectedVersion& expected) {
    const std::string given = reasonGiven(reason);
    return changeDocument(parts_, actor, id, expected, "document.void",
                          [&](Signing signing) { return domain::voided(std::move(signing), given, {}); });
}

Signing DocumentActions::close(const Actor& actor, std::string_view id, const std::string& reason,
                               const ExpectedVersion& expected) {
    const std::string given = reasonGiven(reason);
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, id, expected, "document.close",
                          [&](Signing signing) { return domain::closed(std::move(signing), given, at); });
}

Signing DocumentActions::open(const Actor& actor, std::string_view signerId) {
    const SignerPlace place = placeOfSigner(parts_.rows, signerId);
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, place.signing.document.id, {}, "signer.open",
                          [&](Signing signing) { return domain::opened(std::move(signing), place.signerId, at); });
}

Signing DocumentActions::readNotice(const Actor& actor, std::string_view signerId) {
    const SignerPlace place = placeOfSigner(parts_.rows, signerId);
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, place.signing.document.id, {}, "signer.notice",
                          [&](Signing signing) { return domain::noticeRead(std::move(signing), place.signerId, at); });
}

Signing DocumentActions::decline(const Actor& actor, std::string_view signerId, const std::string& reason) {
    const std::string given = reasonGiven(reason);
    const SignerPlace place = placeOfSigner(parts_.rows, signerId);
    const base::Instant at = parts_.now();
    return changeDocument(parts_, actor, place.signing.document.id, {}, "signer.decline", [&](Signing signing) {
        return domain::declinedBy(std::move(signing), place.signerId, given, at);
    });
}

Signing DocumentActions::pin(const Actor& actor, std::string_view signerId, std::string_view certificateSha256) {
    constexpr std::size_t kDigestOctets = 32;
    const base::Bytes digest = base::fromHex(certificateSha256);
    if (!digest.empty() && digest.size() != kDigestOctets)
        throw base::Error(base::ErrorCode::data, base::say("document.bad_fingerprint"));
    const SignerPlace place = placeOfSigner(parts_.rows, signerId);
    return changeDocument(parts_, actor, place.signing.document.id, {}, "signer.pin", [&](Signing signing) {
        return domain::pinned(std::move(signing), place.signerId, base::hex(digest));
    });
}

}  // namespace workflow
