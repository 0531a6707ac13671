#pragma once

#include <cstddef>

#include "server/workflow/documents.h"
#include "server/workflow/jobs.h"

namespace workflow {

/// Looks again at signatures whose trust was not established, now that there may be other anchors.
class Rejudging final : public LongWork {
public:
    explicit Rejudging(DocumentParts parts) : parts_(std::move(parts)) {}

    /// The same in steps of some documents. result: {"after": the last one's id, "raised": signers}
    bool step(domain::Job& job) override;

    /// Raises every signer whose signature is TOTAL-PASSED by now from signed to verified; nobody's grade sinks.
    /// One whose file is lost or cannot be read stays as it is. Returns how many were raised. Throws Error(busy),
    /// Error(unavailable); what was raised by then stays.
    std::size_t run(const domain::Actor& actor);

private:
    struct Piece;
    Piece next(const domain::Actor& actor, const std::string& after);
    std::size_t rejudge(const domain::Actor& actor, const domain::Signing& signing);
    bool isTrusted(const domain::Document& document, const domain::Upload& upload);

    DocumentParts parts_;
};

}  // namespace workflow
