#pragma once

#include <cstddef>
#include <iterator>
#include <map>
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

/// How many of a meeting's documents are at which point.
struct BoardDocuments {
    std::map<domain::DocumentState, std::size_t> inState{};
    std::size_t toSend = 0;    ///< issued, and somebody is to sign
    std::size_t toAccept = 0;  ///< domain::isToAccept()
    bool isDemonstration = false;
    std::vector<domain::Document> unsignedOnes{};  ///< nobody signs them, and they are not void
};

/// A meeting's signers in the order of the participants, over heads and counterparts, and its documents in numbers.
struct Board {
    std::vector<BoardRow> rows{};
    BoardDocuments documents{};
    std::size_t
        counts[std::size(kBoardSteps)]{};  ///< partners, not the leader, in each step, in the order of kBoardSteps
};

/// In the rows a reissued document stands for the one that it replaced; the numbers have both.
Board boardOf(DocumentStore& rows, std::string_view meetingId);

}  // namespace workflow
