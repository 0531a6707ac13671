#pragma once

#include <string>

#include "templates/document.h"

namespace templates {

/// A bound document as a fragment of HTML: one <article> in the document's language with headings, lists with their
/// labels, tables with scopes and caption, and signature fields as labelled places. The words are those that the PDF of
/// the same tree shows. Whoever puts it on a page chooses the level of its level-1 headings, so that the page keeps one
/// h1; those have the ids "dokument-1", "dokument-2" … It needs no style; the classes are server/web/style.css's.
std::string html(const Document& document, int topLevel = 1);

}  // namespace templates
