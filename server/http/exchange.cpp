#include "server/http/exchange.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerConnection.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/StreamSocketImpl.h>

#include <algorithm>
#include <optional>
#include <typeinfo>

#include "base/error.h"
#include "server/http/problem.h"
#include "server/http/tokens.h"

namespace http {
namespace {

using base::say;
namespace net = Poco::Net;

/// What Poco takes for the client's socket: the head from memory, then the end. It owns no descriptor, only shows the
/// loop's, because Poco asks whether there is one.
class MemorySocket final : public net::StreamSocketImpl {
public:
    MemorySocket(std::string head, int descriptor) : StreamSocketImpl(descriptor), head_(std::move(head)) {}

    int receiveBytes(void* buffer, int length, int /*flags*/) override {
        const std::size_t size = head_.copy(static_cast<char*>(buffer), static_cast<std::size_t>(length), read_);
        read_ += size;
        return static_cast<int>(size);
    }
    int sendBytes(const void* /*buffer*/, int length, int /*flags*/) override { return length; }
    bool poll(const Poco::Timespan& /*timeout*/, int /*mode*/) override { return true; }
    int available() override { return static_cast<int>(head_.size() - read_); }
    void shutdownReceive() override {}
    void shutdownSend() override {}
    void shutdown() override {}
    void close() override {}
    void setSendTimeout(const Poco::Timespan& /*timeout*/) override {}
    void setReceiveTimeout(const Poco::Timespan& /*timeout*/) override {}
    net::SocketAddress address() override { return {}; }
    net::SocketAddress peerAddress() override { return {}; }

protected:
    ~MemorySocket() override { reset(); }  // or the base would close the loop's descriptor

private:
    std::string head_;
    std::size_t read_ = 0;
};

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return text;
}

/// The name that "Expect" gets, so that Poco does not answer it once more.
constexpr std::string_view kExpect = "Expect";
constexpr std::string_view kSeen = "X-Seen";

std::string headForPoco(const Peer& peer) {
    std::string head = peer.rawHead();
    if (peer.head().expectAt > 0) head.replace(peer.head().expectAt, kExpect.size(), kSeen);
    return head;
}

/// Asks our handler and keeps its response; answers nothing itself.
class Bridge final : public net::HTTPRequestHandlerFactory {
public:
    Bridge(const Peer& peer, const Handler& handler, std::optional<Response>& response)
        : peer_(peer), handler_(handler), response_(response) {}

    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest& /*request*/) override {
        return new One(*this);  // Poco deletes it
    }

private:
    class One final : public net::HTTPRequestHandler {
    public:
        explicit One(Bridge& bridge) : bridge_(bridge) {}
        void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& /*response*/) override {
            bridge_.answer(request);
        }

    private:
        Bridge& bridge_;
    };

    void answer(const net::HTTPServerRequest& read) {
        Request request{peer_.head().method, peer_.head().path, peer_.head().query, {},
                        peer_.body(),        peer_.address(),   peer_.requestId};
        for (const auto& [name, value] : read)
            if (!sameWord(name, kSeen)) request.fields.emplace_back(lowerCase(name), value);
        try {
            response_ = handler_(request);
        } catch (const std::exception& error) {  // the router catches all of its own: this is its last wall
            response_ = problem(500, say("http.internal"), request.id);
            response_->finding = typeid(error).name();
        } catch (...) {
            response_ = problem(500, say("http.internal"), request.id);
        }
    }

    const Peer& peer_;
    const Handler& handler_;
    std::optional<Response>& response_;
};

std::optional<Response> throughPoco(const Peer& peer, const Handler& handler) {
    std::optional<Response> response;
    net::HTTPServerParams::Ptr parameters(new net::HTTPServerParams);
    parameters->setKeepAlive(false);
    parameters->setMaxKeepAliveRequests(1);  // 0, the default, has no limit
    const net::HTTPRequestHandlerFactory::Ptr factory(new Bridge(peer, handler, response));
    try {
        const net::StreamSocket socket(new MemorySocket(headForPoco(peer), peer.number()));
        net::HTTPServerConnection(socket, parameters, factory).run();
    } catch (const Poco::Exception&) {  // it also means: no response
        return response;
    }
    return response;
}

Answer finished(Response response, const Peer& peer, const ExchangeContext& context) {
    const WireContext wire{peer.head().method, peer.requestId, context.transport, context.now};
    Answer answer;
    try {
        answer.head = headBytes(response, wire);
    } catch (const base::Error& error) {
        const std::string route = response.route;
        response = problem(error, peer.requestId);
        response.route = route;
        answer.head = headBytes(response, wire);
    }
    if (hasBody(response, wire.method)) answer.body = std::move(response.body);
    answer.status = response.status;
    answer.route = std::move(response.route);
    answer.finding = std::move(response.finding);
    return answer;
}

}  // namespace

Answer exchange(const Peer& peer, const Handler& handler, const ExchangeContext& context) {
    std::optional<Response> response = throughPoco(peer, handler);
    if (!response) response = problem(400, say("http.header.malformed"), peer.requestId);
    return finished(std::move(*response), peer, context);
}

Answer refusalAnswer(const Peer& peer, const Refusal& refusal, const ExchangeContext& context) {
    return finished(problem(refusal, peer.requestId), peer, context);
}

}  // namespace http
