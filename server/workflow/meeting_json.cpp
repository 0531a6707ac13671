#include "server/workflow/meeting_json.h"

#include "base/json_text.h"

namespace workflow {
namespace {

/// A visitor of describe() that prints what is there.
class Printer {
public:
    void required(const char* key, const std::string& text) { member(key) += base::quoted(text); }
    void required(const char* key, const std::int64_t& number) { member(key) += std::to_string(number); }
    void optional(const char* key, const std::optional<std::string>& text) {
        if (text) member(key) += base::quoted(*text);
    }
    void optional(const char* key, const std::optional<std::int64_t>& number) {
        if (number) member(key) += std::to_string(*number);
    }
    void optional(const char* key, const std::optional<bool>& truth) {
        if (truth) member(key) += *truth ? "true" : "false";
    }
    void texts(const char* key, const std::vector<std::string>& texts) {
        items(key, texts, [this](const std::string& text) { json_ += base::quoted(text); });
    }
    template <class T>
    void object(const char* key, const std::optional<T>& value) {
        if (!value) return;
        member(key);
        print(*value);
    }
    template <class T>
    void list(const char* key, const std::vector<T>& values) {
        items(key, values, [this](const T& value) { print(value); });
    }
    template <class T>
    void print(const T& value) {
        open('{');
        T::describe(*this, value);
        close('}');
    }
    std::string take() { return std::move(json_) + '\n'; }

private:
    template <class T, class Print>
    void items(const char* key, const std::vector<T>& values, Print print) {
        if (values.empty()) return;
        member(key);
        open('[');
        for (const T& value : values) {
            nextLine();
            print(value);
        }
        close(']');
    }
    std::string& member(const char* key) {
        nextLine();
        return json_ += base::quoted(key) + ": ";
    }
    void open(char bracket) {
        json_ += bracket;
        ++depth_;
        isFirst_ = true;
    }
    void close(char bracket) {
        --depth_;
        isFirst_ = true;
        nextLine();
        json_ += bracket;
        isFirst_ = false;
    }
    void nextLine() {
        if (!isFirst_) json_ += ',';
        json_ += '\n' + std::string(2 * depth_, ' ');
        isFirst_ = false;
    }

    std::string json_{};
    std::size_t depth_ = 0;
    bool isFirst_ = true;
};

}  // namespace

std::string meetingJson(const domain::Meeting& meeting) {
    Printer printer;
    printer.print(meeting);
    return printer.take();
}

}  // namespace workflow
