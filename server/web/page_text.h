#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace web {

/// A page or a part of one by its name ("meeting"). Throws Error(internal) for a name that no page has.
using FindPage = std::function<std::string_view(std::string_view name)>;

/// The template of a page in one language, ready for libctemplate: in `source`
///   [[key]]                 is the catalogue's sentence as HTML, its short words glued to the next one;
///   [[key|{{count}}|…]]     the same with {0}, {1} … as they stand there;
///   [[>part name=value …]]  is that part with each $name replaced; a value may be in quotation marks.
/// Throws Error(internal) naming what is wrong: an unknown key or part, a mark that does not end, parts in a circle.
std::string pageText(std::string_view source, base::Language language, const FindPage& find);

/// Whether the name of a value or section can have this character.
bool isOfName(char c);

/// The sentence with no-break spaces where its line may not end (bonds of pdfgen/glue.h).
std::string glued(std::string_view sentence);
/// The same as HTML.
std::string gluedHtml(std::string_view sentence);
/// HTML with the text between its tags glued.
std::string gluedMarkup(std::string_view html);
/// A page whose values are glued where they stand between tags: {{name}} there becomes {{name:x-glued}}. In an
/// attribute they stay as they are, and a form gives back what it was given.
std::string withGluedValues(std::string_view page);

}  // namespace web
