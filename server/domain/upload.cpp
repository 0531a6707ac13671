#include "server/domain/upload.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "base/error.h"

namespace domain {
namespace {

constexpr std::array<std::string_view, std::size(kUploadKinds)> kKindNames{"head", "counterpart", "quarantine",
                                                                           "attachment", "scan"};
constexpr std::array<std::string_view, std::size(kUploadStates)> kStateNames{"accepted", "waiting", "refused"};

template <class Named>
std::optional<Named> named(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Named>(found - names.begin()));
}

Upload decided(Upload upload, UploadState state, UploadKind kind, base::Instant at) {
    if (upload.state != UploadState::waiting)
        throw base::Error(base::ErrorCode::conflict, base::say("state.upload", {std::string(name(upload.state))}));
    upload.state = state;
    upload.kind = kind;
    upload.decidedAt = at;
    return upload;
}

}  // namespace

std::string_view name(UploadKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }
std::string_view name(UploadState state) { return kStateNames[static_cast<std::size_t>(state)]; }
std::optional<UploadKind> uploadKind(std::string_view name) { return named<UploadKind>(kKindNames, name); }
std::optional<UploadState> uploadState(std::string_view name) { return named<UploadState>(kStateNames, name); }

Upload confirmed(Upload upload, UploadKind kind, base::Instant at) {
    return decided(std::move(upload), UploadState::accepted, kind, at);
}

Upload refused(Upload upload, base::Instant at) {
    return decided(std::move(upload), UploadState::refused, UploadKind::quarantine, at);
}

}  // namespace domain
