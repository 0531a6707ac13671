#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// What a person or a program may be in the office.
enum class Role { clerk, reader, archivist, administrator };
inline constexpr Role kRoles[] = {Role::clerk, Role::reader, Role::archivist, Role::administrator};

/// What an API token was made for. It never gives more than its owner's roles do.
enum class Scope { read, meetings, documents, links, archive, reports, audit };
inline constexpr Scope kScopes[] = {Scope::read,    Scope::meetings, Scope::documents, Scope::links,
                                    Scope::archive, Scope::reports,  Scope::audit};

/// Everything that a route can ask for. A route names one; the policy knows for each who may.
enum class Action {
    readPublic,    ///< descriptions, health, the public check of a signature
    logIn,         ///< set up the first administrator, log in
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
    ownSession,   ///< log out, own password, own tokens
    signByLink,   ///< what the holder of a signer's link does with that signer's document
};
inline constexpr Action kActions[] = {
    Action::readPublic,      Action::logIn,       Action::readMeetings, Action::changeMeetings, Action::readDocuments,
    Action::changeDocuments, Action::makeLinks,   Action::readArchive,  Action::changeArchive,  Action::readReports,
    Action::readAudit,       Action::changeUsers, Action::ownSession,   Action::signByLink};

/// Who asks. `link` holds a signer's secret link and may only touch that signer's document; `system` is the service
/// itself or its command line: it stands in the audit trail and never comes by a request.
struct Actor {
    enum class Kind { anonymous, link, user, token, system };
    Kind kind = Kind::anonymous;
    std::string id{};             ///< of the user, token or signer
    std::string owner{};          ///< of a token: the user it belongs to
    std::vector<Role> roles{};    ///< of a user, or of a token's owner
    std::vector<Scope> scopes{};  ///< of a token
    bool operator==(const Actor&) const = default;
};

/// One line of the policy: who may take `action`. A token may where one of its scopes and one of its owner's roles do.
struct Rule {
    Action action{};
    bool anonymous = false;
    bool link = false;
    bool roles[std::size(kRoles)]{};    ///< in the order of kRoles
    bool scopes[std::size(kScopes)]{};  ///< in the order of kScopes
};

/// The rules, one an action. What no rule allows is denied.
std::span<const Rule> policy();

/// The one policy: deny by default.
bool may(const Actor& actor, Action action);
/// The same under other rules, so that a test can turn one round.
bool mayUnder(std::span<const Rule> rules, const Actor& actor, Action action);

std::string_view name(Action action);     ///< "readPublic" …
std::string_view name(Role role);         ///< "clerk" …, for JSON and SQLite
std::string_view name(Scope scope);       ///< "read" …
std::string_view name(Actor::Kind kind);  ///< "anonymous" …
std::optional<Role> role(std::string_view name);
std::optional<Scope> scope(std::string_view name);
std::optional<Actor::Kind> actorKind(std::string_view name);

}  // namespace domain
