#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"web.lang", "en"},
    {"web.name", "Akces"},
    {"web.skip", "Skip to content"},
    {"web.nav", "Main sections"},
    {"web.meetings", "Meetings"},
    {"web.documents", "Documents"},
    {"web.archive", "Archive"},
    {"web.reports", "Reports"},
    {"web.check", "Check a signature"},
    {"web.settings", "Settings"},
    {"web.problem", "Not saved"},
    {"web.not_logged_in", "Not logged in"},
    {"web.done_saved", "Saved."},
    {"web.done_added", "Added."},
    {"web.done_removed", "Removed."},
    {"web.first_page", "See the first page of the PDF file"},
    {"web.line", "Row {0}:"},
    {"web.logged_in", "Account: {0}"},
    {"web.own_account", "Password and access keys"},
    {"web.session_until", "Session ends at {0}"},
    {"web.log_out", "Log out"},
    {"web.accessibility", "Accessibility statement"},
    {"web.other_language", "Polski"},
    {"web.other_language_code", "pl"},
    {"web.welcome", "Accession declarations: from a list of partners to a verified archive"},
    {"web.what",
     "Akces fills declarations with partners’ data, collects signatures, checks each of them and keeps the documents "
     "together with their meeting."},
    {"web.log_in", "Log in"},
    {"web.log_in_for", "For those who prepare a meeting, keep the archive or report."},
    {"web.check_for", "For everybody: is a signed PDF intact, and who signed it? No account is needed."},
    {"web.link_for", "Whoever is invited to sign opens the link that the office gave them; no account is needed."},
    {"web.programs", "Description for other programs: {0}."},
    {"web.session_ended", "The session expired, or nobody is logged in. After logging in the same page will open."},
    {"web.kept", "What you typed is kept and can be sent after logging in; chosen files have to be chosen again."},
    {"web.user_name", "Account name"},
    {"web.password", "Password"},
    {"web.new_password", "New password"},
    {"web.password_again", "Password once more"},
    {"web.repeated_password", "New password once more"},
    {"web.no_account",
     "The administrator makes accounts. A password cannot be recovered; the administrator can set a new one."},
    {"web.done_account", "The account was made. Please log in."},
    {"web.first_account", "The first account is made by the link that the program printed when it started."},
    {"web.send_again", "Logged in. Your data wait to be sent"},
    {"web.send_again_why", "The session before expired before the data were saved. Please send them now."},
    {"web.send_again_now", "Send the kept data"},
    {"web.back_home", "Go to the home page"},
    {"web.set_up", "First account"},
    {"web.set_up_why",
     "This account may prepare meetings, keep the archive and administer. Others can be added later."},
    {"web.set_up_secret", "Code of the first account"},
    {"web.set_up_secret_hint",
     "The text behind “=” in the link that the service printed at its first start. Whoever opened that link has it "
     "filled in already."},
    {"web.password_rule", "At least 12 characters, a few words for example."},
    {"web.passwords_differ", "The two passwords differ. Please type them again."},
    {"web.set_up_now", "Make the account"},
    {"web.forbidden", "No permission"},
    {"web.forbidden_next", "This account may not do that. The administrator grants permissions."},
    {"web.not_found", "No such page"},
    {"web.not_found_next",
     "There is no such page, or the link is no longer active. Whoever is invited to sign can ask the office for a new "
     "link."},
    {"web.conflict", "This cannot be done now"},
    {"web.conflict_next", "Things may have changed meanwhile. Please open the page again and see what is possible."},
    {"web.look_again", "Open the page again"},
    {"web.refused", "Not done"},
    {"web.refused_next", "Nothing was saved. Please go back, correct the data and try again."},
    {"web.failure", "An error on our side"},
    {"web.failure_next",
     "What was saved before is safe. Please try again; if the error returns, tell the administrator."},
    {"web.event", "Event number: {0}"},
    {"web.try_again", "Try again"},
    {"web.home", "Meetings"},
    {"web.no_meetings", "No meetings yet. Add the first."},
    {"web.new_meeting", "New meeting"},
    {"form.malformed", "The form is malformed: “{0}”."},
});

}  // namespace

std::span<const Word> webWords() { return kWords; }

}  // namespace base::english
