#include "server/domain/document.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "server/domain/signature_field.h"
#include "server/domain/slug.h"

namespace domain {
namespace {

using base::say;

constexpr std::array<std::string_view, std::size(kDocumentStates)> kDocumentNames{
    "draft",    "issued",   "sent",    "partly-signed", "signed",
    "archived", "declined", "expired", "voided",        "sealing-failed"};
constexpr std::array<std::string_view, std::size(kSignerStates)> kSignerNames{"invited", "opened", "signed", "declined",
                                                                              "expired"};
constexpr std::array<std::string_view, std::size(kMethods)> kMethodNames{"own-tool", "here", "paper", "office-seal"};
constexpr std::array<std::string_view, std::size(kGrades)> kGradeNames{"claimed", "attended", "scanned", "signed",
                                                                       "verified"};
constexpr std::size_t kLongestPersonName = 10000;

template <class Named>
std::optional<Named> named(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Named>(found - names.begin()));
}

/// Its words in small letters without Polish marks, which many a certificate leaves out.
std::set<std::string, std::less<>> wordsOf(std::string_view name) {
    const std::string all = slug(name, kLongestPersonName);
    std::set<std::string, std::less<>> words;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('-', begin), all.size());
        words.insert(all.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace

std::string_view name(DocumentState state) { return kDocumentNames[static_cast<std::size_t>(state)]; }
std::string_view name(SignerState state) { return kSignerNames[static_cast<std::size_t>(state)]; }
std::string_view name(Method method) { return kMethodNames[static_cast<std::size_t>(method)]; }
std::string_view name(Grade grade) { return kGradeNames[static_cast<std::size_t>(grade)]; }

std::optional<DocumentState> documentState(std::string_view name) { return named<DocumentState>(kDocumentNames, name); }
std::optional<SignerState> signerState(std::string_view name) { return named<SignerState>(kSignerNames, name); }
std::optional<Method> method(std::string_view name) { return named<Method>(kMethodNames, name); }
std::optional<Grade> grade(std::string_view name) { return named<Grade>(kGradeNames, name); }

base::Message words(DocumentState state) {
    switch (state) {
        case DocumentState::draft:
            return say("document_state.draft");
        case DocumentState::issued:
            return say("document_state.issued");
        case DocumentState::sent:
            return say("document_state.sent");
        case DocumentState::partlySigned:
            return say("document_state.partly_signed");
        case DocumentState::complete:
            return say("document_state.signed");
        case DocumentState::archived:
            return say("document_state.archived");
        case DocumentState::declined:
            return say("document_state.declined");
        case DocumentState::expired:
            return say("document_state.expired");
        case DocumentState::voided:
            return say("document_state.voided");
        case DocumentState::sealingFailed:
            return say("document_state.sealing_failed");
    }
    return {};
}

base::Message words(SignerState state) {
    switch (state) {
        case SignerState::invited:
            return say("signer_state.invited");
        case SignerState::opened:
            return say("signer_state.opened");
        case SignerState::complete:
            return say("signer_state.signed");
        case SignerState::declined:
            return say("signer_state.declined");
        case SignerState::expired:
            return say("signer_state.expired");
    }
    return {};
}

base::Error forbids(DocumentState state) {
    return {base::ErrorCode::conflict, say("state.document", {base::inside(words(state)), std::string(name(state))})};
}

base::Error forbids(SignerState state) {
    return {base::ErrorCode::conflict, say("state.signer", {base::inside(words(state)), std::string(name(state))})};
}

bool takesSignatures(DocumentState state) {
    return state == DocumentState::issued || state == DocumentState::sent || state == DocumentState::partlySigned ||
           state == DocumentState::sealingFailed;
}

bool isOpen(const Signer& signer) {
    return signer.state == SignerState::invited || signer.state == SignerState::opened;
}

bool isExpectedName(std::string_view expected, std::string_view found) {
    if (expected.empty()) return true;
    const auto wanted = wordsOf(expected);
    const auto there = wordsOf(found);
    return std::includes(there.begin(), there.end(), wanted.begin(), wanted.end());
}

std::string counterpartName(const std::string& fileName, std::size_t number) {
    const std::size_t dot = std::min(fileName.rfind('.'), fileName.size());
    return fileName.substr(0, dot) + "-egzemplarz-" + std::to_string(number) + fileName.substr(dot);
}

DocumentKind kindOf(const std::vector<std::string>& fields, std::string_view title) {
    const auto partners = std::count_if(fields.begin(), fields.end(),
                                        [](const std::string& field) { return orderOfField(field).has_value(); });
    if (partners > 1) return DocumentKind::jointDeclaration;
    if (partners == 1) return DocumentKind::declaration;
    if (title.starts_with("Lista obecności")) return DocumentKind::attendanceList;
    if (title.starts_with("Informacja o przetwarzaniu danych osobowych")) return DocumentKind::notice;
    return DocumentKind::other;
}

}  // namespace domain
