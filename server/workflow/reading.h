#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "templates/value.h"

namespace workflow {

/// A visitor of describe(): fills a domain struct from a tree and collects every fault with its JSON pointer. A member
/// that describe() does not name is a fault, and so are a wrong type, an empty text, and one that textFault() refuses.
class Reading {
public:
    Reading(const templates::Value& source, std::string pointer, std::string file, std::vector<base::Fault>& faults)
        : source_(source), pointer_(std::move(pointer)), file_(std::move(file)), faults_(faults) {}

    void required(const char* key, std::string& field);
    void required(const char* key, std::int64_t& field);
    void optional(const char* key, std::optional<std::string>& field);
    void optional(const char* key, std::optional<std::int64_t>& field);
    void optional(const char* key, std::optional<bool>& field);
    void texts(const char* key, std::vector<std::string>& field);
    /// A required text taken octet by octet, as a password must be; an empty one is no fault here.
    void verbatim(const char* key, std::string& field);

    template <class T>
    void object(const char* key, std::optional<T>& field) {
        const templates::Value* value = member(key);
        if (value == nullptr) return;
        if (value->map() == nullptr) return fault(key, base::say("json.wants_object"));
        read(*value, key, field.emplace());
    }
    template <class T>
    void list(const char* key, std::vector<T>& field) {
        const templates::Value* value = member(key);
        if (value == nullptr) return;
        if (value->list() == nullptr) return fault(key, base::say("json.wants_list"));
        for (std::size_t i = 0; i < value->list()->size(); ++i) {
            const std::string step = std::string(key) + '/' + std::to_string(i);
            T& made = field.emplace_back();  // also for what is no object, so that places in the list stay
            if ((*value->list())[i].map() == nullptr)
                fault(step, base::say("json.wants_object"));
            else
                read((*value->list())[i], step, made);
        }
    }

    /// Reads `source` into `field`, unknown members included.
    template <class T>
    static void whole(const templates::Value& source, const std::string& pointer, const std::string& file,
                      std::vector<base::Fault>& faults, T& field) {
        Reading reading(source, pointer, file, faults);
        T::describe(reading, field);
        reading.finish();
    }

private:
    template <class T>
    void read(const templates::Value& value, const std::string& step, T& field) {
        whole(value, pointer_ + '/' + step, file_, faults_, field);
    }
    const templates::Value* member(const char* key);
    const std::string* textMember(const char* key);
    void fault(const std::string& step, base::Message message);
    void finish();

    const templates::Value& source_;
    std::string pointer_;
    std::string file_;
    std::vector<base::Fault>& faults_;
    std::set<std::string, std::less<>> known_{};
};

}  // namespace workflow
