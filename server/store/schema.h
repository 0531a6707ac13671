#pragma once

#include <sqlite3.h>

namespace store {

/// Brings the database to the schema that this program knows, from any number before it or from nothing, in one
/// transaction. Throws Error(data) for a newer one and leaves that as it is.
void ensureSchema(sqlite3* connection);

}  // namespace store
