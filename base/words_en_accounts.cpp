#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"json.body", "The body of the request has faults."},
    {"json.too_deep", "The body of the request is nested deeper than {0} levels."},
    {"json.null_character", "The text contains the character with code zero."},
    {"json.no_instant", "“{0}” is not a time in the form YYYY-MM-DDThh:mm:ssZ."},
    {"media.type", "The body of the request must be of type {0}."},
    {"query.malformed", "The address’s parameter “{0}” is unknown, repeated or malformed."},
    {"etag.missing", "A change needs the field If-Match with the version that was read (ETag)."},
    {"etag.changed", "Someone else changed this meanwhile; please read the current version and repeat the change."},
    {"etag.malformed", "The field If-Match is malformed."},
    {"audit.unwritable", "The audit log cannot be written now, so nothing was changed; please try again in a moment."},
    {"account.faults", "The data cannot be taken because they have faults."},
    {"account.bad_expiry", "The expiry must lie in the future, {0} days from now at the latest."},
    {"account.bad_label", "The description must have 1 to {0} characters."},
    {"account.bad_name",
     "An account name may have the letters a–z, digits, full stop, underscore, hyphen and “@”; {0} "
     "{0|character|characters} at most."},
    {"account.count", "Users: {0}."},
    {"account.csrf",
     "The change was not asked for by a page of this service; please reload the page (a correct field X-CSRF-Token is "
     "missing)."},
    {"account.in_service",
     "The data folder “{0}” is in use by another process; while the service runs, users and tokens are changed on its "
     "page or through the API."},
    {"account.last_administrator", "Someone must stay administrator; please give this role to another user first."},
    {"account.line", "{0}  roles: {1}  since {2}"},
    {"account.line_disabled", "{0}  roles: {1}  since {2}  disabled"},
    {"account.made", "The user {0} was made. Roles: {1}."},
    {"account.name_taken", "An account of this name exists already; please give another name."},
    {"account.no_hash", "The password cannot be processed: {0}."},
    {"account.no_link", "This link is not valid; please ask the office for a new one."},
    {"account.no_roles", "A user must have at least one role."},
    {"account.no_scopes", "A token must have at least one scope."},
    {"account.no_token", "There is no such token."},
    {"account.no_user", "There is no such user."},
    {"account.no_user_named", "There is no user named “{0}”."},
    {"account.password_changed", "The password was changed meanwhile; please log in again."},
    {"account.password_encoding", "The password is not written in UTF-8."},
    {"account.password_long", "A password may have {0} {0|character|characters} at most."},
    {"account.password_name", "A password may not contain the account name."},
    {"account.password_set", "The password of the user {0} was changed; their sessions were ended."},
    {"account.password_short", "A password must have at least {0} {0|character|characters}."},
    {"account.setup_wrong",
     "The link for the first account is not valid or was used already; a restart of the service makes a new one if "
     "there is no user yet."},
    {"account.token_count", "Tokens: {0}."},
    {"account.token_ended", "The token {0} was revoked."},
    {"account.token_line", "{0}  “{1}”  scopes: {2}  valid until {3}"},
    {"account.token_revoked", "{0}  “{1}”  scopes: {2}  revoked {3}"},
    {"account.too_many", "Too many attempts; please try again in {0} s."},
    {"account.unknown_role", "The role “{0}” is unknown; allowed are clerk, reader, archivist, administrator."},
    {"account.unknown_scope",
     "The scope “{0}” is unknown; allowed are read, meetings, documents, links, archive, reports, audit."},
    {"account.wrong_login", "Wrong account name or password."},
    {"account.wrong_password", "The current password is wrong."},
    {"account.wrong_token", "The token is wrong, expired or revoked; please make a new one."},
    {"query.unknown", "The address has an unknown parameter; allowed are: {0}."},
    {"query.unknown.any", "This address takes no parameters."},
});

}  // namespace

std::span<const Word> accountsWords() { return kWords; }

}  // namespace base::english
