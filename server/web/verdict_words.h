#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "templates/value.h"

namespace web {

/// The cases of ui-words.md that can occur before there are trusted lists, and what they leave open.
enum class VerdictCase {
    broken,   ///< 11
    changed,  ///< 10
    unknown,  ///< what is signed cannot be read, so nothing is said of it
    demonstration,
    typedHere,   ///< 5
    officeSeal,  ///< the office's acceptance
    timestamp,
    trusted,        ///< by a certificate that this office trusts; its kind stays open
    unknownIssuer,  ///< 6
    noRevocation,   ///< 7
    expired,        ///< 8
    weak,
    unclear,  ///< later changes that cannot be classified
    open,     ///< what else keeps it from being confirmed; its reasons say it
};

/// What is said of one signature: three answers and what to do next, never blank.
struct SignatureWords {
    VerdictCase which = VerdictCase::open;
    std::string tone{};  ///< "good", "warn", "bad": beside the words, not instead of them
    base::Message heading{};
    base::Message content{};
    base::Message signer{};
    base::Message kind{};
    base::Message next{};
    base::Message later{};  ///< what came after it
};

/// `signature` is a CheckedSignature of the API; `number` is its place, from 1.
SignatureWords wordsOf(const templates::Value& signature, std::size_t number);

/// The signature with these words beside what the API says of it: "tone", "heading", "content", "who", "what", "next",
/// "later".
templates::Value signatureView(const templates::Value& signature, std::size_t number);

/// Whether the file is a document of this office. `checked` is a CheckedFile of the API.
base::Message originWords(const templates::Value& checked);

}  // namespace web
