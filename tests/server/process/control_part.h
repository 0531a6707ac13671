#pragma once

/// Parts that only this test has: what they are told to do, a shut-in process must not be able to.
namespace control {

inline constexpr const char* kControl = "--does-what-it-is-told";
inline constexpr const char* kBroken = "--does-not-start";

int runControl() noexcept;
int runBroken() noexcept;

}  // namespace control
