#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"archive.no_record", "There is no such record in the archive."},
    {"archive.other_meeting", "This document does not belong to this meeting."},
    {"csv.faults", "The list of partners has faults; nothing was imported."},
    {"data.faults", "The data cannot be taken because they have faults."},
    {"data.other_id", "The identifier in the body differs from the one in the address."},
    {"data.other_order", "The number in the body differs from the one in the address."},
    {"institution.exists", "The meeting has an institution with this identifier already."},
    {"institution.in_use", "Other data of the meeting refer to this institution; please change them first."},
    {"institution.unknown", "The meeting has no such institution."},
    {"meeting.bad_id",
     "An identifier may have letters without diacritics, digits and hyphens; {0} {0|character|characters} at most."},
    {"meeting.odd_year", "Please check the year."},
    {"meeting.exists", "A meeting with this identifier exists already."},
    {"meeting.has_documents", "The meeting has documents already; this import does not change them."},
    {"meeting.in_use", "The meeting has documents or archive records, so it cannot be removed."},
    {"meeting.partners_replaced", "The list replaces the present partners; their number: {0}."},
    {"meeting.unknown", "There is no such meeting."},
    {"participant.exists", "The meeting has a participant with this number already."},
    {"participant.unknown", "The meeting has no such participant."},
    {"photo.exists", "The meeting has this photograph already."},
    {"photo.no_file", "The meeting names this photograph, but its file was not sent."},
    {"photo.too_many", "A meeting may have {0} {0|photograph|photographs} at most."},
    {"photo.unknown", "The meeting has no such photograph."},
    {"project.no_name", "The name is missing."},
    {"project.unknown", "There is no such project."},
    {"query.missing", "The address must have the parameter “{0}”."},
    {"team.unknown", "There is no such team."},
    {"template.bad_name",
     "A template’s name may have small letters without diacritics, digits and hyphens; {0} {0|character|characters} at "
     "most."},
    {"template.shipped",
     "A template that comes with the program cannot be changed or deleted; please save your own under another name."},
    {"template.unknown", "There is no such template."},
});

}  // namespace

std::span<const Word> meetingsHttpWords() { return kWords; }

}  // namespace base::english
