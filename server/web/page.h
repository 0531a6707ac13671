#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/web/visit.h"

namespace web {

struct Page {
    std::string method{};   ///< "GET" or "POST"
    std::string pattern{};  ///< "/spotkania/{id}"
    std::function<http::Response(const Visit&)> answer{};
};

/// A form's page after a change. Where the change went well: 303 to `next`. Where not: `again` shows the page with what
/// was typed and what is wrong (addProblem); a session that has ended asks to log in and keeps what was typed.
http::Response afterChange(const Visit& visit, const Answer& answer, const std::string& next,
                           const std::function<http::Response(const Visit&, templates::Value::Map, int)>& again);

/// The same for a button without fields of its own: a refusal becomes a page in words.
http::Response afterChange(const Answer& answer, const std::string& next);

/// Who opens a form's own address (reloads it, changes the language, comes from a refusal or a log-in) and finds no
/// page there comes to the nearest page above it.
void addWaysBack(std::vector<Page>& pages);

std::vector<Page> entryPages();      ///< first page, setup, log in and out, language
std::vector<Page> meetingPages();    ///< meetings, one meeting's board, import, drafts, photos
std::vector<Page> documentPages();   ///< documents, one document, its signers
std::vector<Page> linkPages();       ///< what a signer's link opens
std::vector<Page> checkPages();      ///< the public check of a signature
std::vector<Page> archivePages();    ///< archive, one record, its integrity
std::vector<Page> reportPages();     ///< the numbers and their evidence
std::vector<Page> auditPages();      ///< the audit trail and its check
std::vector<Page> officePages();     ///< overview of the settings, office data, the office key
std::vector<Page> projectPages();    ///< names of projects and teams
std::vector<Page> templatePages();   ///< templates of documents
std::vector<Page> accountPages();    ///< users; the own password and tokens
std::vector<Page> statementPages();  ///< the accessibility statement

}  // namespace web
