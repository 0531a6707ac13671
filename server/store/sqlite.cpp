#include "server/store/sqlite.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/system_reason.h"

namespace store {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

/// The system's reason where SQLite kept it; it does not for its shared memory, whose calls are then the last ones.
int systemNumber(sqlite3* connection, int lastNumber) {
    const int kept = connection == nullptr ? 0 : sqlite3_system_errno(connection);
    const bool isFull = lastNumber == ENOSPC || lastNumber == EDQUOT;
    return kept == 0 && isFull ? lastNumber : kept;
}

/// With the reason where it is certain: what SQLite kept may also be that of its next attempt, which says nothing.
Error cannotWrite(sqlite3* connection, int result, int lastNumber) {
    const auto because = [](int number) {
        return Error(ErrorCode::cannotWrite, say("store.cannot_write", {base::systemReason(number)}));
    };
    const int number = systemNumber(connection, lastNumber);
    for (const int certain : {ENOSPC, EDQUOT, EIO, EACCES, EPERM, EROFS, EMFILE, ENFILE})
        if (number == certain) return because(number);
    switch (result & 0xFF) {
        case SQLITE_FULL:
            return because(ENOSPC);
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return because(EROFS);
        default:
            return Error(ErrorCode::cannotWrite, say("store.not_written"));
    }
}

Error failure(sqlite3* connection, int result) {
    const int lastNumber = errno;
    const std::string reason = connection == nullptr ? sqlite3_errstr(result) : sqlite3_errmsg(connection);
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error(ErrorCode::busy, say("store.busy"));
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return cannotWrite(connection, result, lastNumber);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Error(ErrorCode::unreadable, say("store.damaged")).with("sqlite", reason);
        default:
            return Error(ErrorCode::internal, say("store.failed")).with("sqlite", reason);
    }
}

/// SQLite would make it for all to read; its other files get the mode that this one has.
void makePrivateFile(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0)
        ::close(made);
    else if (errno != EEXIST)
        throw Error(ErrorCode::cannotWrite, say("store.cannot_write", {base::systemReason(errno)}));
}

/// A file's name in a URI as SQLite reads it (RFC 3986 section 2.1).
std::string uriPath(const std::filesystem::path& file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string path;
    for (const char c : file.string()) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '?' || c == '#' || c == '%')
            (((path += '%') += digits[octet >> 4U]) += digits[octet & 15U]);
        else
            path += c;
    }
    return path;
}

/// Without opening it: closing it again would take away the locks that this process has on it.
void expectReadable(const std::filesystem::path& file) {
    if (::access(file.c_str(), R_OK) == 0) return;
    if (errno == ENOENT) throw Error(ErrorCode::unreadable, say("file.missing", {file.string()}));
    throw Error(ErrorCode::unreadable, say("file.unreadable", {file.string(), base::systemReason(errno)}));
}

constexpr int kReadersPatience = 10'000;  ///< milliseconds
constexpr int kWritersPatience = 1'000;   ///< nobody else writes, but a backup that ends has it alone for a moment

}  // namespace

Connection::Prepared Connection::taken(std::string_view sql) {
    auto found = idle_.extract(sql);
    return found ? std::move(found.mapped()) : Prepared();
}

void Connection::giveBack(Prepared statement) {
    if (!statement) return;
    sqlite3_reset(statement.get());  // what its last step said has been told
    sqlite3_clear_bindings(statement.get());
    const std::string_view sql = sqlite3_sql(statement.get());
    idle_.try_emplace(sql, std::move(statement));
}

Statement::Statement(Connection& connection, std::string_view sql)
    : connection_(connection), statement_(connection.taken(sql)) {
    if (statement_) return;
    sqlite3_stmt* raw = nullptr;
    const int result = sqlite3_prepare_v3(connection.get(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    statement_.reset(raw);
    if (result != SQLITE_OK) throw failure(connection.get(), result);
}

Statement::~Statement() { connection_.giveBack(std::move(statement_)); }

void Statement::bound(int result) {
    if (result != SQLITE_OK) throw failure(connection_.get(), result);
}

Statement& Statement::bind(std::string_view text) {
    bound(sqlite3_bind_text64(statement_.get(), ++parameter_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    bound(sqlite3_bind_int64(statement_.get(), ++parameter_, number));
    return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
    if (text) return bind(std::string_view(*text));
    bound(sqlite3_bind_null(statement_.get(), ++parameter_));
    return *this;
}

Statement& Statement::bind(const std::optional<std::int64_t>& number) {
    if (number) return bind(*number);
    bound(sqlite3_bind_null(statement_.get(), ++parameter_));
    return *this;
}

Statement& Statement::bind(const std::optional<bool>& truth) {
    return bind(truth ? std::optional<std::int64_t>(*truth ? 1 : 0) : std::nullopt);
}

bool Statement::step() {
    column_ = 0;
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) throw failure(connection_.get(), result);
    return false;
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    parameter_ = 0;
}

std::string Statement::text() { return textOrNull().value_or(std::string()); }

std::int64_t Statement::number() { return numberOrNull().value_or(0); }

std::optional<std::string> Statement::textOrNull() {
    const int column = column_++;
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
    const auto* octets = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return std::string(octets, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::optional<std::int64_t> Statement::numberOrNull() {
    const int column = column_++;
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::nullopt;
    return sqlite3_column_int64(statement_.get(), column);
}

void execute(Connection& connection, const char* sql) {
    const int result = sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) throw failure(connection.get(), result);
}

int changedRows(const Connection& connection) { return sqlite3_changes(connection.get()); }

Connection openDatabase(const std::filesystem::path& file) {
    makePrivateFile(file);
    sqlite3* raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    Connection connection(raw);
    if (result != SQLITE_OK) throw failure(raw, result);
    sqlite3_busy_timeout(raw, kWritersPatience);
    execute(connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;");
    return connection;
}

Connection openForReading(const std::filesystem::path& file, Others others) {
    expectReadable(file);
    sqlite3* raw = nullptr;
    const std::string uri =
        "file:" + uriPath(std::filesystem::absolute(file)) + (others == Others::none ? "?immutable=1" : "");
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(uri.c_str(), &raw, flags, nullptr);
    Connection connection(raw);
    if (result != SQLITE_OK) throw failure(raw, result);
    sqlite3_busy_timeout(raw, kReadersPatience);
    execute(connection, "PRAGMA trusted_schema=OFF;");
    return connection;
}

void copyContents(Connection& from, Connection& to) {
    sqlite3_backup* backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    if (backup == nullptr) throw failure(to.get(), sqlite3_errcode(to.get()));
    const int result = sqlite3_backup_step(backup, -1);  // in one read transaction
    const int finished = sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) throw failure(to.get(), result);
    if (finished != SQLITE_OK) throw failure(to.get(), finished);
}

Transaction::Transaction(Connection& connection) : connection_(connection) { execute(connection, "BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (isOpen_) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    execute(connection_, "COMMIT");
    isOpen_ = false;
}

}  // namespace store
