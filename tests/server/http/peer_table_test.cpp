#include "server/http/peer_table.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>

namespace http {
namespace {

using namespace std::chrono_literals;

Descriptor some() { return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

class PeerTableTest : public testing::Test {
protected:
    static GateSettings small() {
        GateSettings settings;
        settings.headTime = 10s;
        settings.lingerTime = 2s;
        settings.addressConnections = 2;
        settings.addressMemory = 100;
        return settings;
    }
    GateSettings settings_ = small();
    Poller poller_{};
    PeerTable table_{settings_, poller_};
};

TEST_F(PeerTableTest, FindsAndForgets) {
    const PeerPointer peer = table_.add(some(), "192.0.2.1", Time(0s));
    EXPECT_EQ(table_.find(peer->number()), peer);
    EXPECT_EQ(table_.find(-5), nullptr);
    table_.remove(*peer);
    table_.remove(*peer);
    EXPECT_EQ(table_.size(), 0U);
    EXPECT_FALSE(table_.nextDue());
}

TEST_F(PeerTableTest, KnowsWhoseTimeIsOver) {
    const PeerPointer first = table_.add(some(), "192.0.2.1", Time(0s));
    const PeerPointer second = table_.add(some(), "192.0.2.1", Time(1s));
    EXPECT_EQ(table_.nextDue(), Time(10s));
    EXPECT_EQ(table_.firstDue(Time(9s)), nullptr);
    EXPECT_EQ(table_.firstDue(Time(11s)), first);
    table_.enter(*first, Peer::State::lingering, Time(20s));
    EXPECT_EQ(table_.firstDue(Time(11s)), second);
    table_.unschedule(*second);
    EXPECT_EQ(table_.nextDue(), Time(22s));
}

TEST_F(PeerTableTest, CountsWhatIsHeldByWhom) {
    const PeerPointer peer = table_.add(some(), "127.0.0.1", Time(0s));
    peer->answer.body = std::string(200, 'x');
    EXPECT_TRUE(table_.count(*peer));  // it had room
    EXPECT_FALSE(table_.count(*peer));
    EXPECT_TRUE(table_.isFull(*peer));
    EXPECT_GE(table_.held(), 200U);
    const PeerPointer other = table_.add(some(), "127.0.0.1", Time(0s));
    EXPECT_TRUE(table_.isFull(*other));
    table_.moveTo(*peer, "192.0.2.1");
    EXPECT_FALSE(table_.isFull(*other));
    EXPECT_TRUE(table_.isFull(*peer));
    table_.remove(*peer);
    EXPECT_EQ(table_.held(), 0U);
}

TEST_F(PeerTableTest, HasThePollerForgetWhoGoes) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    const Descriptor other(ends[1]);
    const PeerPointer peer = table_.add(Descriptor(ends[0]), "192.0.2.1", Time(0s));
    table_.watch(*peer, EPOLLOUT);
    EXPECT_EQ(poller_.wait(Time(0s)).size(), 1U);
    table_.watch(*peer, EPOLLIN);
    EXPECT_EQ(poller_.wait(Time(0s)).size(), 0U);
    table_.remove(*peer);
    ASSERT_EQ(::send(other.get(), "x", 1, MSG_NOSIGNAL), 1);  // `peer` holds its socket
    EXPECT_EQ(poller_.wait(Time(0s)).size(), 0U);
}

TEST_F(PeerTableTest, LetsTheLongestWaitingOfTheMostCrowdedLeave) {
    const PeerPointer alone = table_.add(some(), "192.0.2.9", Time(0s));
    const PeerPointer first = table_.add(some(), "192.0.2.1", Time(1s));
    const PeerPointer second = table_.add(some(), "192.0.2.1", Time(2s));
    EXPECT_FALSE(table_.isCrowded(*first));
    const PeerPointer third = table_.add(some(), "192.0.2.1", Time(3s));
    EXPECT_TRUE(table_.isCrowded(*first));
    EXPECT_EQ(table_.longestWaiting(), first);
    first->state = Peer::State::lent;
    EXPECT_EQ(table_.longestWaiting(), second);
    second->state = third->state = Peer::State::sending;
    EXPECT_EQ(table_.longestWaiting(), nullptr);
    EXPECT_EQ(table_.longestWaiting(alone->share), alone);
    EXPECT_EQ(table_.all().size(), 4U);
}

}  // namespace
}  // namespace http
