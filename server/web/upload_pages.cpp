#include "server/http/answers.h"
#include "server/http/file_answer.h"
#include "server/web/desk.h"

namespace web {
namespace {

using http::Response;
using templates::Value;

std::string target(const Visit& visit, const char* action) { return targetInDocument(visit, "/uploads/") + action; }

std::string path(const Visit& visit) { return documentPath(visit.captured(0)); }

Response addScan(const Visit& visit) {
    const auto file = visit.form().file("plik");
    const base::ByteView content = file ? file->content : base::ByteView();
    const std::string name = file ? "?name=" + http::segmentOf(file->fileName) : "";
    const Answer answer = visit.sendRaw("POST", pageTarget("/documents/", visit.captured(0)) + "/scans" + name,
                                        http::mediaTypeOf(content), content);
    if (!answer.isGood()) return documentAgain(visit, answer);
    return seeOther(doneAt(path(visit), "scan") + "#pliki");
}

/// Of a scan with those who have signed on it; of another file without.
Response confirm(const Visit& visit) {
    Value wish = Value::Map{};
    Value::List signers;
    for (std::string& one : visit.form().texts("signers")) signers.emplace_back(std::move(one));
    if (!signers.empty()) wish.set("signers", std::move(signers));
    const Answer answer = visit.send("POST", target(visit, "/confirmation"), wish);
    if (answer.status == 422) return documentAgain(visit, answer);
    return afterChange(answer, doneAt(path(visit), "confirmed"));
}

Response refuse(const Visit& visit) {
    return afterChange(visit.send("POST", target(visit, "/refusal")), doneAt(path(visit), "refused"));
}

Response file(const Visit& visit) { return visit.file(target(visit, "/file")); }

}  // namespace

std::vector<Page> uploadPages() {
    const std::string one = "/dokumenty/{id}";
    return {
        {"POST", one + "/skany", addScan},
        {"GET", one + "/pliki/{upload}/plik", file},
        {"POST", one + "/pliki/{upload}/przyjecie", confirm},
        {"POST", one + "/pliki/{upload}/odrzucenie", refuse},
    };
}

}  // namespace web
