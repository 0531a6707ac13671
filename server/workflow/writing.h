#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "templates/value.h"

namespace workflow {

/// A visitor of describe(), the other way round than Reading: a domain struct as a tree. What is absent or empty is not
/// there.
class Writing {
public:
    template <class T>
    static templates::Value whole(const T& value) {
        Writing writing;
        T::describe(writing, value);
        return std::move(writing.map_);
    }

    void required(const char* key, const std::string& text) { map_[key] = text; }
    void required(const char* key, const std::int64_t& number) { map_[key] = number; }
    template <class T>
    void optional(const char* key, const std::optional<T>& value) {
        if (value) map_[key] = *value;
    }
    void texts(const char* key, const std::vector<std::string>& texts) {
        if (!texts.empty()) map_[key] = templates::Value::List(texts.begin(), texts.end());
    }
    template <class T>
    void object(const char* key, const std::optional<T>& value) {
        if (value) map_[key] = whole(*value);
    }
    template <class T>
    void list(const char* key, const std::vector<T>& values) {
        if (values.empty()) return;
        templates::Value::List all;
        for (const T& one : values) all.push_back(whole(one));
        map_[key] = std::move(all);
    }

private:
    templates::Value::Map map_{};
};

}  // namespace workflow
