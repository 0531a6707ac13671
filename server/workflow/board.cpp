#include "server/workflow/board.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "server/domain/signature_field.h"
#include "server/workflow/documents.h"
#include "server/workflow/revision_place.h"

namespace workflow {
namespace {

using domain::DocumentState;
using domain::Signer;
using domain::SignerState;
using domain::Signing;
using domain::Upload;

constexpr std::array<std::string_view, std::size(kBoardSteps)> kNames{
    "invited", "issued", "opened", "signed", "verified", "archived", "declined", "expired", "voided"};

/// A signature stays one whatever became of its document, but for one that is void.
BoardStep stepOf(const Signing& signing, const Signer& signer) {
    const DocumentState state = signing.document.state;
    if (state == DocumentState::voided) return BoardStep::voided;
    switch (signer.state) {
        case SignerState::declined:
            return BoardStep::declined;
        case SignerState::expired:
            return BoardStep::expired;
        case SignerState::complete:
            if (state == DocumentState::archived) return BoardStep::archived;
            return signer.grade == domain::Grade::verified ? BoardStep::verified : BoardStep::complete;
        case SignerState::opened:
            return BoardStep::opened;
        case SignerState::invited:
            break;
    }
    return state == DocumentState::draft ? BoardStep::invited : BoardStep::issued;
}

/// Uploads by their signers' ids.
using Files = std::unordered_multimap<std::string, Upload>;

Files filesOf(DocumentStore& rows, std::string_view meetingId) {
    Files files;
    for (Upload& one : rows.uploadsOfMeeting(meetingId)) {
        std::string signer = one.signerId;
        files.emplace(std::move(signer), std::move(one));
    }
    return files;
}

BoardRow rowOf(const Signing& signing, Signer signer, const Files& files) {
    const BoardStep step = stepOf(signing, signer);
    BoardRow row{std::move(signer), signing.document.kind, signing.document.state, step, false, 0};
    const auto [from, to] = files.equal_range(row.signer.id);
    for (const auto& [id, one] : std::ranges::subrange(from, to)) {
        row.isOnCounterpart |= isRevision(one) && one.kind == domain::UploadKind::counterpart;
        row.waiting += one.state == domain::UploadState::waiting ? 1 : 0;
    }
    return row;
}

void count(BoardDocuments& all, const Signing& signing) {
    const domain::Document& document = signing.document;
    ++all.inState[document.state];
    all.toSend += document.state == DocumentState::issued && !signing.signers.empty() ? 1U : 0U;
    all.toAccept += domain::isToAccept(signing) ? 1U : 0U;
    all.isDemonstration |= document.demonstration;
    if (signing.signers.empty() && document.state != DocumentState::voided) all.unsignedOnes.push_back(document);
}

}  // namespace

std::string_view name(BoardStep step) { return kNames[static_cast<std::size_t>(step)]; }

Board boardOf(DocumentStore& rows, std::string_view meetingId) {
    Board board;
    const Files files = filesOf(rows, meetingId);
    eachSigning(rows, meetingId, {}, [&](Signing signing) {
        count(board.documents, signing);
        if (!signing.document.replacedBy.empty()) return;
        for (Signer& signer : signing.signers) board.rows.push_back(rowOf(signing, std::move(signer), files));
    });
    std::sort(board.rows.begin(), board.rows.end(), [](const BoardRow& left, const BoardRow& right) {
        const std::int64_t leftOrder = left.signer.order.value_or(0);
        const std::int64_t rightOrder = right.signer.order.value_or(0);
        return std::tie(leftOrder, left.signer.documentId, left.signer.field) <
               std::tie(rightOrder, right.signer.documentId, right.signer.field);
    });
    for (const BoardRow& row : board.rows)
        if (row.signer.field != domain::kLeaderField) ++board.counts[static_cast<std::size_t>(row.step)];
    return board;
}

}  // namespace workflow
