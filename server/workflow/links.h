#pragma once

#include <string>
#include <string_view>

#include "server/workflow/accounts.h"

namespace workflow {

/// The secret links of signers. Whether a signer is there, and what their link opens, is the documents' business.
class Links {
public:
    explicit Links(AccountParts parts) : parts_(std::move(parts)) {}

    /// A new link's secret, shown this once; the signer's earlier one ends.
    std::string make(const domain::Actor& actor, std::string_view signer, base::Instant expiresAt);

    /// The signer's link opens nothing from now on; nothing happens where there is none.
    void revoke(const domain::Actor& actor, std::string_view signer);

private:
    AccountParts parts_;
};

}  // namespace workflow
