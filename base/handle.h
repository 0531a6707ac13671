#pragma once

#include <memory>

namespace base {

/// Calls a C library's own release function.
template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* raw) const noexcept {
        Free(raw);
    }
};

/// An owned C handle, the size of a pointer: Handle<BIO, BIO_free_all>.
template <class T, auto Free>
using Handle = std::unique_ptr<T, Freer<Free>>;

}  // namespace base
