#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "base/message.h"

namespace signing {

enum class Indication { totalPassed, totalFailed, indeterminate };
enum class Integrity { intact, broken, unknown };
enum class Coverage { wholeFile, revision, partial };
enum class Changes { none, allowed, disallowed, unknown };
enum class Kind { signature, seal, documentTimestamp };

/// What is known of one signature (design.md section 4). What could not be determined is empty or `unknown`.
struct SignatureVerdict {
    std::string field{};
    Kind kind = Kind::signature;
    std::string subFilter{};
    Indication indication = Indication::indeterminate;
    std::string subIndication{};  ///< EN 319 102-1 table 5 to 7: HASH_FAILURE, NO_CERTIFICATE_CHAIN_FOUND …
    Integrity integrity = Integrity::unknown;
    Coverage coverage = Coverage::partial;
    Changes changesAfter = Changes::unknown;
    std::vector<base::Message> changes{};
    std::string level{};  ///< B-B, B-T, B-LT, B-LTA, CMS; empty where not determined
    std::string signerName{};
    std::string certificate{};  ///< the signer's subject, RFC 4514
    std::optional<base::Instant> claimedTime{};
    std::optional<base::Instant> bestSignatureTime{};
    std::string qualification = "unknown";
    bool demonstration = false;  ///< its chain ends in a demonstration root
    std::vector<base::Message> reasons{};
    base::Bytes certificateSha256{};           ///< of the signer's certificate (DER), 32 octets
    std::optional<base::Instant> validFrom{};  ///< the certificate's own dates, whoever issued it
    std::optional<base::Instant> validTo{};
    std::size_t cmsSize = 0;  ///< of the signature's DER, in octets; 0 where it cannot be read
    std::string weakness{};   ///< an algorithm or key that our policy does not take any more; empty where there is none
};

enum class FileIndication { totalPassed, totalFailed, indeterminate, noSignature, unreadable };

struct FileVerdict {
    FileIndication verdict = FileIndication::unreadable;
    base::Bytes sha256{};  ///< 32 octets, empty where the file could not be read
    std::optional<base::Message> error{};
    std::vector<SignatureVerdict> signatures{};
};

/// Certificates that are trusted: *.crt, *.cer, *.pem of a folder, or DER in memory.
class TrustAnchors {
public:
    TrustAnchors();
    ~TrustAnchors();
    TrustAnchors(TrustAnchors&&) noexcept;
    TrustAnchors& operator=(TrustAnchors&&) noexcept;
    /// PEM (all certificates in it) or DER. Throws Error(unreadable) for anything else.
    void add(base::ByteView certificates);
    bool empty() const;
    struct State;
    const State& state() const { return *state_; }

private:
    std::unique_ptr<State> state_;
};

struct ValidationContext {
    const TrustAnchors& anchors;
    base::Instant at{};
};

/// Judges every signature of a file (EN 319 102-1 section 5.3, with its own raw-byte checks). Never throws for what the
/// file holds: a file that cannot be read has the verdict `unreadable` and its `error`.
FileVerdict validate(base::ByteView file, const ValidationContext& context);

/// The file's verdict from its signatures': the worst of them.
FileIndication worst(const std::vector<SignatureVerdict>& signatures);

}  // namespace signing
