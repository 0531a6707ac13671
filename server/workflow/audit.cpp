#include "server/workflow/audit.h"

#include <algorithm>

#include "base/error.h"
#include "server/workflow/search.h"

namespace workflow {
namespace {

constexpr std::int64_t kPiece = 1000;  // entries in memory at once

}  // namespace

void Audit::record(const domain::Actor& actor, AuditEntry entry) {
    rows_.transaction([&] {
        domain::AuditEvent event;
        event.at = now_();
        event.actorKind = actor.kind;
        event.actorId = actor.id;
        event.action = std::move(entry.action);
        event.subjectKind = std::move(entry.subjectKind);
        event.subjectId = std::move(entry.subjectId);
        event.detail = std::move(entry.detail);
        const auto last = rows_.lastEvent();
        // Not the last row's sequence: where that one is missing, the gap stays to be found.
        const std::int64_t sequence = rows_.lastSequence() + 1;
        add(domain::chained(last ? last->hash : std::string(), sequence, std::move(event)));
    });
}

void Audit::add(const domain::AuditEvent& event) {
    try {
        rows_.addEvent(event);
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::internal) throw;
        throw base::Error(base::ErrorCode::busy, base::say("audit.unwritable"))
            .with("store", base::text(error.message()));
    }
}

namespace {

bool isFound(const Search& search, const domain::AuditEvent& event) {
    return search.finds(
        {event.action, domain::name(event.actorKind), event.actorId, event.subjectKind, event.subjectId, event.detail});
}

}  // namespace

std::vector<domain::AuditEvent> Audit::events(const AuditWish& wish) {
    const Search search(wish.words);
    std::vector<domain::AuditEvent> found;
    const std::int64_t end = rows_.lastSequence() + 1;
    // The entries of (low, low + kPiece]; sequences have no gaps but those that check() finds.
    std::int64_t low = wish.after;
    if (wish.newestFirst) low = (wish.after == 0 ? end : std::min(wish.after, end)) - 1 - kPiece;
    for (; found.size() < wish.limit && low < end && low > -kPiece; low += wish.newestFirst ? -kPiece : kPiece) {
        auto piece = rows_.events(std::max<std::int64_t>(low, 0), static_cast<std::size_t>(kPiece));
        std::erase_if(piece, [&](const auto& one) { return one.sequence > low + kPiece; });
        if (wish.newestFirst) std::reverse(piece.begin(), piece.end());
        for (domain::AuditEvent& one : piece)
            if (found.size() < wish.limit && isFound(search, one)) found.push_back(std::move(one));
    }
    return found;
}

AuditCheck Audit::check() {
    domain::AuditWalk walk;
    const std::int64_t last = rows_.lastSequence();  // what is added meanwhile is not looked at
    std::int64_t after = 0;
    for (bool isMore = true; isMore;) {
        const auto piece = rows_.events(after, static_cast<std::size_t>(kPiece));
        for (const domain::AuditEvent& event : piece)
            if (event.sequence <= last) walk.take(event);
        isMore = !piece.empty() && piece.back().sequence < last;
        if (isMore) after = piece.back().sequence;
    }
    walk.end(last);
    return {walk.faults(), walk.count(), walk.lastHash()};
}

}  // namespace workflow
