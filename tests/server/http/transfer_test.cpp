#include "server/http/transfer.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <string>

namespace http {
namespace {

struct Pair {
    Peer peer;
    Descriptor client;
    static Pair make() {
        int ends[2] = {-1, -1};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        return {Peer(Descriptor(ends[0]), "192.0.2.1", Time()), Descriptor(ends[1])};
    }
};

TEST(Transfer, ReceivesWhatIsThere) {
    const Pair pair = Pair::make();
    std::array<char, 4> buffer{};
    EXPECT_EQ(receive(pair.peer, buffer).transfer, Transfer::waits);
    ASSERT_EQ(::send(pair.client.get(), "hello", 5, 0), 5);
    EXPECT_EQ(receive(pair.peer, buffer).bytes, "hell");
    EXPECT_EQ(receive(pair.peer, buffer).bytes, "o");
    ::shutdown(pair.client.get(), SHUT_WR);
    EXPECT_EQ(receive(pair.peer, buffer).transfer, Transfer::ended);
}

TEST(Transfer, SendsHeadAndBodyInTurns) {
    Pair pair = Pair::make();
    pair.peer.answer.head = "head";
    pair.peer.answer.body = std::string(4'000'000, 'b');
    std::string got;
    std::array<char, 65536> buffer{};
    Transfer sending = Transfer::waits;
    for (int turns = 0; sending == Transfer::waits && turns < 10'000; ++turns) {
        sending = sendAnswer(pair.peer);
        for (ssize_t size = 1; size > 0;) {
            size = ::recv(pair.client.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (size > 0) got.append(buffer.data(), static_cast<std::size_t>(size));
        }
    }
    EXPECT_EQ(sending, Transfer::done);
    EXPECT_EQ(got, pair.peer.answer.head + pair.peer.answer.body);
}

TEST(Transfer, FailsWhereTheClientIsGone) {
    Pair pair = Pair::make();
    pair.client.close();
    pair.peer.answer.head = "head";
    EXPECT_EQ(sendAnswer(pair.peer), Transfer::failed);
    sendNote(pair.peer, "no signal kills us");
}

TEST(Transfer, EndsOurSideAndLooksAtTheOther) {
    const Pair quiet = Pair::make();
    EXPECT_EQ(endSending(quiet.peer), Transfer::waits);
    const Pair talking = Pair::make();
    ASSERT_EQ(::send(talking.client.get(), "more", 4, 0), 4);
    EXPECT_EQ(endSending(talking.peer), Transfer::done);
    Pair gone = Pair::make();
    gone.client.close();
    EXPECT_EQ(endSending(gone.peer), Transfer::ended);
}

}  // namespace
}  // namespace http
