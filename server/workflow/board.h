#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/documents.h"

namespace workflow {

/// How far one partner is with one document, the least first.
enum class BoardStep { invited, issued, opened, complete, verified, archived, declined, expired, voided };
inline constexpr BoardStep kBoardSteps[] = {BoardStep::invited,  BoardStep::issued,   BoardStep::opened,
                                            BoardStep::complete, BoardStep::verified, BoardStep::archived,
                                            BoardStep::declined, BoardStep::expired,  BoardStep::voided};

std::string_view name(BoardStep step);  ///< "invited", "signed" …

struct BoardRow {
    domain::Signer signer{};
    domain::DocumentKind kind = domain::DocumentKind::other;
    domain::DocumentState document = domain::DocumentState::draft;
    BoardStep step = BoardStep::invited;
    bool isOnCounterpart = false;  ///< their signature stands on a counterpart
    std::size_t waiting = 0;       ///< uploads of theirs that wait for the clerk
};

/// A meeting's signers in the order of the participants, over heads and counterparts.
struct Board {
    std::vector<BoardRow> rows{};
    std::size_t
        counts[std::size(kBoardSteps)]{};  ///< partners, not the leader, in each step, in the order of kBoardSteps
};

/// A reissued document stands for the one that it replaced.
Board boardOf(DocumentStore& rows, std::string_view meetingId);

}  // namespace workflow
