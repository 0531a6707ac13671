#pragma once

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"

namespace process {

/// What one question may take: processor time of the child, time on the clock, octets of the answer.
struct Budget {
    std::chrono::milliseconds processor{1000};
    std::chrono::milliseconds clock{10000};
    std::size_t answerOctets = std::size_t{16} << 20;
};

/// How a child ended.
struct End {
    enum class How {
        exited,   ///< by itself, `number` is its exit status
        killed,   ///< by signal `number`
        tooSlow,  ///< by us: its budget of time was used up
        refused,  ///< by us: it is no longer wanted, or its answer broke the rules
    };
    How how = How::refused;
    int number = 0;
    bool operator==(const End&) const = default;
};

/// This program, started once more as `part` (its one argument) with nothing but a socket (kChannel) to its parent:
/// all other descriptors are closed, standard input and outputs lead nowhere, no AKCES_ variable is handed on, a
/// process group of its own. It dies with its parent, and with this object. One question at a time.
class Child {
public:
    /// Starts it with `configuration`, and waits for its greeting. Throws Error(unavailable) when it cannot be started,
    /// or the Error that it greets with.
    Child(const std::string& part, base::ByteView configuration);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// What it said when it was ready.
    const base::Bytes& greeting() const { return greeting_; }

    /// Sends one question, given in parts, and waits for its answer. Nothing when the child is lost: ask end() why.
    /// Throws the Error that the child answers with.
    std::optional<base::Bytes> ask(std::initializer_list<base::ByteView> question, const Budget& budget = {});

    /// Ends it, if it still runs, and says how it ended.
    End end();

private:
    class Run;

    std::unique_ptr<Run> run_;
    base::Bytes greeting_{};
    std::optional<End> cutOff_{};
};

/// The descriptor that a child has to its parent.
inline constexpr int kChannel = 3;

}  // namespace process
