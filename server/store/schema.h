#pragma once

#include <cstdint>

namespace store {

class Connection;

/// Brings the database to the schema that this program knows, from any number before it or from nothing, in one
/// transaction. Throws Error(data) for a newer one and leaves that as it is.
void ensureSchema(Connection& connection);

/// The number of its schema, 0 for an empty database. Throws Error(data) for one that this program does not know.
std::int64_t knownSchema(Connection& connection);

}  // namespace store
