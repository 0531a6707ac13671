#pragma once

#include <string>

#include "base/message.h"
#include "server/web/visit.h"

namespace web {

/// Adds what every page shows: "user" and "may_…" (one for each domain::Action that the session may), "csrf_token",
/// "session_expires_at", "idempotency_key" (new each time), "path" with its query, "english", and what was "done".
void addCommon(templates::Value::Map& data, const Visit& visit);

/// What a form that was refused shows: "problem" (title, detail and "problem__errors" with text and the field's name),
/// one "fault_<field>" for each fault with a pointer, and what was typed in place of what the data had.
void addProblem(templates::Value::Map& data, const templates::Value& problem, const Form& form);

/// The same where the page itself found the one field at fault.
void addFault(templates::Value::Map& data, const std::string& field, const base::Message& message, const Form& form);

/// The members of a tree under flat names, "a.b" as "a__b", as forms name them; lists of texts joined by line ends.
templates::Value::Map flat(const templates::Value& tree);

/// "/controller/name" → "controller__name".
std::string fieldName(std::string_view pointer);

}  // namespace web
