#pragma once

#include <bit>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "base/error.h"

/// Values as octets between two processes of one build: numbers in eight octets, little end first; strings, lists and
/// optionals behind their count; structures field by field.
namespace process {

/// Specialised for each structure that travels: `static void list(auto& value, auto& wire) { wire(value.a, value.b); }`
/// serves both directions.
template <class T>
struct Fields;

/// Specialised for each enumeration that travels: its last value.
template <class T>
inline constexpr T kLast = T{};

class Encoder {
public:
    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }
    base::Bytes bytes{};

private:
    void number(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift & 0xFF);
    }
    void put(const base::Bytes& value) {
        number(value.size());
        bytes += value;
    }
    void put(const std::filesystem::path& value) { put(value.native()); }
    void put(base::Instant value) { number(static_cast<std::uint64_t>(value.time_since_epoch().count())); }
    template <class T>
    void put(const std::vector<T>& values) {
        number(values.size());
        for (const T& value : values) put(value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_same_v<T, bool>)
            bytes += value ? '\1' : '\0';
        else if constexpr (std::is_enum_v<T>)
            bytes += static_cast<char>(value);
        else if constexpr (std::is_same_v<T, double>)
            number(std::bit_cast<std::uint64_t>(value));
        else if constexpr (std::is_integral_v<T>)
            number(static_cast<std::uint64_t>(value));
        else
            Fields<T>::list(value, *this);
    }
};

/// Reads strictly what an Encoder wrote: every count within what is there, every enumerator known, every number within
/// its type, nothing left over. Throws Error(internal) for anything else.
class Decoder {
public:
    explicit Decoder(base::ByteView bytes) : rest_(bytes) {}

    template <class... T>
    void operator()(T&... values) {
        (get(values), ...);
    }
    /// All that is left.
    base::ByteView rest() { return std::exchange(rest_, {}); }
    /// Throws unless all has been read.
    void finish() const {
        if (!rest_.empty()) throw malformed();
    }

    static base::Error malformed() { return {base::ErrorCode::internal, base::say("process.malformed")}; }

private:
    base::ByteView take(std::size_t count) {
        if (count > rest_.size()) throw malformed();
        const base::ByteView taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        int shift = 0;
        for (const char octet : take(8)) {
            value |= std::uint64_t{static_cast<unsigned char>(octet)} << shift;
            shift += 8;
        }
        return value;
    }
    void get(base::Bytes& value) { value = take(number()); }
    void get(std::filesystem::path& value) {
        base::Bytes name;
        get(name);
        value = name;
    }
    void get(base::Instant& value) { value = base::Instant(std::chrono::seconds(static_cast<std::int64_t>(number()))); }
    template <class T>
    void get(std::vector<T>& values) {
        const std::uint64_t count = number();
        if (count > rest_.size()) throw malformed();  // nothing takes less than an octet
        values.clear();
        for (std::uint64_t i = 0; i < count; ++i) get(values.emplace_back());
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool there = false;
        get(there);
        value.reset();
        if (there) get(value.emplace());
    }
    template <class T>
    void get(T& value) {
        if constexpr (std::is_same_v<T, bool> || std::is_enum_v<T>) {
            const auto octet = static_cast<unsigned char>(take(1).front());
            const unsigned last = std::is_enum_v<T> ? static_cast<unsigned>(kLast<T>) : 1U;
            if (octet > last) throw malformed();
            value = static_cast<T>(octet);
        } else if constexpr (std::is_same_v<T, double>) {
            value = std::bit_cast<double>(number());
        } else if constexpr (std::is_integral_v<T>) {
            const std::uint64_t wide = number();
            value = static_cast<T>(wide);
            if (static_cast<std::uint64_t>(value) != wide) throw malformed();
        } else {
            Fields<T>::list(value, *this);
        }
    }

    base::ByteView rest_;
};

template <class T>
base::Bytes written(const T& value) {
    Encoder encoder;
    encoder(value);
    return std::move(encoder.bytes);
}

/// The one value that `message` holds.
template <class T>
T read(base::ByteView message) {
    T value;
    Decoder decoder(message);
    decoder(value);
    decoder.finish();
    return value;
}

template <>
inline constexpr auto kLast<base::ErrorCode> = base::ErrorCode::conflict;

template <>
struct Fields<base::Message> {
    static void list(auto& value, auto& wire) { wire(value.key, value.values); }
};

template <>
struct Fields<base::Place> {
    static void list(auto& value, auto& wire) { wire(value.file, value.line, value.column, value.pointer); }
};

template <>
struct Fields<base::Fault> {
    static void list(auto& value, auto& wire) { wire(value.place, value.message); }
};

}  // namespace process
