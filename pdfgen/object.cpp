#include "pdfgen/object.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pdfgen/string_syntax.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr int kDeepest = 100;
constexpr std::size_t kMostParts = 1U << 20;
const Object kNull{};

Object of(Object::Kind kind, base::Bytes text) {
    Object object;
    object.kind = kind;
    object.text = std::move(text);
    return object;
}

class Parser {
public:
    Parser(base::ByteView bytes, std::size_t position) : bytes_(bytes), at_(position) {}
    std::size_t position() const { return at_; }

    std::optional<Object> object(int depth) {
        if (at_ >= bytes_.size() || depth > kDeepest || ++parts_ > kMostParts) return {};
        const char first = bytes_[at_];
        if (bytes_.substr(at_).starts_with("<<")) return dictionary(depth);
        if (first == '[') return array(depth);
        if (first == '(' || first == '<' || first == '/') return text(first);
        if (isDelimiter(first)) return {};
        if (auto found = reference()) return found;
        return token();
    }

private:
    std::optional<Object> dictionary(int depth) {
        Object object;
        object.kind = Object::Kind::dictionary;
        for (at_ = skipSpace(bytes_, at_ + 2); at_ < bytes_.size(); at_ = skipSpace(bytes_, at_)) {
            if (bytes_.substr(at_).starts_with(">>")) {
                at_ += 2;
                return sorted(std::move(object));
            }
            if (bytes_[at_] != '/') return {};
            if (!addItem(object, depth)) return {};
            at_ = skipSpace(bytes_, at_);
            if (!addItem(object, depth)) return {};
        }
        return {};
    }

    static Object sorted(Object dictionary) {
        std::vector<std::size_t> order(dictionary.items.size() / 2);
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = 2 * i;
        std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
            const int difference = dictionary.items[left].text.compare(dictionary.items[right].text);
            return difference < 0 || (difference == 0 && left < right);
        });
        std::vector<Object> items;
        items.reserve(dictionary.items.size());
        for (const std::size_t i : order) {
            items.push_back(std::move(dictionary.items[i]));
            items.push_back(std::move(dictionary.items[i + 1]));
        }
        dictionary.items = std::move(items);
        return dictionary;
    }

    std::optional<Object> array(int depth) {
        Object object;
        object.kind = Object::Kind::array;
        for (at_ = skipSpace(bytes_, at_ + 1); at_ < bytes_.size(); at_ = skipSpace(bytes_, at_)) {
            if (bytes_[at_] == ']') {
                ++at_;
                return object;
            }
            if (!addItem(object, depth)) return {};
        }
        return {};
    }

    bool addItem(Object& object, int depth) {
        auto item = this->object(depth + 1);
        if (!item) return false;
        object.items.push_back(std::move(*item));
        return true;
    }

    std::optional<Object> text(char first) {
        const auto end = skipObject(bytes_, at_);
        if (!end) return {};
        const auto inner = bytes_.substr(at_ + 1, *end - at_ - (first == '/' ? 1 : 2));
        at_ = *end;
        if (first == '/') return of(Object::Kind::name, decodedName(inner));
        return of(Object::Kind::string, first == '(' ? decodedLiteral(inner) : decodedHex(inner));
    }

    std::optional<Object> reference() {
        constexpr std::size_t most = 1U << 30;
        std::size_t at = at_;
        const auto number = readInteger(bytes_, at);
        if (!number || *number > most) return {};
        std::size_t next = skipSpace(bytes_, at);
        const auto generation = next > at ? readInteger(bytes_, next) : std::nullopt;
        if (!generation || *generation > 65535) return {};
        at = skipSpace(bytes_, next);
        const bool ends = at + 1 >= bytes_.size() || isSpace(bytes_[at + 1]) || isDelimiter(bytes_[at + 1]);
        if (at == next || at >= bytes_.size() || bytes_[at] != 'R' || !ends) return {};
        at_ = at + 1;
        Object object;
        object.kind = Object::Kind::reference;
        object.target = {static_cast<int>(*number), static_cast<int>(*generation)};
        return object;
    }

    std::optional<Object> token() {
        std::size_t end = at_;
        while (end < bytes_.size() && !isSpace(bytes_[end]) && !isDelimiter(bytes_[end])) ++end;
        const base::ByteView word = bytes_.substr(at_, end - at_);
        at_ = end;
        if (word == "null") return Object{};
        if (word == "true" || word == "false") {
            Object object;
            object.kind = Object::Kind::boolean;
            object.flag = word == "true";
            return object;
        }
        return number(word);
    }

    static std::optional<Object> number(base::ByteView word) {
        const bool integer = word.find('.') == word.npos;
        if (word.empty() || word.find_first_not_of("+-.0123456789") != word.npos) return {};
        if (word[0] == '+') word.remove_prefix(1);
        Object object;
        object.kind = Object::Kind::number;
        object.isInteger = integer;
        const auto [end, failed] =
            std::from_chars(word.data(), word.data() + word.size(), object.number, std::chars_format::fixed);
        if (failed != std::errc() || end != word.data() + word.size()) return {};
        return object;
    }

    base::ByteView bytes_;
    std::size_t at_;
    std::size_t parts_ = 0;
};

}  // namespace

const Object& Object::at(std::string_view key) const {
    if (!isDictionary()) return kNull;
    std::size_t low = 0, high = items.size() / 2;  // binary search for the first key that is not less
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (items[2 * middle].text < key)
            low = middle + 1;
        else
            high = middle;
    }
    return 2 * low < items.size() && items[2 * low].text == key ? items[2 * low + 1] : kNull;
}

std::vector<std::string_view> Object::keys() const {
    std::vector<std::string_view> found;
    if (!isDictionary()) return found;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (found.empty() || found.back() != items[i].text) found.push_back(items[i].text);
    return found;
}

bool Object::hasDuplicates() const {
    if (isDictionary() && keys().size() != items.size() / 2) return true;
    return std::any_of(items.begin(), items.end(), [](const Object& item) { return item.hasDuplicates(); });
}

std::optional<std::int64_t> Object::integer() const {
    constexpr double most = 9007199254740992.0;  // what a double holds exactly
    if (kind != Kind::number || !isInteger || std::abs(number) > most) return {};
    return static_cast<std::int64_t>(number);
}

bool Object::operator==(const Object& other) const {
    if (kind != other.kind) return false;
    switch (kind) {
        case Kind::null:
            return true;
        case Kind::boolean:
            return flag == other.flag;
        case Kind::number:
            return std::equal_to<>()(number, other.number);
        case Kind::string:
        case Kind::name:
            return text == other.text;
        case Kind::reference:
            return target == other.target;
        case Kind::array:
        case Kind::dictionary:
            return items == other.items;
    }
    return false;
}

std::optional<Object> parseObject(base::ByteView bytes, std::size_t& position) {
    Parser parser(bytes, position);
    auto object = parser.object(0);
    if (object) position = parser.position();
    return object;
}

std::vector<Reference> referencesIn(base::ByteView bytes) {
    constexpr std::size_t most = 1U << 30;
    std::vector<Reference> found;
    std::size_t before = 0, last = 0;  // the last two integers, and how many there are
    int integers = 0;
    for (std::size_t at = skipSpace(bytes, 0); at < bytes.size(); at = skipSpace(bytes, at)) {
        const char c = bytes[at];
        if (c >= '0' && c <= '9') {
            before = last;
            last = readInteger(bytes, at).value_or(most + 1);
            const bool whole = at >= bytes.size() || isSpace(bytes[at]) || isDelimiter(bytes[at]);
            integers = whole ? integers + 1 : 0;
            if (!whole) ++at;
            continue;
        }
        const bool endsHere = at + 1 >= bytes.size() || isSpace(bytes[at + 1]) || isDelimiter(bytes[at + 1]);
        if (c == 'R' && endsHere && integers >= 2 && before <= most && last <= 65535)
            found.push_back({static_cast<int>(before), static_cast<int>(last)});
        integers = 0;
        const bool opens = c == '<' && bytes.substr(at).starts_with("<<");
        const bool passes = opens || c == '[' || c == ']' || c == '>' || c == '{' || c == '}' || c == ')';
        const auto end = passes ? std::nullopt : skipObject(bytes, at);
        at = end ? *end : at + (opens ? 2 : 1);
    }
    return found;
}

}  // namespace pdfgen
