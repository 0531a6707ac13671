#include "server/workflow/origin.h"

#include <algorithm>

#include "base/bytes.h"

namespace workflow {
namespace {

constexpr std::size_t kIdentifierOctets = 10;  // of the file ID, as issue.cpp makes it

base::Bytes fileIdOf(PdfReader& reader, base::ByteView file) {
    try {
        return reader.inspect(file).fileId;
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::unreadable) throw;
        return {};
    }
}

}  // namespace

Origin originOf(const DocumentParts& parts, base::ByteView file) {
    const base::Bytes fileId = fileIdOf(parts.reader, file);
    if (fileId.size() < kIdentifierOctets) return {};
    const std::string id = base::base32(base::ByteView(fileId).substr(0, kIdentifierOctets));
    const auto signing = parts.rows.signing(id);
    if (!signing || signing->document.issuedSha256.empty()) return {};
    const base::Bytes issued = parts.files.get(signing->document.issuedSha256);
    if (file == issued) return {Origin::Match::issued, id, 0};
    if (file.starts_with(issued)) return {Origin::Match::extended, id, 0};
    const auto end = std::min(issued.size(), file.size());
    const auto place = std::mismatch(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(end), issued.begin());
    return {Origin::Match::differs, id, static_cast<std::size_t>(place.first - file.begin()) + 1};
}

std::string_view name(Origin::Match match) {
    switch (match) {
        case Origin::Match::none:
            return "none";
        case Origin::Match::issued:
            return "issued";
        case Origin::Match::extended:
            return "extended";
        case Origin::Match::differs:
            return "differs";
    }
    return "none";
}

}  // namespace workflow
