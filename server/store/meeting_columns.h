#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// How the structs of domain/meeting.h lie in tables; for meeting_rows.cpp and meeting_reading.cpp alone.
namespace store {

inline constexpr const char* kRoot = "meeting";  ///< the table of the meetings themselves

/// Where a struct's row is: `table`, and in it the meeting's id, the place of the enclosing list's item and the own
/// one.
struct RowKey {
    std::string table{};
    std::string meeting{};
    std::int64_t parent = 0;
    std::int64_t position = 0;
};

inline RowKey nested(const RowKey& outer, const char* name, std::int64_t position) {
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

inline std::string commas(const std::vector<std::string>& names, const char* before) {
    std::string text;
    for (const std::string& name : names) text += before + name;
    return text;
}

/// The parts of a visitor that a struct's own row has already dealt with.
struct OwnRow {
    template <class T>
    void required(const char*, T&) {}
    template <class T>
    void optional(const char*, T&) {}
};

}  // namespace store
