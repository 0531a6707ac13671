#include "server/http/answers.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

std::string listPath(const Visit& visit) { return meetingPath(visit, "/zdjecia"); }

std::string target(const Visit& visit, std::string_view rest = {}) {
    return meetingTarget(visit, "/photos/" + http::segmentOf(visit.captured(1)) + std::string(rest));
}

Value::Map pageData(const Visit& visit) {
    const Value meeting = visit.get(meetingTarget(visit, "/summary"));
    Value::List photos = visit.all(meetingTarget(visit, "/photos"));
    for (Value& one : photos) {
        one.set("path", listPath(visit) + '/' + http::segmentOf(textAt(one, "id")));
        one.set("kept", one.find("media_type") != nullptr);
    }
    return {{"base", meetingPath(visit)},
            {"name", shortName(meeting)},
            {"photos", std::move(photos)},
            {"title", words(say("desk.photos"))}};
}

Response list(const Visit& visit) {
    Value::Map data = pageData(visit);
    return visit.page("photos", std::move(data));
}

/// The picture's own first octets say what it is, whatever the browser calls it.
std::string typeOf(base::ByteView content) { return content.starts_with("\x89PNG") ? "image/png" : "image/jpeg"; }

Response add(const Visit& visit) {
    const auto file = visit.form().file("plik");
    const base::ByteView content = file ? file->content : base::ByteView();
    const std::string caption = visit.form().text("caption");
    const std::string rest = caption.empty() ? "/photos" : "/photos?caption=" + http::segmentOf(caption);
    const Answer answer = visit.sendRaw("POST", meetingTarget(visit, rest), typeOf(content), content);
    if (!answer.isGood()) return again(visit, answer, "photos", pageData(visit));
    return seeOther(doneAt(listPath(visit), "photo"));
}

Value::Map photoData(const Visit& visit) {
    Value::Map data = *visit.get(target(visit)).map();
    data["base"] = meetingPath(visit);
    data["path_of_photo"] = listPath(visit) + '/' + http::segmentOf(visit.captured(1));
    data["kept"] = data.find("media_type") != data.end();
    data["name"] = shortName(visit.get(meetingTarget(visit, "/summary")));
    data["title"] = words(say("desk.photo"));
    return data;
}

Response show(const Visit& visit) { return visit.page("photo", photoData(visit)); }

Response change(const Visit& visit) {
    const Answer answer = visit.send("PUT", target(visit), visit.form().body({"caption?"}));
    if (!answer.isGood()) return again(visit, answer, "photo", photoData(visit));
    return seeOther(doneAt(listPath(visit), "saved"));
}

Response remove(const Visit& visit) {
    return afterChange(visit.send("DELETE", target(visit)), doneAt(listPath(visit), "removed"));
}

Response file(const Visit& visit) { return visit.file(target(visit, "/file")); }

}  // namespace

std::vector<Page> photoPages() {
    const std::string all = "/spotkania/{id}/zdjecia";
    return {
        {"GET", all, list},
        {"POST", all, add},
        {"GET", all + "/{photo}", show},
        {"POST", all + "/{photo}", change},
        {"POST", all + "/{photo}/usuniecie", remove},
        {"GET", all + "/{photo}/plik", file},
    };
}

}  // namespace web
