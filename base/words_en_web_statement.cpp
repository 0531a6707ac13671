#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"keep.a11y_intro",
     "{0} undertakes to make the Akces service accessible under the Polish act of 4 April 2019 on the digital "
     "accessibility of websites and mobile applications of public sector bodies. This statement is for the service at "
     "{1}."},
    {"keep.a11y_no_office", "The office that runs this service"},
    {"keep.a11y_no_office_why",
     "The office’s name and contact are not in the service’s settings yet (office’s data, part “Data controller”). "
     "Until then this statement is incomplete."},
    {"keep.a11y_published", "Service published on: {0}."},
    {"keep.a11y_updated", "Last major update on: {0}."},
    {"keep.a11y_by_office", "stated by the office on its website"},
    {"keep.a11y_status", "Accessibility status"},
    {"keep.a11y_partly",
     "The service is partly compliant with the act of 4 April 2019 (WCAG 2.1, level AA) because of the non-compliance "
     "and the gaps listed below."},
    {"keep.a11y_gaps", "Inaccessible content and what was not examined"},
    {"keep.a11y_gap_uploads",
     "Files sent by others (signed documents, scans, photographs, attachments) are kept unchanged. A scan is a picture "
     "without text; it cannot be mended, because that would change the evidence. The content of a document issued by "
     "the office is available as text."},
    {"keep.a11y_gap_language",
     "Results of verification kept in the archive are in Polish in the English version too; the page marks their "
     "language."},
    {"keep.a11y_gap_documents",
     "PDF files made by the service are tagged and have real text (PDF/UA-1), but signing with another program may add "
     "elements without a description."},
    {"keep.a11y_gap_readers",
     "Neither an independent body nor people who use screen readers, magnification or voice control have examined the "
     "service. Its authors checked the pages with an automatic tool, with the keyboard alone, without JavaScript and "
     "at a width of 320 pixels."},
    {"keep.a11y_prepared", "Preparation of this statement"},
    {"keep.a11y_prepared_on",
     "This statement was prepared on {0}, based on a self-assessment by the program’s authors."},
    {"keep.a11y_prepared_office",
     "After a change of the service’s look or content, and at least once a year until 31 March, the office reviews "
     "this statement and updates it where needed."},
    {"keep.a11y_help", "Aids"},
    {"keep.a11y_help_1",
     "Everything can be done with the keyboard alone; the first link of every page leads to its content. The service "
     "has no keyboard shortcuts of its own."},
    {"keep.a11y_help_2",
     "Colours follow the browser’s light or dark setting, and text can be enlarged to 400% without scrolling "
     "sideways."},
    {"keep.a11y_help_3", "Every document’s state and every check’s result is given in words, not by colour alone."},
    {"keep.a11y_contact", "Feedback and contact"},
    {"keep.a11y_contact_who",
     "All problems with the service’s digital accessibility can be reported to the office. Responsible for answering: "
     "{0}."},
    {"keep.a11y_contact_how", "Contact: {0}."},
    {"keep.a11y_contact_address", "Address: {0}."},
    {"keep.a11y_contact_missing",
     "The contact is not in the settings yet. Please use the contact on the office’s website."},
    {"keep.a11y_procedure", "Requests and complaints about accessibility"},
    {"keep.a11y_right",
     "Everybody has the right to demand that the service or a part of it be made accessible, or that inaccessible "
     "content be given in another form."},
    {"keep.a11y_request", "The demand should contain:"},
    {"keep.a11y_request_1", "the contact details of the person,"},
    {"keep.a11y_request_2", "the page or part of the service that it is about,"},
    {"keep.a11y_request_3",
     "the form that would be convenient, if it is about inaccessible content (reading aloud or describing, for "
     "example)."},
    {"keep.a11y_term",
     "The office answers without delay, within 7 days of receipt at the latest. If that is too short, it says so and "
     "gives a new term, no longer than 2 months."},
    {"keep.a11y_alternative", "If accessibility cannot be provided, the office offers another way to the information."},
    {"keep.a11y_complaint",
     "If the office refuses or misses the term, a complaint about the lack of digital accessibility can be made to "
     "it."},
    {"keep.a11y_ombudsman",
     "After that, the Commissioner for Human Rights (Rzecznik Praw Obywatelskich) can be told: {0}."},
    {"keep.a11y_building", "Accessibility of the building"},
    {"keep.a11y_building_why",
     "The service has no premises of its own. The building where a document can be signed on paper is described in the "
     "accessibility statement on the office’s website."},
    {"keep.a11y_apps", "Mobile applications"},
    {"keep.a11y_apps_none", "The service has no mobile application."},
});

}  // namespace

std::span<const Word> webStatementWords() { return kWords; }

}  // namespace base::english
