#include "server/store/meeting_rows.h"

#include "server/store/meeting_columns.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::Meeting;

/// Binds a struct's own members.
class Binder {
public:
    explicit Binder(Statement& statement) : statement_(statement) {}
    void required(const char*, const std::string& text) { statement_.bind(std::string_view(text)); }
    void required(const char*, std::int64_t number) { statement_.bind(number); }
    template <class T>
    void optional(const char*, const std::optional<T>& value) {
        statement_.bind(value);
    }
    void texts(const char*, const std::vector<std::string>&) {}
    template <class T>
    void object(const char*, const std::optional<T>&) {}
    template <class T>
    void list(const char*, const std::vector<T>&) {}

private:
    Statement& statement_;
};

void insertText(Connection& connection, const RowKey& key, const std::string& text) {
    Statement insert(connection, "INSERT INTO " + key.table + " VALUES (?, ?, ?, ?)");
    insert.bind(std::string_view(key.meeting)).bind(key.parent).bind(key.position).bind(std::string_view(text)).step();
}

/// Inserts a struct's row, then what hangs on it.
class Inserter : public OwnRow {
public:
    Inserter(Connection& connection, RowKey key) : connection_(connection), key_(std::move(key)) {}

    template <class T>
    static void insert(Connection& connection, RowKey key, const T& value) {
        const auto& columns = columnsOf<T>().names;
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) marks += ", ?";
        Statement statement(connection, "INSERT INTO " + key.table + " (of_meeting, of_item, place" +
                                            commas(columns, ", ") + ") VALUES (?, ?, ?" + marks + ")");
        statement.bind(std::string_view(key.meeting)).bind(key.parent).bind(key.position);
        Binder binder(statement);
        T::describe(binder, value);
        statement.step();
        Inserter inserter(connection, std::move(key));
        T::describe(inserter, value);
    }

    void texts(const char* name, const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            insertText(connection_, nested(key_, name, static_cast<std::int64_t>(i)), texts[i]);
    }
    template <class T>
    void object(const char* name, const std::optional<T>& value) {
        if (value) insert(connection_, nested(key_, name, 0), *value);
    }
    template <class T>
    void list(const char* name, const std::vector<T>& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            insert(connection_, nested(key_, name, static_cast<std::int64_t>(i)), values[i]);
    }

private:
    Connection& connection_;
    RowKey key_;
};

/// The tables of a struct and of what hangs on it; `visit(table, columns)` for each.
template <class Visit>
class Tables : public OwnRow {
public:
    Tables(std::string table, Visit& visit) : table_(std::move(table)), visit_(visit) {}
    template <class T>
    static void each(const std::string& table, Visit& visit) {
        visit(table, columnsOf<T>());
        Tables tables(table, visit);
        const T nothing{};
        T::describe(tables, nothing);
    }
    void texts(const char* name, const std::vector<std::string>&) {
        visit_(table_ + '_' + name, ColumnNames{{"text"}, {"TEXT NOT NULL"}});
    }
    template <class T>
    void object(const char* name, const std::optional<T>&) {
        each<T>(table_ + '_' + name, visit_);
    }
    template <class T>
    void list(const char* name, const std::vector<T>&) {
        each<T>(table_ + '_' + name, visit_);
    }

private:
    std::string table_;
    Visit& visit_;
};

template <class Visit>
void eachTable(Visit visit) {
    Tables<Visit>::template each<Meeting>(kRoot, visit);
}

}  // namespace

std::string meetingSchema() {
    std::string sql;
    eachTable([&sql](const std::string& table, const ColumnNames& columns) {
        sql += "CREATE TABLE " + table +
               " (\n  of_meeting TEXT NOT NULL,\n  of_item INTEGER NOT NULL,\n  place INTEGER NOT NULL,\n";
        for (std::size_t i = 0; i < columns.names.size(); ++i)
            sql += "  " + columns.names[i] + ' ' + columns.types[i] + ",\n";
        sql += "  PRIMARY KEY (of_meeting, of_item, place)\n) STRICT;\n\n";
    });
    return sql;
}

void insertMeeting(Connection& connection, const Meeting& meeting) {
    Inserter::insert(connection, {kRoot, meeting.id, 0, 0}, meeting);
}

void deleteMeeting(Connection& connection, std::string_view id) {
    eachTable([&](const std::string& table, const ColumnNames&) {
        Statement(connection, "DELETE FROM " + table + " WHERE of_meeting = ?").bind(id).step();
    });
}

}  // namespace store
