#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/domain/meeting.h"

namespace support {

/// A visitor of describe() that gives every member a value of its own, and every list two items.
class Filler {
public:
    void required(const char* key, std::string& text) { text = next(key); }
    void required(const char*, std::int64_t& number) { number = ++count_; }
    void optional(const char* key, std::optional<std::string>& text) { text = next(key); }
    void optional(const char*, std::optional<std::int64_t>& number) { number = -++count_; }
    void optional(const char*, std::optional<bool>& truth) { truth = ++count_ % 2 == 0; }
    void texts(const char* key, std::vector<std::string>& texts) { texts = {next(key), next(key)}; }
    template <class T>
    void object(const char*, std::optional<T>& value) {
        T::describe(*this, value.emplace());
    }
    template <class T>
    void list(const char*, std::vector<T>& values) {
        for (int i = 0; i < 2; ++i) T::describe(*this, values.emplace_back());
    }
    std::int64_t count() const { return count_; }

private:
    std::string next(const char* key) { return std::string(key) + " „ż' ó” " + std::to_string(++count_); }
    std::int64_t count_ = 0;
};

inline domain::Meeting everyMember() {
    domain::Meeting meeting;
    Filler filler;
    domain::Meeting::describe(filler, meeting);
    EXPECT_GE(filler.count(), 130);
    return meeting;
}

}  // namespace support
