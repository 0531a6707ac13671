#include "server/store/meeting_rows.h"

#include <map>
#include <tuple>

#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::Meeting;

/// Where a struct's row is: `table`, and in it the meeting's id, the place of the enclosing list's item and the own
/// one.
struct RowKey {
    std::string table{};
    std::string meeting{};
    std::int64_t parent = 0;
    std::int64_t position = 0;
};

RowKey nested(const RowKey& outer, const char* name, std::int64_t position) {
    return {outer.table + '_' + name, outer.meeting, outer.position, position};
}

/// Names a struct's own columns.
struct ColumnNames {
    std::vector<std::string> names{};
    std::vector<std::string> types{};
    void add(const char* key, const char* type) {
        names.push_back('"' + std::string(key) + '"');
        types.emplace_back(type);
    }
    void required(const char* key, const std::string&) { add(key, "TEXT NOT NULL"); }
    void required(const char* key, std::int64_t) { add(key, "INTEGER NOT NULL"); }
    void optional(const char* key, const std::optional<std::string>&) { add(key, "TEXT"); }
    void optional(const char* key, const std::optional<std::int64_t>&) { add(key, "INTEGER"); }
    void optional(const char* key, const std::optional<bool>&) { add(key, "INTEGER"); }
    void texts(const char*, const std::vector<std::string>&) {}
    template <class T>
    void object(const char*, const std::optional<T>&) {}
    template <class T>
    void list(const char*, const std::vector<T>&) {}
};

template <class T>
const ColumnNames& columnsOf() {
    static const ColumnNames known = [] {
        ColumnNames columns;
        const T nothing{};
        T::describe(columns, nothing);
        return columns;
    }();
    return known;
}

std::string commas(const std::vector<std::string>& names, const char* before) {
    std::string text;
    for (const std::string& name : names) text += before + name;
    return text;
}

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

/// Reads a struct's own members.
class Taker {
public:
    explicit Taker(Statement& statement) : statement_(statement) {}
    void required(const char*, std::string& text) { text = statement_.text(); }
    void required(const char*, std::int64_t& number) { number = statement_.number(); }
    void optional(const char*, std::optional<std::string>& text) { text = statement_.textOrNull(); }
    void optional(const char*, std::optional<std::int64_t>& number) { number = statement_.numberOrNull(); }
    void optional(const char*, std::optional<bool>& truth) {
        const auto number = statement_.numberOrNull();
        truth = number ? std::optional<bool>(*number != 0) : std::nullopt;
    }
    void texts(const char*, std::vector<std::string>&) {}
    template <class T>
    void object(const char*, std::optional<T>&) {}
    template <class T>
    void list(const char*, std::vector<T>&) {}

private:
    Statement& statement_;
};

/// The parts of a visitor that a struct's own row has already dealt with.
struct OwnRow {
    template <class T>
    void required(const char*, T&) {}
    template <class T>
    void optional(const char*, T&) {}
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

/// One table's rows from front to back, by meeting and enclosing item. Each item is asked for once, in that order.
class Cursor {
public:
    /// Of one meeting, or of all where there is no id.
    Cursor(Connection& connection, const std::string& table, std::string_view meeting,
           const std::vector<std::string>& columns)
        : statement_(connection, "SELECT of_meeting, of_item, place" + commas(columns, ", ") + " FROM " + table +
                                     (meeting.empty() ? "" : " WHERE of_meeting = ?") +
                                     " ORDER BY of_meeting, of_item, place") {
        if (!meeting.empty()) statement_.bind(meeting);
        next();
    }

    bool hasRow() const { return hasRow_; }
    const std::string& meeting() const { return meeting_; }
    std::int64_t item() const { return item_; }
    std::int64_t place() const { return place_; }
    /// The own members of the row that it stands at.
    Statement& members() { return statement_; }

    void next() {
        hasRow_ = statement_.step();
        if (!hasRow_) return;
        meeting_ = statement_.text();
        item_ = statement_.number();
        place_ = statement_.number();
    }

    /// Whether the next row hangs on that item.
    bool isAt(const RowKey& key) {
        while (hasRow_ && std::tie(meeting_, item_) < std::tie(key.meeting, key.parent)) next();
        return hasRow_ && meeting_ == key.meeting && item_ == key.parent;
    }

private:
    Statement statement_;
    bool hasRow_ = false;
    std::string meeting_{};
    std::int64_t item_ = 0;
    std::int64_t place_ = 0;
};

/// The cursors of one reading, a table each.
class Reading {
public:
    /// Of one meeting, or of all where there is no id.
    Reading(Connection& connection, std::string_view meeting) : connection_(connection), meeting_(meeting) {}

    Cursor& cursor(const std::string& table, const std::vector<std::string>& columns) {
        return cursors_.try_emplace(table, connection_, table, meeting_, columns).first->second;
    }

private:
    Connection& connection_;
    std::string meeting_;
    std::map<std::string, Cursor> cursors_{};
};

/// Reads what hangs on a struct's row.
class Selector : public OwnRow {
public:
    Selector(Reading& reading, RowKey key) : reading_(reading), key_(std::move(key)) {}

    /// The structs of one table that hang on one item, in their places.
    template <class T>
    static std::vector<T> select(Reading& reading, const RowKey& key) {
        Cursor& cursor = reading.cursor(key.table, columnsOf<T>().names);
        std::vector<T> values;
        while (cursor.isAt(key)) {
            T& value = values.emplace_back();
            RowKey own = key;
            own.position = cursor.place();
            Taker taker(cursor.members());
            T::describe(taker, value);
            cursor.next();
            Selector selector(reading, std::move(own));
            T::describe(selector, value);
        }
        return values;
    }

    void texts(const char* name, std::vector<std::string>& texts) {
        static const std::vector<std::string> columns{"text"};
        const RowKey key = nested(key_, name, 0);
        Cursor& cursor = reading_.cursor(key.table, columns);
        for (; cursor.isAt(key); cursor.next()) texts.push_back(cursor.members().text());
    }
    template <class T>
    void object(const char* name, std::optional<T>& value) {
        auto found = select<T>(reading_, nested(key_, name, 0));
        if (!found.empty()) value = std::move(found.front());
    }
    template <class T>
    void list(const char* name, std::vector<T>& values) {
        values = select<T>(reading_, nested(key_, name, 0));
    }

private:
    Reading& reading_;
    RowKey key_;
};

/// All that a table has, each with its meeting's id.
template <class T>
std::vector<workflow::PartOf<T>> selectAll(Connection& connection, const std::string& table) {
    Reading reading(connection, {});
    const Cursor& cursor = reading.cursor(table, columnsOf<T>().names);
    std::vector<workflow::PartOf<T>> all;
    while (cursor.hasRow()) {
        const RowKey key{table, cursor.meeting(), cursor.item(), 0};
        for (T& value : Selector::select<T>(reading, key)) all.push_back({key.meeting, std::move(value)});
    }
    return all;
}

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

constexpr const char* kRoot = "meeting";

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

std::optional<Meeting> selectMeeting(Connection& connection, std::string_view id) {
    Reading reading(connection, id);
    auto found = Selector::select<Meeting>(reading, {kRoot, std::string(id), 0, 0});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Meeting> selectMeetings(Connection& connection) {
    std::vector<Meeting> all;
    for (auto& one : selectAll<Meeting>(connection, kRoot)) all.push_back(std::move(one.value));
    return all;
}

std::vector<workflow::PartOf<domain::Project>> selectProjects(Connection& connection) {
    return selectAll<domain::Project>(connection, "meeting_project");
}

std::vector<workflow::PartOf<domain::Team>> selectTeams(Connection& connection) {
    return selectAll<domain::Team>(connection, "meeting_team");
}

std::vector<workflow::PartOf<domain::Institution>> selectInstitutions(Connection& connection) {
    return selectAll<domain::Institution>(connection, "meeting_institutions");
}

}  // namespace store
