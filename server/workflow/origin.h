#pragma once

#include <cstddef>
#include <string>

#include "server/workflow/documents.h"

namespace workflow {

/// Whether a file is one that the office issued (design.md rule 6.4).
struct Origin {
    enum class Match {
        none,      ///< no document of ours has its file ID
        issued,    ///< the issued bytes themselves
        extended,  ///< the issued bytes with something behind them
        differs,   ///< it says that it is our document, and has other bytes
    };
    Match match = Match::none;
    std::string documentId{};         ///< as printed in its footer; empty for none
    std::size_t firstDifference = 0;  ///< the first octet that is another, counted from 1; 0 where there is none
    bool operator==(const Origin&) const = default;
};

/// Finds the document by the file's ID and compares octets. What cannot be read is none of ours.
Origin originOf(const DocumentParts& parts, base::ByteView file);

std::string_view name(Origin::Match match);  ///< "none" …, for JSON

}  // namespace workflow
