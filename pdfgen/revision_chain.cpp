#include "pdfgen/revision_chain.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostSections = 4000;
constexpr std::size_t kMostEntries = std::size_t{1} << 20;

struct Ending {
    std::size_t startXref = 0;
    std::size_t end = 0;  ///< behind "%%EOF"
};

/// The "startxref n %%EOF" that follows `position`.
std::optional<Ending> endingBehind(base::ByteView file, std::size_t position) {
    std::size_t at = skipSpace(file, position);
    if (!file.substr(std::min(at, file.size())).starts_with("startxref")) return {};
    at = skipSpace(file, at + 9);
    const auto startXref = readInteger(file, at);
    if (!startXref) return {};
    while (at < file.size() && isSpace(file[at])) ++at;
    return file.substr(at).starts_with("%%EOF") ? std::optional(Ending{*startXref, at + 5}) : std::nullopt;
}

/// Whether "startxref" leads to the section, or to white space before it.
bool leadsTo(base::ByteView file, std::size_t startXref, std::size_t section) {
    return startXref <= section && skipSpace(file.substr(0, section), startXref) == section;
}

/// A table's entries, and what its /XRefStm says of those that the table hides (section 7.5.8.4).
void addHybrid(Revision& revision, const XrefSection& table, const XrefSection& stream) {
    revision.isHybrid = true;
    for (const auto& [number, entry] : stream.entries) {
        const auto shown = table.entries.find(number);
        const bool hidden = shown == table.entries.end() || shown->second.kind == XrefEntry::Kind::free;
        if (hidden)
            revision.entries[number] = entry;
        else if (shown->second != entry)
            revision.isAmbiguous = true;
    }
}

/// The newest first.
std::optional<std::vector<XrefSection>> readSections(base::ByteView file, std::size_t startXref) {
    std::vector<XrefSection> sections;
    std::set<std::size_t> seen;
    std::size_t entries = 0;
    for (std::optional<std::size_t> next = startXref; next; next = sections.back().previous) {
        if (!seen.insert(*next).second || sections.size() >= kMostSections)
            throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("revisions", "a loop");
        auto section = readXrefSection(file, *next);
        if (!section) return {};
        entries += section->entries.size();
        if (entries > kMostEntries) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_complex"));
        sections.push_back(std::move(*section));
    }
    return sections;
}

/// The revision of `section`; where it is a linearized file's first part, with its second, which stands behind it
/// (annex F).
std::optional<Revision> revisionOf(base::ByteView file, XrefSection& section, const XrefSection* linearized) {
    Revision revision;
    revision.entries = section.entries;
    if (section.hybrid) {
        const auto stream = readXrefSection(file, *section.hybrid);
        if (!stream) return {};
        addHybrid(revision, section, *stream);
    }
    if (linearized != nullptr) {
        for (const auto& entry : linearized->entries) revision.entries.insert(entry);
    }
    const auto ending = endingBehind(file, linearized != nullptr ? linearized->end : section.end);
    if (!ending) return {};
    revision.end = ending->end;
    revision.isAmbiguous = revision.isAmbiguous || !leadsTo(file, ending->startXref, section.begin);
    revision.trailer = std::move(section.trailer);
    return revision;
}

}  // namespace

std::optional<std::vector<Revision>> readChain(base::ByteView file, std::size_t startXref) {
    auto sections = readSections(file, startXref);
    if (!sections) return {};
    std::vector<Revision> revisions;
    std::size_t later = file.size() + 1;
    for (std::size_t i = 0; i < sections->size(); ++i) {
        XrefSection& section = (*sections)[i];
        const bool isLinearized = section.previous && *section.previous > section.begin;
        if (isLinearized && i + 2 != sections->size()) return {};
        auto revision = revisionOf(file, section, isLinearized ? &(*sections)[i + 1] : nullptr);
        if (!revision || revision->end >= later) return {};
        later = revision->end;
        revisions.push_back(std::move(*revision));
        if (isLinearized) ++i;
    }
    std::reverse(revisions.begin(), revisions.end());
    return revisions;
}

}  // namespace pdfgen
