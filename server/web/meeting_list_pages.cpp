#include <algorithm>
#include <charconv>

#include "server/domain/slug.h"
#include "server/http/answers.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr std::size_t kOnFirstPage = 12;
constexpr std::size_t kOnPage = 50;
constexpr std::size_t kLongestSlug = 4000;

/// The newest first; those without a date last.
Value::List newestFirst(Value::List meetings) {
    std::ranges::stable_sort(
        meetings, [](const Value& left, const Value& right) { return textAt(left, "date") > textAt(right, "date"); });
    return meetings;
}

std::string nameOf(const Value& meeting) {
    for (const char* key : {"title", "team", "project", "id"})
        if (std::string name = textAt(meeting, key); !name.empty()) return name;
    return {};
}

Value::List dressed(Value::List meetings) {
    for (Value& one : meetings) {
        one.set("path", pagePath({"spotkania", textAt(one, "id")}));
        one.set("name", nameOf(one));
    }
    return meetings;
}

Value::List piece(const Value::List& all, std::size_t from, std::size_t count) {
    const std::size_t begin = std::min(from, all.size());
    const std::size_t end = std::min(begin + count, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::string folded(std::string_view text) { return domain::slug(text, kLongestSlug); }

bool isFound(const Value& meeting, const std::string& wanted) {
    const std::string all = textAt(meeting, "title") + ' ' + textAt(meeting, "team") + ' ' +
                            textAt(meeting, "project") + ' ' + textAt(meeting, "date");
    return folded(all).find(wanted) != std::string::npos;
}

/// What waits for the clerk's word, over all meetings.
Value::List waiting(const Visit& visit) {
    Value::List all;
    const Value uploads = visit.find("/uploads?state=waiting&limit=50");
    for (const Value& one : listAt(uploads, "data")) {
        const auto& findings = listAt(one, "findings");
        Value item = one;
        item.set("path", documentPath(textAt(one, "document_id"), "#pliki"));
        item.set("why", findings.empty() ? words(say("desk.waits_scan")) : Value(textAt(findings.front(), "text")));
        all.push_back(std::move(item));
    }
    const Value unsealed = visit.find("/documents?state=sealing-failed&limit=50");
    for (const Value& one : listAt(unsealed, "data"))
        all.emplace_back(Value::Map{{"path", documentPath(textAt(one, "id"))},
                                    {"file", textAt(one, "file")},
                                    {"why", words(say("desk.waits_seal"))}});
    return all;
}

std::size_t numberOf(const std::string& text) {
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() && number > 0 && number < 10'000 ? number : 1;
}

Response list(const Visit& visit) {
    const std::string wanted = visit.query("szukaj");
    Value::List all = newestFirst(visit.all("/meetings"));
    Value::Map data{{"any_at_all", !all.empty()}, {"wanted", wanted}};
    if (!wanted.empty()) std::erase_if(all, [&](const Value& one) { return !isFound(one, folded(wanted)); });
    const std::size_t number = numberOf(visit.query("strona"));
    const std::string search = wanted.empty() ? "" : "szukaj=" + http::segmentOf(wanted) + "&";
    if (number * kOnPage < all.size()) data["next"] = "/spotkania?" + search + "strona=" + std::to_string(number + 1);
    if (number > 1) data["before"] = "/spotkania?" + search + "strona=" + std::to_string(number - 1);
    data["total"] = static_cast<std::int64_t>(all.size());
    data["meetings"] = dressed(piece(all, (number - 1) * kOnPage, kOnPage));
    data["title"] = words(say("web.meetings"));
    return visit.page("meetings", std::move(data));
}

}  // namespace

Response deskHome(const Visit& visit) {
    const Value::List all = newestFirst(visit.all("/meetings"));
    Value::Map data;
    Value::List shown = dressed(piece(all, 0, kOnFirstPage));
    const auto isOwn = [](const Value& one) { return !isTrueAt(one, "demonstration"); };
    data["beginning"] = std::ranges::none_of(shown, isOwn);
    data["more"] = static_cast<std::int64_t>(all.size() - shown.size());
    data["meetings"] = std::move(shown);
    data["waiting"] = waiting(visit);
    return visit.page("home", std::move(data));
}

std::vector<Page> meetingListPages() { return {{"GET", "/spotkania", list}}; }

}  // namespace web
