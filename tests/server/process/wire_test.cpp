#include "server/process/wire.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace {

enum class Colour { red, green };
struct Pair {
    std::uint8_t small = 0;
    std::optional<bool> maybe{};
    bool operator==(const Pair&) const = default;
};

}  // namespace

namespace process {

template <>
inline constexpr auto kLast<Colour> = Colour::green;
template <>
struct Fields<Pair> {
    static void list(auto& value, auto& wire) { wire(value.small, value.maybe); }
};

}  // namespace process

namespace {

template <class T>
std::string refusal(base::ByteView message) {
    return support::failureOf([&] { process::read<T>(message); });
}

TEST(Wire, GivesBackWhatWasWritten) {
    const std::vector<Pair> pairs{{1, true}, {255, std::nullopt}, {0, false}};
    EXPECT_EQ(process::read<std::vector<Pair>>(process::written(pairs)), pairs);
    EXPECT_EQ(process::read<int>(process::written(-7)), -7);
    EXPECT_EQ(process::read<double>(process::written(-0.5)), -0.5);
    EXPECT_EQ(process::read<std::filesystem::path>(process::written(std::filesystem::path("a/b"))), "a/b");
    EXPECT_EQ(process::written(base::Bytes("ab")), base::Bytes("\2\0\0\0\0\0\0\0ab", 10));
}

TEST(Wire, RefusesWhatIsNoValueOfItsType) {
    EXPECT_EQ(refusal<bool>("\2"), "process.malformed");
    EXPECT_EQ(refusal<Colour>("\1"), "no error");
    EXPECT_EQ(refusal<Colour>("\2"), "process.malformed");
    EXPECT_EQ(refusal<std::uint8_t>(process::written(256)), "process.malformed");
    EXPECT_EQ(refusal<int>(process::written(std::uint64_t{1} << 40)), "process.malformed");
}

TEST(Wire, RefusesCountsBeyondWhatIsThere) {
    EXPECT_EQ(refusal<base::Bytes>(process::written(~std::uint64_t{0}) + "abc"), "process.malformed");
    EXPECT_EQ(refusal<std::vector<base::Bytes>>(process::written(std::uint64_t{1} << 60) + "abc"), "process.malformed");
    EXPECT_EQ(refusal<base::Bytes>(""), "process.malformed");
    EXPECT_EQ(refusal<bool>(base::Bytes("\1\1")), "process.malformed") << "something is left";
}

}  // namespace
