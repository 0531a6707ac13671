#include "server/workflow/document_signers.h"

#include "server/domain/signature_field.h"

namespace workflow {
namespace {

using domain::Meeting;
using domain::Office;

/// First and last name, which certificates hold; ranks and titles they do not.
std::string nameOf(const domain::Participant& one) {
    if (!one.person) return {};
    const std::string first = one.person->firstName.value_or("");
    const std::string last = one.person->lastName.value_or("");
    return first + (first.empty() || last.empty() ? "" : " ") + last;
}

const domain::Participant* participant(const Meeting& meeting, std::optional<std::int64_t> order) {
    for (const domain::Participant& one : meeting.participants)
        if (order && one.order == *order) return &one;
    return nullptr;
}

/// Without its academic title: "dr Olga Machura" signs as Olga Machura.
std::string leaderName(const Meeting& meeting, const Office& office) {
    if (!office.representative) return {};
    const auto* one = participant(meeting, office.representative->participantOrder);
    if (one != nullptr && !nameOf(*one).empty()) return nameOf(*one);
    std::string full = office.representative->titleName.value_or("");
    const std::size_t last = full.rfind(' ');
    if (last == std::string::npos || last == 0) return full;
    const std::size_t first = full.rfind(' ', last - 1);
    return first == std::string::npos ? full : full.substr(first + 1);
}

domain::Signer signerOf(const templates::SignatureField& field, const Meeting& meeting, const Office& office) {
    domain::Signer signer;
    signer.field = field.name;
    signer.party = field.institution.empty() ? field.function : field.institution;
    if (field.name == domain::kLeaderField) {
        signer.expectedName = leaderName(meeting, office);
        return signer;
    }
    signer.order = domain::orderOfField(field.name);
    if (const auto* one = participant(meeting, signer.order)) signer.expectedName = nameOf(*one);
    return signer;
}

}  // namespace

std::vector<domain::Signer> signersOf(const templates::Document& document, const Meeting& meeting,
                                      const Office& office) {
    std::vector<domain::Signer> signers;
    for (const templates::SignatureField* field : templates::signatureFields(document))
        signers.push_back(signerOf(*field, meeting, office));
    return signers;
}

}  // namespace workflow
