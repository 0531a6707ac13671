#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"cli.version", "akces {0}"},
    {"cli.help", R"(akces – from a list of partners to a verified archive of declarations

Usage: akces COMMAND [options]

  serve     starts the service for the office and its partners
  demo      shows the whole on two sample meetings
  meeting   imports, exports and checks a meeting with its participants
  generate  makes declarations and the attendance list
  template  checks a document template, lists its fields, shows it as PDF
  sign      signs a PDF file with a key from a PKCS#12 file
  verify    checks the signatures in PDF files
  archive   keeps documents and checks that nothing in them has changed
  report    makes the report
  backup    makes, checks and restores a backup
  user      makes and changes user accounts
  token     makes and revokes API tokens

  akces COMMAND --help   describes a command
  akces --version        the program’s version

Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 signature invalid, or archive or backup damaged, 2 signature open, 3 no signature,
4 file unreadable, 64 wrong usage, 65 faults in the data, 66 signing refused, 69 a service did not answer,
70 program error, 73 cannot write, 75 in use, 77 password wrong or missing.)"},
    {"cli.help_serve", R"(Usage: akces serve [--config FILE] [--port N] [--data FOLDER]

Starts the service. Without settings it listens on 127.0.0.1:8080 and keeps its data in ./data. The first start prints
a link that works once and makes the administrator’s account. SIGTERM or Ctrl+C stops it after the open requests are
answered.

  --config FILE  settings “name = value”; each can also be given as the variable AKCES_NAME
  --port N       port (0: any free one)
  --data FOLDER  data folder
  --routes       prints the service’s addresses with the action that the access rules are asked for, and those of
                 its pages, and ends)"},
    {"cli.help_demo", R"(Usage: akces demo [--out FOLDER]

Goes the whole way on the meetings in Będzin (27 November 2019) and Knurów (13 November 2019): makes the documents,
signs them with demonstration signatures, checks and archives them and makes the reports.

  --out FOLDER   where the result goes (default: demo); an existing folder is replaced only if this command made it)"},
    {"cli.help_meeting", R"(Usage: akces meeting import FILE.json [--partners FILE.csv] [--data FOLDER]
       akces meeting export ID --out FILE.json [--data FOLDER]
       akces meeting check FILE.json [--partners FILE.csv]

import stores the meeting in the data folder, export makes the file again from stored data, check only checks the file.

  --partners FILE   list of partners (CSV) that replaces the partners of the meeting’s file
  --out FILE        where to write
  --data FOLDER     data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.help_generate", R"(Usage: akces generate --meeting FILE.json --out FOLDER [options]

Makes declarations with signature fields and the attendance list. Faults in the data are all listed at once, and then
nothing is made; documents that cannot be set (because the font lacks a character, for example) are listed too.

  --meeting FILE    meeting (JSON)
  --office FILE     the office’s data (JSON): leader, data controller, way of signing and others
  --partners FILE   list of partners (CSV) that replaces the partners of the meeting’s file
  --template NAME   a template’s name or an XML file (default: deklaracja and lista-obecnosci)
  --out FOLDER      where to write the PDF files
  --all-or-nothing  writes no file if one of them cannot be made

The variable SOURCE_DATE_EPOCH, where set, is the time of issue.)"},
    {"cli.help_template", R"(Usage: akces template check TEMPLATE [--data FILE.json]
       akces template fields TEMPLATE
       akces template preview TEMPLATE --data FILE.json [--out FOLDER]

TEMPLATE is an XML file or the name of a shipped template: deklaracja, deklaracja-wspolna, informacja-rodo,
lista-obecnosci. check lists a template’s faults with line and column, with --data also what the data lack; fields gives
the fields that the template reads as JSON Schema; preview makes a PDF file.

  --data FILE    data to put in (JSON)
  --out FOLDER   where to write the preview (default: the current folder))"},
    {"cli.help_sign", R"(Usage: akces sign FILE.pdf --out RESULT.pdf --p12 KEYS [options]

Makes a PAdES signature (level B-B) in a field prepared in the document. The file’s earlier content stays as it was.

  --out FILE             where to write the signed file (another than the one that is signed)
  --p12 FILE             key with certificate (PKCS#12)
  --password-file FILE   file with the key’s password (UTF-8)
  --password-fd NUMBER   descriptor to read the password from
  --field NAME           signature field; may be left out where only one is unsigned
  --level B-B            level of the signature)"},
    {"cli.help_verify", R"(Usage: akces verify FILE.pdf... [options]

Checks signatures: is the content intact, who signed and can it be confirmed, what kind of signature is it.

  --json          one line of JSON a file
  --trust FOLDER  trusted certificates: files *.crt, *.cer and *.pem
  --at TIME       checks as of this time, for example 2026-01-31T12:00:00Z (default: now)
  --offline       without network; this version never connects)"},
    {"cli.help_archive", R"(Usage: akces archive add FILE.pdf... --meeting ID [--document ID] [--trust FOLDER]
       akces archive list
       akces archive check
       akces archive export --out FOLDER
       akces archive restore FOLDER

add takes every file, also a damaged or unsigned one, and keeps the finding on its signatures with it; list lists the
records; check hashes every file again and lists damaged, missing and foreign ones; export writes the whole archive to a
new folder; restore reads it from such a folder and leaves what the data folder has already.

  --meeting ID     the meeting that the document belongs to
  --document ID    the identifier printed in the footer (default: read from the file)
  --trust FOLDER   trusted certificates: files *.crt, *.cer and *.pem
  --json           the result as JSON
  --data FOLDER    data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.help_report", R"(Usage: akces report --format csv|zip --out FILE [--data FOLDER]

Makes the report on all meetings. Beside every number stand the documents that it follows from; demonstration signatures
are counted apart. The ZIP also has the documents, the findings, a page with an index and the files’ hashes.

  --format csv|zip   form of the report
  --out FILE         where to write
  --data FOLDER      data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.help_backup", R"(Usage: akces backup create --out FOLDER [--data FOLDER]
       akces backup check FOLDER
       akces backup restore FOLDER [--data FOLDER]

create writes to a new folder a copy of the database of one moment, all files of the archive, the office’s keys and the
trusted certificates; the service may run meanwhile. check hashes every file again, checks the database and that every
file it names is there. restore checks the backup and makes a data folder from it, which does not exist yet or is empty.
A backup holds keys and personal data; please protect it like the data folder. The hashes can also be checked with
sha256sum -c manifest-sha256.txt.

  --out FOLDER    where the backup goes
  --json          the result as JSON
  --data FOLDER   data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.help_user", R"(Usage: akces user add NAME --role ROLE[,ROLE...] --password-file FILE
       akces user list
       akces user roles NAME ROLE[,ROLE...]
       akces user disable NAME
       akces user enable NAME
       akces user password NAME --password-file FILE

Makes and changes the service’s user accounts. While the service runs, the administrator does it on its page or through
the API. Roles: clerk, reader, archivist, administrator. The first user ends the link for the first account.

  --role ROLE,...        the new user’s roles
  --password-file FILE   file with the password (UTF-8); a password has 12 characters at least
  --password-fd NUMBER   descriptor to read the password from
  --json                 the list as JSON
  --data FOLDER          data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.help_token", R"(Usage: akces token make --user NAME --label TEXT --scope SCOPE[,SCOPE...] --days NUMBER
       akces token list --user NAME
       akces token revoke ID --user NAME

make makes a token with which a program uses the API in the user’s name, and shows it this once; list lists a user’s
tokens; revoke ends one. While the service runs, this is done on its page or through the API.
Scopes: read, meetings, documents, links, archive, reports, audit; a token may no more than its user.

  --user NAME        whose token
  --label TEXT       what it is for
  --scope SCOPE,...  what it allows
  --days NUMBER      in how many days it expires (366 at most)
  --json             the list as JSON
  --data FOLDER      data folder (default: the variable AKCES_DATA, without it data))"},
    {"cli.unknown_verb", "There is no command “{0}”. List of commands: akces --help."},
    {"cli.unknown_action", "The command “{0}” does not know the action “{1}”. Description: akces {0} --help."},
    {"cli.unknown_option", "There is no option “{0}”. The option --help describes the command."},
    {"cli.option_missing", "The option “{0}” is missing. The option --help describes the command."},
    {"cli.option_elsewhere",
     "The option “{0}” does not belong to this action. The option --help describes the command."},
    {"cli.option_twice", "The option “{0}” was given twice; please give it once."},
    {"cli.value_missing", "The option “{0}” wants a value."},
    {"cli.no_value", "The option “{0}” takes no value."},
    {"cli.bad_value", "The option “{0}” does not take the value “{1}”. The option --help describes the command."},
    {"cli.not_yet", "“{0}”: not available yet."},
    {"cli.operand_missing",
     "The file or name that the command is for is missing. The option --help describes the command."},
    {"cli.operand_unexpected", "Needless argument “{0}”. The option --help describes the command."},
    {"cli.bad_descriptor", "The option “--password-fd” wants a descriptor’s number, not “{0}”."},
    {"cli.bad_time", "The option “--at” wants a time, for example 2026-01-31T12:00:00Z, not “{0}”."},
    {"cli.bad_epoch", "The variable SOURCE_DATE_EPOCH must be a number of seconds, but is “{0}”."},
    {"cli.two_secrets",
     "The options “--password-file” and “--password-fd” exclude each other; please give one of them."},
    {"cli.secret_missing", "The password is missing; please give the option “--password-file” or “--password-fd”."},
    {"cli.secret_unreadable", "The password cannot be read (“{0}”)."},
    {"cli.secret_not_utf8", "The password is not written in UTF-8."},
    {"cli.trust_unreadable", "The folder of trusted certificates “{0}” cannot be read: {1}."},
    {"cli.trust_empty", "The folder “{0}” has no certificates (*.crt, *.cer, *.pem)."},
    {"cli.same_file", "The result cannot replace the file “{0}” that the command uses; please give another name."},
    {"cli.signed", "“{0}” was written. Signer: {1}."},
    {"cli.earlier_broken",
     "An earlier signature in the field “{0}” is invalid, or the document was changed after it; please check the file "
     "with “akces verify”."},
    {"cli.stdout_failed", "The result cannot be written to standard output."},
    {"cli.out_of_memory", "Memory ran out. Please end other programs and try again."},
    {"cli.internal", "Not finished because of a program error ({0})."},
    {"cli.meeting_valid", "The file “{0}” is correct. Participants: {1}."},
    {"cli.meeting_imported", "The meeting {0} was stored. Participants: {1}."},
    {"cli.meeting_exported", "“{0}” was written."},
    {"cli.meeting_unknown", "The data folder has no meeting “{0}”."},
    {"cli.template_valid", "The template “{0}” is correct."},
    {"cli.template_unknown", "There is no template or file “{0}”. Shipped templates: {1}."},
    {"cli.written", "“{0}” was written."},
    {"demo.foreign_folder",
     "“{0}” exists and was not made by the demonstration, so it is not replaced; please give another folder in the "
     "option “--out”."},
    {"demo.marker", "This folder was made by the demonstration of Akces, which may replace it."},
    {"demo.no_signatory", "The signature field “{0}” has no signer."},
    {"demo.common_name", "{0} (POKAZ)"},
    {"demo.pseudonym", "Demonstration person {0}"},
    {"demo.meeting", "\nMeeting {0}"},
    {"demo.for_ink", "to be signed on paper"},
    {"demo.verified", "signatures: {0}, all verified (POKAZ)"},
    {"demo.not_verified", "signatures: {0}, result: {1}"},
    {"demo.sums", "\nReport"},
    {"demo.done", "\nThe result is in the folder “{0}”: issued and signed PDF files, reports, archive."},
    {"demo.failed", "Not all signatures were verified."},
    {"cli.inside_data", "“{0}” lies in the data folder; please write the result elsewhere."},
    {"cli.no_data", "There is no data folder “{0}”."},
    {"cli.signed_target",
     "“{0}” is signed already or this cannot be ruled out, so it is not replaced; please write the result elsewhere."},
    {"cli.no_office",
     "The office’s data were not given (option “--office”); the fields leader, controller, author and others come from "
     "them."},
    {"cli.not_composed", "“{0}” was not made."},
    {"cli.made_count", "Files made: {0}."},
    {"cli.replaced", "Replaced “{0}”."},
});

}  // namespace

std::span<const Word> cliWords() { return kWords; }

}  // namespace base::english
