#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// What a person or a program may be in the office.
enum class Role { clerk, reader, archivist, administrator };

/// Everything that a route can ask for. A route names one; the policy knows for each who may.
enum class Action {
    readPublic,    ///< descriptions, health, the public check of a signature
    readMeetings,  ///< projects, teams, meetings, participants, institutions, office, photos
    changeMeetings,
    readDocuments,    ///< documents, signers, signatures, attachments, quarantine, templates
    changeDocuments,  ///< generate, issue, void, accept, confirm a scan
    makeLinks,        ///< show a signer's new link
    readArchive,
    changeArchive,
    readReports,
    readAudit,
    changeUsers,  ///< users, tokens of others, settings
    ownSession,   ///< log in and out, own password, own tokens
    signByLink,   ///< what the holder of a signer's link does with that signer's document
};

/// Who asks. `link` holds a signer's secret link and may only touch that signer's document.
struct Actor {
    enum class Kind { anonymous, link, user, token };
    Kind kind = Kind::anonymous;
    std::string id{};                   ///< of the user, token or signer
    std::vector<Role> roles{};          ///< of a user, or of a token's owner
    std::vector<std::string> scopes{};  ///< of a token: "read", "documents", …
    bool operator==(const Actor&) const = default;
};

/// The one policy: deny by default.
bool may(const Actor& actor, Action action);

}  // namespace domain
