#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/handle.h"

/// SQLite's handles, and its failures as ours. Included by this folder's .cpp files alone.
namespace store {

/// An open database with the statements that it has run: what is asked again is not parsed again. For one thread at a
/// time.
class Connection {
public:
    using Prepared = base::Handle<sqlite3_stmt, sqlite3_finalize>;

    /// Takes what SQLite opened.
    explicit Connection(sqlite3* opened) : handle_(opened) {}

    sqlite3* get() const { return handle_.get(); }

    /// A statement that nobody has: one of before, or nothing.
    Prepared taken(std::string_view sql);
    void giveBack(Prepared statement);

private:
    base::Handle<sqlite3, sqlite3_close_v2> handle_;
    std::unordered_map<std::string_view, Prepared> idle_{};  ///< by the text that SQLite keeps in each
};

/// One statement. Parameters are bound in order, columns read in order.
class Statement {
public:
    /// Throws Error(internal) for wrong SQL, and as step() does.
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind(const std::optional<std::string>& text);
    Statement& bind(const std::optional<std::int64_t>& number);
    Statement& bind(const std::optional<bool>& truth);

    /// Whether there is a row. Throws Error(busy) when somebody else has the database, Error(cannotWrite) when it
    /// cannot be written, Error(unreadable) when it is damaged or no database.
    bool step();
    void reset();

    std::string text();
    std::int64_t number();
    std::optional<std::string> textOrNull();
    std::optional<std::int64_t> numberOrNull();

private:
    void bound(int result);

    Connection& connection_;
    Connection::Prepared statement_;
    int parameter_ = 0;
    int column_ = 0;
};

/// Opens or makes the database, for its owner alone: WAL, synchronous FULL, foreign keys. Somebody else's lock is
/// waited for, a second at most.
Connection openDatabase(const std::filesystem::path& file);

enum class Others {
    mayWrite,  ///< another process may have it open
    none,      ///< nobody writes to it: no lock is taken, no file made beside it
};

/// Opens a database for reading alone. Throws Error(unreadable) when it is not there or may not be read.
Connection openForReading(const std::filesystem::path& file, Others others);

/// Copies what `from` holds at one moment into `to`, whatever that held. Throws as Statement::step() does.
void copyContents(Connection& from, Connection& to);

/// Runs statements that give no rows.
void execute(Connection& connection, const char* sql);

/// How many rows the last statement added, changed or removed.
int changedRows(const Connection& connection);

/// BEGIN IMMEDIATE; rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& connection_;
    bool isOpen_ = true;
};

}  // namespace store
