#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "base/message.h"

namespace domain {

enum class DocumentKind { declaration, jointDeclaration, attendanceList, notice, other };

/// One signature of an archived document, as it was judged when it came in.
struct RecordedSignature {
    std::string field{};                        ///< "Partner-3", "Lider"
    std::optional<std::int64_t> participant{};  ///< the participant's order, where the field is one of the meeting's
    std::string signerName{};
    std::string indication{};  ///< TOTAL-PASSED …
    bool intact = false;       ///< integrity intact and changes none or allowed
    bool demonstration = false;
    bool operator==(const RecordedSignature&) const = default;
};

/// Wpis archiwalny: what the archive keeps of a document. Hashes are lower-case hexadecimal SHA-256 of objects in it.
struct Record {
    std::string id{};  ///< made of the record's own content, stable over export and restore
    std::string meetingId{};
    std::string documentId{};  ///< as printed in its footer; empty where it is not ours
    DocumentKind kind = DocumentKind::other;
    std::string fileName{};
    std::string sha256{};
    std::size_t size = 0;
    std::string snapshotSha256{};  ///< the meeting as JSON, frozen
    std::string verdictSha256{};   ///< the verdict's JSON line
    std::string verdict{};         ///< TOTAL-PASSED … NO-SIGNATURE, UNREADABLE
    base::Instant archivedAt{};
    std::vector<RecordedSignature> signatures{};
    bool operator==(const Record&) const = default;
};

std::string_view name(DocumentKind kind);  ///< "declaration" …, for JSON and SQLite
std::optional<DocumentKind> documentKind(std::string_view name);

/// A record's verdict in the reader's words.
base::Message verdictWords(const std::string& verdict);

}  // namespace domain
