#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/message.h"
#include "server/http/query.h"
#include "server/workflow/account_ports.h"
#include "templates/value.h"

/// Lists by pages: `?limit=` and `?after=`, answered by {"data": […], "pagination": {"limit", "next"}}.
namespace http {

/// What the query's "limit" and "after" ask for: 50 items where it says nothing, 200 at most. Throws Error(usage) for a
/// value that cannot be one.
workflow::PageWish pageOf(const Query& query);
/// A route's parameters where it has no others.
inline const Parameters kPage{"limit", "after"};

/// The same for lists by number: `after` as a number, 0 where it is missing.
std::int64_t numberAfter(const workflow::PageWish& page);

/// A cursor for lists by a text that may hold anything: the text where it could be one, else its octets in hexadecimal
/// behind "x--".
std::string cursorOf(std::string_view text);
/// The text that cursorOf() made `after` of; empty where that is missing. Throws Error(usage) for another cursor.
std::string textAfter(const workflow::PageWish& page);

/// Asks for one item more than the page holds, so that pageAnswer() sees whether there is a next one.
workflow::PageWish oneMore(workflow::PageWish page);

/// The page with its data; `next` is the cursor behind it, null on the last page.
Response pageJson(const workflow::PageWish& page, templates::Value::List data, const std::string* next);

/// `items` are up to one more than the page holds; `id` gives the cursor behind an item.
template <class T, class Json, class Id>
Response pageAnswer(const workflow::PageWish& page, std::vector<T> items, const Json& json, const Id& id) {
    const bool isMore = items.size() > page.limit;
    if (isMore) items.resize(page.limit);
    const std::string next = isMore ? id(items.back()) : std::string();
    templates::Value::List data;
    data.reserve(items.size());
    for (T& one : items) data.push_back(json(std::move(one)));
    return pageJson(page, std::move(data), isMore ? &next : nullptr);
}

/// The page of a list that is there whole, in its order: what `isBehind` the cursor.
template <class T, class Behind, class Json, class Id>
Response partAnswer(const workflow::PageWish& page, std::vector<T> items, const Behind& isBehind, const Json& json,
                    const Id& id) {
    if (!page.after.empty()) std::erase_if(items, [&](const T& one) { return !isBehind(one); });
    if (items.size() > page.limit + 1) items.resize(page.limit + 1);
    return pageAnswer(page, std::move(items), json, id);
}

}  // namespace http
