#pragma once

#include <string>
#include <vector>

#include "base/civil_date.h"
#include "base/error.h"
#include "pdfgen/compose.h"
#include "server/domain/meeting.h"
#include "server/domain/office.h"
#include "templates/document.h"
#include "templates/template.h"

namespace workflow {

/// A template and the name that its documents' files begin with.
struct NamedTemplate {
    templates::Template source;
    std::string name{};
};

struct IssueRequest {
    const domain::Meeting& meeting;
    const domain::Office& office;
    std::vector<NamedTemplate> templates{};  ///< one that reads `partner` makes a document for each party
    base::Instant at{};
    std::string notice{};  ///< printed on the first page, the demonstration's
};

/// A document before it is composed: bound, with its identifier.
struct Draft {
    std::string fileName{};  ///< "deklaracja-03-powiatowy-urzad-pracy.pdf"
    std::string id{};        ///< design.md section 3; printed in the footer, the file ID begins with it
    templates::Document document{};
    pdfgen::Issue issue{};
};

/// The templates of an office's meeting where none is named: its form of declaration and the attendance list.
std::vector<std::string> defaultTemplates(const domain::Office& office);

/// Binds everything that the request asks for. Throws Error(data) with all faults of all documents, each once, and
/// when there is nobody to make a declaration for. Adds notices for people (replaced values).
std::vector<Draft> draftDocuments(const IssueRequest& request, std::vector<base::Message>& notices);

}  // namespace workflow
