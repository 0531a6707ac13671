#pragma once

#include <string>
#include <string_view>

#include "base/message.h"
#include "templates/value.h"

/// The API's codes as words of the catalogue, in the thread's language. An unknown code comes back as it is.
namespace web {

std::string kindText(std::string_view documentKind);  ///< "joint-declaration"
/// The same as a title, "Deklaracja przystąpienia"; `other` for what is none of the four.
base::Message kindWords(std::string_view documentKind, const base::Message& other);
std::string effectText(std::string_view indication);  ///< of one signature: "TOTAL-PASSED"
std::string roleText(std::string_view role);          ///< "clerk"
std::string scopeText(std::string_view scope);        ///< of a token: "meetings"
std::string damageText(std::string_view kind);        ///< of an archived file: "missing"
std::string didText(std::string_view action);         ///< of an audit entry: "document.issue"
std::string thingText(std::string_view subjectKind);  ///< of an audit entry: "document"

/// Whether somebody may sign a document in this state: "sent".
bool takesSignatures(std::string_view documentState);

/// The name in a signer's signature where it is not the expected person's; else empty.
std::string otherName(const templates::Value& signer);

/// "good", "warn" or "bad" for the colour of a file's verdict or a signature's indication; the words stand beside it.
std::string toneOf(std::string_view verdict);

/// The text or whole number at "a.b" of a tree; empty where there is none.
std::string textAt(const templates::Value& tree, std::string_view path);
/// What stands at "a.b" of a tree; null where there is nothing.
templates::Value valueAt(const templates::Value& tree, std::string_view path);
/// Whether "a.b" is true.
bool isTrueAt(const templates::Value& tree, std::string_view path);
/// The whole number at "a.b"; 0 where there is none.
std::int64_t numberAt(const templates::Value& tree, std::string_view path);
/// The list at "a.b"; an empty one where there is none.
const templates::Value::List& listAt(const templates::Value& tree, std::string_view path);

const templates::Value::List& listAt(templates::Value&& tree, std::string_view path) = delete;
/// Moves the list of that member out of a map, to be changed or kept; empty where there is none.
templates::Value::List takeList(templates::Value& tree, std::string_view name);

}  // namespace web
