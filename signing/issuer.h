#pragma once

#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "signing/identity.h"

namespace signing {

/// A natural person's certificate: with a name, or with a pseudonym where the name is not known.
struct SubjectName {
    std::string commonName{};  ///< at most 64 characters (X.520 ub-common-name)
    std::string givenName{};
    std::string surname{};
    std::string pseudonym{};
};

/// The demonstration's certification authority: a root made now, P-256, whose key is gone with this object.
/// Its leaves carry noRevAvail (RFC 9608), digitalSignature and nonRepudiation.
class DemonstrationIssuer {
public:
    explicit DemonstrationIssuer(base::Instant now);
    ~DemonstrationIssuer();
    DemonstrationIssuer(const DemonstrationIssuer&) = delete;
    DemonstrationIssuer& operator=(const DemonstrationIssuer&) = delete;

    base::Bytes rootDer() const;
    base::Bytes rootPem() const;
    Identity issue(const SubjectName& subject) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A new key (P-256) and a certificate for an office's own seal that it signs itself: kOwnSealName, `organisation` (cut
/// to 64 characters), ten years, noRevAvail, digitalSignature and nonRepudiation. Nobody vouches for it.
Identity issueOwnSeal(const std::string& organisation, base::Instant now);

/// The common name that says so.
inline constexpr const char* kOwnSealName = "Pieczęć urzędu (własna) – Akces";

/// The common name that marks a demonstration root; verdicts and reports count its signatures apart.
inline constexpr const char* kDemonstrationRootName = "Urząd pokazowy Akces (POKAZ)";

/// Stands in every common name that the demonstration certifies.
inline constexpr const char* kDemonstrationMark = "(POKAZ)";

}  // namespace signing
