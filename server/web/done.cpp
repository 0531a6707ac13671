#include "server/web/done.h"

#include <algorithm>
#include <map>

#include "base/message.h"
#include "server/web/page_text.h"

namespace web {
namespace {

using base::say;

base::Message doneWords(std::string_view what, const std::string& count) {
    const std::map<std::string_view, base::Message> all{
        {"saved", say("web.done_saved")},
        {"added", say("web.done_added")},
        {"removed", say("web.done_removed")},
        {"account", say("web.done_account")},
        {"import", say("desk.done_import", {count})},
        {"drafts", say("desk.done_drafts", {count})},
        {"issued", say("desk.done_issued", {count})},
        {"discarded", say("desk.done_discarded", {count})},
        {"sent", say("desk.done_sent", {count})},
        {"accepted", say("desk.done_accepted", {count})},
        {"archived", say("desk.done_archived", {count})},
        {"revoked", say("desk.done_revoked")},
        {"received", say("desk.done_received")},
        {"waits", say("desk.done_waits")},
        {"scan", say("desk.done_scan")},
        {"confirmed", say("desk.done_confirmed")},
        {"refused", say("desk.done_refused")},
        {"voided", say("desk.done_voided")},
        {"expired", say("desk.done_expired")},
        {"closed", say("desk.done_closed")},
        {"reissued", say("desk.done_reissued")},
        {"photo", say("desk.done_photo")},
        {"password", say("keep.done_password")},
        {"token", say("keep.done_token")},
    };
    const auto found = all.find(what);
    return found == all.end() ? base::Message{} : found->second;
}

}  // namespace

std::string doneAt(const std::string& path, std::string_view what, std::size_t count) {
    return path + (path.find('?') == std::string::npos ? "?" : "&") + "zrobiono=" + std::string(what) +
           (count == 1 ? "" : "&n=" + std::to_string(count));
}

void addDone(templates::Value::Map& data, const Visit& visit) {
    const std::string what = visit.query("zrobiono");
    if (what.empty()) return;  // most pages, and before any words are made
    std::string count = visit.query("n");
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (count.empty() || count.size() > 9 || !std::all_of(count.begin(), count.end(), isDigit)) count = "1";
    const base::Message message = doneWords(what, count);
    if (!message.key.empty()) data["done"] = glued(base::text(message));
}

}  // namespace web
