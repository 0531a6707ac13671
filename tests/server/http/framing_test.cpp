#include "server/http/framing.h"

#include <gtest/gtest.h>

#include <string>

#include "server/limits.h"

namespace http {
namespace {

using State = Framing::State;

Head chunked() {
    Head head;
    head.isChunked = true;
    return head;
}

Head fixed(std::uint64_t length) {
    Head head;
    head.length = length;
    return head;
}

struct Outcome {
    State state = State::open;
    std::string body{};
    std::size_t taken = 0;
    bool operator==(const Outcome&) const = default;
};

Outcome read(const Head& head, std::string_view bytes, std::size_t limit = 1000) {
    Framing framing(head, limit);
    Outcome outcome;
    outcome.taken = framing.take(bytes, outcome.body);
    outcome.state = framing.state();
    return outcome;
}

TEST(Framing, OfNoBodyIsCompleteAtOnce) {
    EXPECT_EQ(Framing(fixed(0), 10).state(), State::complete);
    EXPECT_EQ(read(fixed(0), "more").taken, 0U);
}

TEST(Framing, TakesALengthAndNoByteMore) {
    EXPECT_EQ(read(fixed(5), "hello"), (Outcome{State::complete, "hello", 5}));
    EXPECT_EQ(read(fixed(5), "helloGET /"), (Outcome{State::complete, "hello", 5}));
    EXPECT_EQ(read(fixed(5), "hell"), (Outcome{State::open, "hell", 4}));
    EXPECT_EQ(Framing(fixed(11), 10).state(), State::tooLarge);
}

TEST(Framing, DecodesChunks) {
    EXPECT_EQ(read(chunked(), "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"), (Outcome{State::complete, "hello world", 26}));
    EXPECT_EQ(read(chunked(), "0\r\n\r\nGET /"), (Outcome{State::complete, "", 5}));
    EXPECT_EQ(read(chunked(), "00A;name=\"value\"\r\n0123456789\r\n000\r\n\r\n").body, "0123456789");
    EXPECT_EQ(read(chunked(), "a\r\n0123456789\r\n0\r\n\r\n").state, State::complete);
}

TEST(Framing, RefusesMalformedChunks) {
    for (const char* bad : {"\r\nhello",
                            "x\r\n",
                            "-1\r\n",
                            "+5\r\nhello\r\n",
                            "0x5\r\nhello\r\n",
                            " 5\r\nhello\r\n",
                            "5 \r\nhello\r\n",
                            "5\nhello\n",
                            "5\r\nhelloX\r\n",
                            "5\r\nhello\n0\r\n\r\n",
                            "5\r\nhello\r0\r\n\r\n",
                            "5\rXhello\r\n",
                            "00000005\r\nhello\r\n",
                            "FFFFFFFFF\r\n",
                            "5;a\nb\r\nhello\r\n",
                            "5;\x01\r\nhello\r\n",
                            "5;\x80\r\nhello\r\n",
                            "0\r\nTrailer: a\r\n\r\n",
                            "0\r\n\rX",
                            ";a\r\n"})
        EXPECT_EQ(read(chunked(), bad).state, State::malformed) << bad;
}

TEST(Framing, BoundsExtensions) {
    const std::size_t most = limits::kChunkExtension.value;
    EXPECT_EQ(read(chunked(), "1;" + std::string(most, 'a') + "\r\n").state, State::open);
    EXPECT_EQ(read(chunked(), "1;" + std::string(most + 1, 'a') + "\r\n").state, State::malformed);
    std::string many;
    for (std::size_t i = 0; i <= limits::kExtensions.value / most; ++i)
        many += "1;" + std::string(most, 'a') + "\r\nx\r\n";
    EXPECT_EQ(read(chunked(), many).state, State::malformed);
}

TEST(Framing, Row10FindsABodyOverTheLimit) {
    EXPECT_EQ(read(chunked(), "a\r\n0123456789\r\n0\r\n\r\n", 10).state, State::complete);
    EXPECT_EQ(read(chunked(), "a\r\n0123456789\r\n1\r\n", 10).state, State::tooLarge);
    EXPECT_EQ(read(chunked(), "b\r\n", 10).state, State::tooLarge);
    EXPECT_EQ(read(chunked(), "FFFFFFF\r\n", 10).state, State::tooLarge);
}

TEST(Framing, Row9IsOpenAtEveryTruncation) {
    const std::string bytes = "5;a=b\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        const Outcome outcome = read(chunked(), std::string_view(bytes).substr(0, cut));
        EXPECT_EQ(outcome.state, State::open) << cut;
        EXPECT_EQ(outcome.taken, cut);
    }
}

TEST(Framing, IsTheSameHoweverTheBytesCome) {
    const std::string bytes = "5;a=b\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";
    for (std::size_t step = 1; step <= bytes.size(); ++step) {
        Framing framing(chunked(), 100);
        std::string body;
        for (std::size_t at = 0; at < bytes.size(); at += step)
            framing.take(std::string_view(bytes).substr(at, step), body);
        EXPECT_EQ(framing.state(), State::complete) << step;
        EXPECT_EQ(body, "hello world");
    }
}

TEST(Framing, StaysMalformed) {
    Framing framing(chunked(), 100);
    std::string body;
    EXPECT_EQ(framing.take("x", body), 0U);
    EXPECT_EQ(framing.take("5\r\nhello\r\n0\r\n\r\n", body), 0U);
    EXPECT_EQ(framing.state(), State::malformed);
    EXPECT_TRUE(body.empty());
}

TEST(Framing, HoldsNotMuchMoreMemoryThanTheBodyHas) {
    Framing framing(fixed(10'000'000), 10'000'000);
    std::string body;
    framing.take("a", body);
    EXPECT_LT(body.capacity(), 100'000U);  // what was announced is not yet there
    framing.take(std::string(9'999'999, 'b'), body);
    EXPECT_EQ(framing.state(), State::complete);
    EXPECT_LT(body.capacity(), 10'100'000U);
}

}  // namespace
}  // namespace http
