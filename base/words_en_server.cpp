#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"json.faults", "The file “{0}” has faults."},
    {"json.not_utf8", "The file is not written in UTF-8."},
    {"json.malformed", "Here the file stops being a correct JSON document."},
    {"json.key_twice", "The key “{0}” stands twice in one object."},
    {"json.wants_object", "An object must stand here."},
    {"json.wants_list", "A list must stand here."},
    {"json.wants_text", "A text must stand here."},
    {"json.wants_number", "A whole number must stand here."},
    {"json.wants_truth", "“true” or “false” must stand here."},
    {"json.empty_text", "The text is empty; an unknown value is left out."},
    {"json.missing", "A required value is missing."},
    {"json.unknown_key", "Unknown key."},
    {"json.wrong_schema", "The schema “{0}” is unknown; “{1}” was expected."},
    {"json.no_date", "“{0}” is not a date in the form YYYY-MM-DD."},
    {"json.twice", "The value “{0}” occurs more than once."},
    {"json.no_reference", "There is no item “{0}” that the reference leads to."},
    {"json.one_of", "The value “{0}” is unknown; allowed are “{1}” and “{2}”."},
    {"text.too_long", "The text is longer than {0} characters."},
    {"text.forbidden", "The text contains a control character or a character that changes the direction of writing."},
    {"csv.encoding", "The file is written neither in UTF-8 nor in Windows-1250."},
    {"csv.not_utf8", "The file is written in UTF-8, but this row has a character written otherwise."},
    {"csv.open_quote", "The quote opened here is not closed."},
    {"csv.behind_quote", "There is text behind the closing quote; a quote inside a field is doubled."},
    {"csv.empty", "The file is empty."},
    {"csv.no_rows", "The list has no partner."},
    {"csv.width", "The row has another number of fields ({0}) than the heading ({1})."},
    {"csv.no_heading", "The column has no heading."},
    {"csv.unknown_heading", "Unknown column heading “{0}”."},
    {"csv.heading_twice", "The heading “{0}” names a column that the list has already."},
    {"csv.no_institution", "The list has no column with the institution’s name or with the function."},
    {"csv.unknown_role",
     "Unknown role “{0}”; allowed are: Partner, Partner Strategiczny, udział w podpisaniu, przedstawiciel lidera "
     "programu."},
    {"csv.other_value",
     "The value “{0}” differs from the earlier value “{2}” of the same institution (“{1}”); please tell different "
     "institutions of one name apart by place or tax number (NIP)."},
    {"csv.which_institution",
     "There are several institutions named “{0}”; please give the place or the tax number (NIP) in this row."},
    {"csv.no_number", "“{0}” is not a number."},
    {"document.id", "Document identifier: {0}"},
    {"document.demonstration", "SAMPLE – demonstration signatures"},
    {"issue.faults", "The documents cannot be made because data are missing."},
    {"issue.no_party", "There is nobody to make a declaration for."},
    {"office.replaces", "The value “{0}” comes from the office’s data (“{1}”), not from the meeting’s file (“{2}”)."},
    {"record.passed", "signatures verified"},
    {"record.failed", "signature invalid"},
    {"record.indeterminate", "signature open"},
    {"record.no_signature", "no electronic signature"},
    {"record.unreadable", "file unreadable"},
    {"store.busy", "The database is in use; please try again."},
    {"store.cannot_write", "The database cannot be written: {0}."},
    {"store.not_written", "The database cannot be written; please check free space, disk and permissions."},
    {"store.cannot_lock", "The lock “{0}” cannot be taken: {1}."},
    {"store.damaged", "The database file is damaged or is not a database."},
    {"store.failed", "The database reported an error."},
    {"store.locked", "The data folder “{0}” is in use by another process; please try again when it has finished."},
    {"store.newer_schema",
     "The database comes from a newer version of the program (schema {0}, this version knows {1})."},
    {"process.cannot_start", "A helper process cannot be started: {0}."},
    {"process.did_not_start", "A helper process ended before it was ready."},
    {"process.no_sandbox", "A helper process cannot be isolated: {0}."},
    {"process.malformed", "A message between the program’s processes is malformed."},
    {"pdf.too_slow", "Reading the PDF file took too long and was stopped."},
    {"reader.unavailable", "The process that reads files from outside cannot be started."},
    {"reader.busy", "Other files are being read; please try again."},
    {"key.no_passphrase", "The file with the office key’s passphrase is empty."},
    {"key.unavailable", "The process that keeps the office key does not answer."},
    {"meeting.nobody", "A participant has neither a person nor a function nor an institution."},
    {"meeting.no_party",
     "A person without institution and function cannot accede; please give an institution or a function."},
    {"csv.row_twice", "This row repeats row {0}."},
    {"csv.windows_1250", "The list is not in UTF-8, so it was read as Windows-1250; please check the Polish letters."},
    {"csv.no_text",
     "This is no CSV file but a PDF or a spreadsheet, for example (or the file is damaged); please save the list as "
     "CSV."},
    {"meeting.bad_tax_number",
     "“{0}” is no NIP: it takes ten digits, the last of which is the check digit of the others."},
    {"meeting.participant_twice", "This partner repeats participant number {0}."},
});

}  // namespace

std::span<const Word> serverWords() { return kWords; }

}  // namespace base::english
