#pragma once

#include <cstddef>
#include <functional>

#include "base/bytes.h"

/// The other side of a Child: a part of the program that runs in a process of its own.
namespace process {

/// A part that has loaded all that it needs from files.
struct Loaded {
    base::Bytes greeting{};
    std::function<base::Bytes(base::ByteView question)> answer{};  ///< may throw base::Error, which is answered
};

struct Part {
    std::function<Loaded(base::ByteView configuration)> load{};  ///< may throw base::Error, which is the greeting then
    std::size_t memory = std::size_t{256} << 20;                 ///< octets, as shutIn() counts them
    std::size_t questionOctets = std::size_t{80} << 20;
};

/// The whole life of the process: dies with its parent, loads, shuts itself in, greets, answers one question after
/// another until the parent goes, and ends. Returns 64 only where nobody started it as a Child.
int live(const Part& part) noexcept;

}  // namespace process
