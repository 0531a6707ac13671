#include "server/domain/policy.h"

#include <algorithm>

namespace domain {
namespace {

constexpr bool yes = true;
constexpr bool no = false;

// clang-format off
constexpr Rule kPolicy[] = {
    // action                 anonymous, link  {clerk, reader, archivist, administrator}
    //                                         {read, meetings, documents, links, archive, reports, audit}
    {Action::readPublic,      yes, yes,             {yes, yes, yes, yes}, {yes, yes, yes, yes, yes, yes, yes}},
    {Action::logIn,           yes, yes,             {yes, yes, yes, yes}, {yes, yes, yes, yes, yes, yes, yes}},
    {Action::readMeetings,    no,  no,              {yes, yes, yes, yes}, {yes, yes, no,  no,  no,  no,  no }},
    {Action::changeMeetings,  no,  no,              {yes, no,  no,  no }, {no,  yes, no,  no,  no,  no,  no }},
    {Action::readDocuments,   no,  no,              {yes, yes, yes, yes}, {yes, no,  yes, no,  no,  no,  no }},
    {Action::changeDocuments, no,  no,              {yes, no,  no,  no }, {no,  no,  yes, no,  no,  no,  no }},
    {Action::makeLinks,       no,  no,              {yes, no,  no,  no }, {no,  no,  no,  yes, no,  no,  no }},
    {Action::readArchive,     no,  no,              {yes, yes, yes, yes}, {yes, no,  no,  no,  yes, no,  no }},
    {Action::changeArchive,   no,  no,              {no,  no,  yes, no }, {no,  no,  no,  no,  yes, no,  no }},
    {Action::readReports,     no,  no,              {yes, yes, yes, yes}, {yes, no,  no,  no,  no,  yes, no }},
    {Action::readAudit,       no,  no,              {no,  no,  yes, yes}, {no,  no,  no,  no,  no,  no,  yes}},
    {Action::changeUsers,     no,  no,              {no,  no,  no,  yes}, {no,  no,  no,  no,  no,  no,  no }},
    {Action::ownSession,      no,  no,              {yes, yes, yes, yes}, {no,  no,  no,  no,  no,  no,  no }},
    {Action::signByLink,      no,  yes,             {no,  no,  no,  no }, {no,  no,  no,  no,  no,  no,  no }},
};
// clang-format on
static_assert(std::size(kPolicy) == std::size(kActions));

constexpr std::string_view kActionNames[] = {
    "readPublic",  "logIn",         "readMeetings", "changeMeetings", "readDocuments", "changeDocuments", "makeLinks",
    "readArchive", "changeArchive", "readReports",  "readAudit",      "changeUsers",   "ownSession",      "signByLink"};
static_assert(std::size(kActionNames) == std::size(kActions));
constexpr std::string_view kRoleNames[] = {"clerk", "reader", "archivist", "administrator"};
constexpr std::string_view kScopeNames[] = {"read", "meetings", "documents", "links", "archive", "reports", "audit"};
constexpr std::string_view kKindNames[] = {"anonymous", "link", "user", "token", "system"};
static_assert(std::size(kRoleNames) == std::size(kRoles) && std::size(kScopeNames) == std::size(kScopes));

/// Whether the rule says yes to one of those that the actor has.
template <class Held>
bool anyAllowed(std::span<const bool> allowed, const std::vector<Held>& held) {
    return std::any_of(held.begin(), held.end(), [&](Held one) {
        const auto place = static_cast<std::size_t>(one);
        return place < allowed.size() && allowed[place];
    });
}

bool allows(const Rule& rule, const Actor& actor) {
    switch (actor.kind) {
        case Actor::Kind::anonymous:
            return rule.anonymous;
        case Actor::Kind::link:
            return rule.link;
        case Actor::Kind::user:
            return anyAllowed<Role>(rule.roles, actor.roles);
        case Actor::Kind::token:
            return anyAllowed<Role>(rule.roles, actor.roles) && anyAllowed<Scope>(rule.scopes, actor.scopes);
        case Actor::Kind::system:
            return false;
    }
    return false;
}

template <class Named>
std::optional<Named> named(std::span<const std::string_view> names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Named>(found - names.begin());
}

}  // namespace

std::span<const Rule> policy() { return kPolicy; }

bool mayUnder(std::span<const Rule> rules, const Actor& actor, Action action) {
    const auto isAbout = [action](const Rule& rule) { return rule.action == action; };
    const auto found = std::find_if(rules.begin(), rules.end(), isAbout);
    return found != rules.end() && allows(*found, actor);
}

bool may(const Actor& actor, Action action) { return mayUnder(kPolicy, actor, action); }

std::string_view name(Action action) { return kActionNames[static_cast<std::size_t>(action)]; }
std::string_view name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }
std::string_view name(Scope scope) { return kScopeNames[static_cast<std::size_t>(scope)]; }
std::string_view name(Actor::Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }
std::optional<Role> role(std::string_view name) { return named<Role>(kRoleNames, name); }
std::optional<Scope> scope(std::string_view name) { return named<Scope>(kScopeNames, name); }
std::optional<Actor::Kind> actorKind(std::string_view name) { return named<Actor::Kind>(kKindNames, name); }

}  // namespace domain
