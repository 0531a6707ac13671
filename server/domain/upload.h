#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "base/message.h"

namespace domain {

/// What a stored file is to its document.
enum class UploadKind {
    head,         ///< it extended the head; the newest of them is the head
    counterpart,  ///< it extended an older revision
    quarantine,   ///< refused, kept with its finding
    attachment,   ///< beside the document: a power of attorney, a signature in another format
    scan,         ///< of a document signed on paper
};
inline constexpr UploadKind kUploadKinds[] = {UploadKind::head, UploadKind::counterpart, UploadKind::quarantine,
                                              UploadKind::attachment, UploadKind::scan};

enum class UploadState {
    accepted,
    waiting,  ///< for the clerk's word
    refused,
};
inline constexpr UploadState kUploadStates[] = {UploadState::accepted, UploadState::waiting, UploadState::refused};

/// A file that belongs to a document: one value for each that is kept beside the issued bytes.
struct Upload {
    std::string id{};
    std::string documentId{};
    std::string signerId{};  ///< through whose link it came, or whom it is about; may be empty
    UploadKind kind = UploadKind::quarantine;
    UploadState state = UploadState::refused;
    std::string sha256{};
    std::size_t size = 0;
    std::string fileName{};
    std::string field{};                    ///< of the new signature in it, where it has one
    std::string signedName{};               ///< from that signature's certificate
    std::size_t signatures = 0;             ///< in the whole file
    std::vector<base::Message> findings{};  ///< why it is refused, waits, or is only an attachment
    base::Instant at{};
    std::optional<base::Instant> decidedAt{};  ///< the clerk's word
    bool operator==(const Upload&) const = default;
};

std::string_view name(UploadKind kind);  ///< "head" …, for JSON and SQLite
std::string_view name(UploadState state);
std::optional<UploadKind> uploadKind(std::string_view name);
std::optional<UploadState> uploadState(std::string_view name);

/// The clerk took it: what waited is accepted as `kind`. Throws Error(conflict) unless it waits.
Upload confirmed(Upload upload, UploadKind kind, base::Instant at);
/// The clerk did not: what waited is kept in quarantine. Throws Error(conflict) unless it waits.
Upload refused(Upload upload, base::Instant at);

}  // namespace domain
