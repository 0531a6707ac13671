#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"backup.bad_name", "The folder “{0}” has a file whose name a manifest cannot hold."},
    {"backup.checked", "The backup “{0}” of {1} was checked. Files: {2}, of these in the archive: {3}, damaged: {4}."},
    {"backup.created", "The backup was written to the folder “{0}” ({1}). Files: {2}, of these in the archive: {3}."},
    {"backup.damaged", "The backup “{0}” is damaged."},
    {"backup.lost", "The backup lacks the archive’s file with the hash {0}, because it is damaged or missing."},
    {"backup.no_part", "This file does not belong to the backup."},
    {"backup.none", "“{0}” is not a backup of this version of the program."},
    {"backup.not_empty", "The data folder “{0}” is not empty; please give a new or an empty one."},
    {"backup.restored",
     "The data folder “{4}” was restored from the backup “{0}” ({1}). Files: {2}, of these in the archive: {3}."},
    {"archive.no_object", "The archive has no file with the hash {0}."},
    {"archive.no_meeting", "The data folder has no meeting “{0}”; please import it first (akces meeting import)."},
    {"archive.one_document", "The option “--document” is for one file."},
    {"archive.line", "{0}  {1}  {2}  {3}  {4}  {5}"},
    {"archive.count", "Records: {0}."},
    {"archive.checked", "Checked. Records: {0}, files: {1}, damaged: {2}."},
    {"archive.damaged_files", "This concerns the documents: {0}."},
    {"archive.foreign", "The archive’s folder has the foreign file “{0}”."},
    {"archive.not_in_package", "The package lacks the file with the hash {0}, because it is damaged or missing."},
    {"archive.exported", "The archive was written to the folder “{0}”. Records: {1}, files: {2}."},
    {"archive.restored", "The archive was restored from the folder “{0}”. Records: {1}, files: {2}."},
    {"archive.folder_exists", "The folder “{0}” exists already; please give a new one."},
    {"archive.bad_package", "The package “{0}” is malformed."},
    {"archive.bad_manifest_line", "The line does not have the form “hash  file name”."},
    {"archive.package_damaged", "The file’s content does not match the hash in the manifest."},
    {"archive.package_foreign", "The file is not in the manifest."},
    {"archive.bad_declaration", "This is not the declaration of a BagIt 1.0 package in UTF-8."},
    {"archive.wrong_id", "The identifier “{0}” does not follow from the record’s content."},
    {"archive.bad_record", "This is not an archive record of this version of the program."},
    {"archive.not_empty", "The data folder has meetings or records that the package lacks; please give an empty one."},
    {"report.title", "Report on the partners’ accession"},
    {"report.explanation",
     "Beside every number stand the documents or entries that it follows from. An institution counts once a meeting. "
     "Demonstration signatures (POKAZ) are counted apart and never with real ones."},
    {"report.documents", "Documents"},
    {"report.column_meeting", "Meeting"},
    {"report.column_date", "Date"},
    {"report.column_name", "Indicator"},
    {"report.column_grade", "Basis"},
    {"report.column_count", "Number"},
    {"report.column_remark", "Reservation"},
    {"report.column_evidence", "Evidence"},
    {"report.column_file", "Document"},
    {"report.column_verdict", "Result of verification"},
    {"report.column_record", "Archive record"},
    {"report.column_archived", "Archived"},
    {"report.column_hash", "SHA-256"},
    {"report.total", "Total"},
    {"report.at_least", "at least"},
    {"report.evidence", "{0} (record {1})"},
    {"report.evidence_count", "Items: {0}"},
    {"report.claim", "participant no. {0}: {1}"},
    {"report.of_meeting", "{0}: {1}"},
    {"report.claimed", "Partners named as acceding"},
    {"report.strategic", "of these Strategic Partners"},
    {"report.signed", "Partners with an intact signature"},
    {"report.verified", "Partners with a verified signature"},
    {"report.accepted", "Declarations accepted by the Leader (verified signature)"},
    {"report.declarations", "Declarations"},
    {"report.lists", "Attendance lists"},
    {"report.others", "Other documents"},
    {"report.findings", "Documents with a finding (signature invalid or open, file unreadable)"},
    {"report.by_source", "stated in the meeting’s file"},
    {"report.real", "real signatures"},
    {"report.demonstration", "demonstration signatures (POKAZ)"},
    {"report.in_archive", "archive"},
    {"report.lost", " – missing from the archive, or the file is damaged"},
    {"report.zip_failed", "The ZIP file could not be made."},
    {"archive.damaged", "A file of the archive is damaged: its content does not match the hash {0}."},
});

}  // namespace

std::span<const Word> reportWords() { return kWords; }

}  // namespace base::english
