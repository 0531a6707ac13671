#include "server/http/idempotency.h"

#include <algorithm>

#include "base/error.h"
#include "server/workflow/secret.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Action;

constexpr std::size_t kLongestKey = 255;
constexpr std::size_t kMostSecret = 1000;
constexpr std::chrono::hours kLife{24};

bool isKey(std::string_view text) {
    return !text.empty() && text.size() <= kLongestKey &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

/// Whether the answer may hold a secret that is shown once: a link, a token, a session.
bool showsSecret(Action action) {
    return action == Action::makeLinks || action == Action::ownSession || action == Action::logIn;
}

/// Length and octets of each part, so that no two requests give the same text.
std::string hashOf(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) text += std::to_string(part.size()) + ':' + std::string(part);
    return workflow::secretHash(text);
}

Response again(const workflow::KeptAnswer& answer) {
    Response response;
    response.status = answer.status;
    response.fields = answer.fields;
    response.body = answer.body;
    return response;
}

}  // namespace

struct Idempotency::Key {
    std::string hash{};
    std::string request{};
    bool isSecret = false;
};

/// A key while its request is answered.
class Idempotency::Going {
public:
    Going(Idempotency& all, const std::string& key) : all_(all), key_(key) {
        const std::lock_guard lock(all_.mutex_);
        if (!all_.going_.insert(key_).second) throw Error(ErrorCode::conflict, say("idempotency.going"));
    }
    Going(const Going&) = delete;
    Going& operator=(const Going&) = delete;
    ~Going() {
        const std::lock_guard lock(all_.mutex_);
        all_.going_.erase(key_);
    }

private:
    Idempotency& all_;
    const std::string& key_;
};

std::optional<workflow::KeptAnswer> Idempotency::kept(const std::string& keyHash) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = secret_.find(keyHash); found != secret_.end()) return found->second;
    }
    return rows_.keptAnswer(keyHash);
}

Response Idempotency::fresh(const Call& call, const Route& route, const Key& key) {
    Response response = written(route.answer(call));
    if (response.status >= 500) return response;
    workflow::KeptAnswer answer{key.request, response.status, response.fields, response.body, now_()};
    if (!key.isSecret) {
        rows_.keepAnswer(key.hash, answer);
        return response;
    }
    const std::lock_guard lock(mutex_);
    if (secret_.size() >= kMostSecret)
        secret_.erase(std::min_element(secret_.begin(), secret_.end(), [](const auto& left, const auto& right) {
            return left.second.at < right.second.at;
        }));
    secret_[key.hash] = std::move(answer);
    return response;
}

Response Idempotency::answer(const Call& call, const Route& route) {
    const auto text = field(call.request, "idempotency-key");
    if (!text) return route.answer(call);
    if (!isKey(*text)) throw Error(ErrorCode::usage, say("idempotency.key", {std::to_string(kLongestKey)}));
    const Request& request = call.request;
    const std::string_view type = field(request, "content-type").value_or("");
    const Key key{hashOf({domain::name(call.actor.kind), call.actor.id, *text}),
                  hashOf({request.method, request.path, request.query, type, request.body}), showsSecret(route.action)};
    const Going going(*this, key.hash);
    const auto before = kept(key.hash);
    if (!before || before->at + kLife < now_()) return fresh(call, route, key);
    if (before->requestHash != key.request) throw Error(ErrorCode::conflict, say("idempotency.other_request"));
    return again(*before);
}

void Idempotency::removeOld() {
    const base::Instant from = now_() - kLife;
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(secret_, [from](const auto& one) { return one.second.at < from; });
    }
    rows_.removeAnswersBefore(from);
}

std::vector<Route> idempotent(std::vector<Route> routes, Idempotency& idempotency) {
    for (Route& route : routes) {
        if (route.method != "POST" || route.action == Action::readPublic) continue;
        const Route inner = route;
        route.answer = [inner, &idempotency](const Call& call) { return idempotency.answer(call, inner); };
    }
    return routes;
}

}  // namespace http
