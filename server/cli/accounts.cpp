#include "server/cli/accounts.h"

#include <algorithm>

#include "base/error.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kPage = 200;

Data opened(const Options& options, const Console& console) try {
    return Data(options, console);
} catch (const Error& error) {
    if (error.code() != ErrorCode::busy) throw;
    throw Error(ErrorCode::busy, say("account.in_service", {dataFolder(options, console).string()}));
}

/// Every page of a list, one after another.
template <class Item, class Page>
std::vector<Item> all(const Page& page) {
    std::vector<Item> items;
    std::vector<Item> next;
    do {
        next = page(workflow::PageWish{items.empty() ? std::string() : items.back().id, kPage});
        items.insert(items.end(), next.begin(), next.end());
    } while (next.size() == kPage);
    return items;
}

}  // namespace

const domain::Actor kCommandLine{domain::Actor::Kind::system, {}, {}, {}, {}};

Accounts::Accounts(const Options& options, const Console& console)
    : data_(opened(options, console)),
      audit_(data_.store, console.now),
      parts_{data_.store, audit_, passwords_, console.now} {}

std::vector<domain::User> Accounts::allUsers() {
    return all<domain::User>([this](const workflow::PageWish& page) { return users_.list(page); });
}

std::vector<domain::ApiToken> Accounts::allTokensOf(const std::string& owner) {
    return all<domain::ApiToken>([&](const workflow::PageWish& page) { return tokens_.list(owner, page); });
}

domain::User Accounts::userNamed(std::string_view name) {
    auto found = data_.store.userByName(domain::userName(name));
    if (!found) throw Error(ErrorCode::notFound, say("account.no_user_named", {std::string(name)}));
    return std::move(*found);
}

void throwIfAny(std::vector<base::Fault> faults) {
    if (!faults.empty()) throw Error(ErrorCode::data, say("account.faults"), std::move(faults));
}

std::vector<std::string> listed(std::string_view words) {
    std::vector<std::string> list;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(',', begin), words.size());
        list.emplace_back(words.substr(begin, end - begin));
        begin = end + 1;
    }
    return list;
}

}  // namespace cli
