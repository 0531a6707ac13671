#include "server/store/meeting_reading.h"

#include <map>
#include <tuple>

#include "server/store/meeting_columns.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::Meeting;

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

}  // namespace

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

std::vector<std::string> selectMeetingIds(Connection& connection) {
    Statement rows(connection, "SELECT of_meeting FROM meeting ORDER BY of_meeting");
    std::vector<std::string> ids;
    while (rows.step()) ids.push_back(rows.text());
    return ids;
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
