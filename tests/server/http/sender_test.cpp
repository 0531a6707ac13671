#include "server/http/sender.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace http {
namespace {

constexpr std::size_t kMoreThanASocketTakes = 8'000'000;

class SenderTest : public testing::Test {
protected:
    SenderTest() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()), 0);
        client_ = Descriptor(ends[1]);
        peer_ = peers_.add(Descriptor(ends[0]), "192.0.2.1", Time());
        peer_->take("GET", {}, Time());
    }
    bool isOpen() const { return peers_.find(peer_->number()) == peer_; }
    void begin(std::size_t size) {
        peer_->answer = {"head", std::string(size, 'x'), 200, {}, {}};
        sender_.begin(*peer_);
    }
    std::size_t hears() {
        std::size_t all = 0;
        for (ssize_t size = 1; size > 0; all += static_cast<std::size_t>(std::max<ssize_t>(size, 0)))
            size = ::recv(client_.get(), buffer_.data(), buffer_.size(), 0);
        return all;
    }

    GateSettings settings_{};
    Poller poller_{};
    PeerTable peers_{settings_, poller_};
    Sender sender_{peers_};
    Descriptor client_{};
    PeerPointer peer_{};
    std::array<char, 65536> buffer_{};
};

TEST_F(SenderTest, ClosesBehindAnAnswerThatIsWholeWhereTheClientHasSentAll) {
    begin(10);
    EXPECT_EQ(hears(), 14U);
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(peers_.held(), 0U);
}

TEST_F(SenderTest, SendsWhatTheSocketTakesAndForgetsTheRequest) {
    begin(kMoreThanASocketTakes);
    EXPECT_EQ(peer_->state, Peer::State::sending);
    EXPECT_TRUE(peer_->rawHead().empty());
    EXPECT_GE(peers_.held(), kMoreThanASocketTakes);
    EXPECT_EQ(poller_.wait(Time()).size(), 0U);  // nobody reads
    std::size_t heard = 0;
    for (int i = 0; i < 10'000 && isOpen(); ++i) {
        heard += hears();
        sender_.send(*peer_);
    }
    EXPECT_EQ(heard + hears(), kMoreThanASocketTakes + 4);
    EXPECT_FALSE(isOpen());
}

TEST_F(SenderTest, ReadsOnBehindARefusalUntilTheClientEnds) {
    peer_->isRefused = true;
    begin(1000);
    EXPECT_TRUE(isOpen());
    EXPECT_EQ(peer_->state, Peer::State::lingering);
    EXPECT_LT(peers_.held(), 100U);  // empty strings
    ASSERT_EQ(::send(client_.get(), "more", 4, MSG_NOSIGNAL), 4);
    sender_.readOn(*peer_, buffer_);
    EXPECT_TRUE(isOpen());
    ::shutdown(client_.get(), SHUT_WR);
    sender_.readOn(*peer_, buffer_);
    EXPECT_FALSE(isOpen());
}

TEST_F(SenderTest, EndsWithAClientThatIsGone) {
    client_ = Descriptor();
    begin(10);
    EXPECT_FALSE(isOpen());
    EXPECT_EQ(peers_.size(), 0U);
}

}  // namespace
}  // namespace http
