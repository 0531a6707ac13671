#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"

namespace base {

/// What went wrong, in the terms of design.md section 4; the command line and HTTP each turn it into their status.
enum class ErrorCode {
    usage,        ///< the caller's words are wrong (64)
    unreadable,   ///< a file is missing, damaged, not what it should be, encrypted, over limits (4)
    data,         ///< data, template or schema has faults, all of them listed (65)
    refused,      ///< signing refused: field missing or signed, permissions, certificate unfit (66)
    unavailable,  ///< a service or program that was named did not answer (69)
    internal,     ///< our own fault (70)
    cannotWrite,  ///< output cannot be written (73)
    busy,         ///< in use, try again (75)
    secret,       ///< secret wrong or missing (77)
    forbidden,    ///< known who asks, and that they may not (77)
    tooMany,      ///< too many attempts; the message's last value is the number of seconds to wait (75)
    notFound,
    conflict,
};

/// Where a fault stands. What is not known is empty or 0; line and column count from 1, columns in code points.
struct Place {
    std::string file{};
    int line = 0;
    int column = 0;
    std::string pointer{};  ///< RFC 6901, for JSON and bound data
    bool operator==(const Place&) const = default;
};

struct Fault {
    Place place{};
    Message message{};
    bool operator==(const Fault&) const = default;
};

/// "deklaracja.xml, wiersz 3, kolumna 7: …" in one line.
std::string text(const Fault& fault);

/// The one exception. `message` is for the client; `with` adds facts for the log alone; `faults` lists
/// everything that was found in a file, in its order, when there is more to say than one sentence.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, Message message, std::vector<Fault> faults = {});

    ErrorCode code() const noexcept { return code_; }
    const Message& message() const noexcept { return message_; }
    const std::vector<Fault>& faults() const noexcept { return faults_; }
    const std::vector<std::pair<std::string, std::string>>& context() const noexcept { return context_; }

    /// For `throw Error(...).with("field", name);`
    Error&& with(std::string name, std::string value) &&;

private:
    ErrorCode code_;
    Message message_;
    std::vector<Fault> faults_;
    std::vector<std::pair<std::string, std::string>> context_;
};

}  // namespace base
