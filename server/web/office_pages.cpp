#include <algorithm>
#include <array>

#include "base/message.h"
#include "server/web/code_words.h"
#include "server/web/done.h"
#include "server/web/page.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// A check of the service as people read it: its sentence, its state in words, what to do about it.
Value described(Value check) {
    const std::string condition = textAt(check, "condition");
    const bool isGood = condition == "good";
    const std::string name = textAt(check, "name");
    check.set("tone", isGood ? "good" : condition == "warning" ? "warn" : "bad");
    check.set("state", base::text(isGood                   ? say("keep.health_good")
                                  : condition == "warning" ? say("keep.health_warning")
                                                           : say("keep.health_bad")));
    if (isGood) return check;
    if (name == "key") check.set("next", base::text(say("keep.health_next_key")));
    if (name == "certificate") check.set("next", base::text(say("keep.health_next_certificate")));
    if (name == "disk") check.set("next", base::text(say("keep.health_next_disk")));
    return check;
}

Response overview(const Visit& visit) {
    const Value health = visit.health();
    Value::List checks;
    for (const Value& one : listAt(health, "checks")) checks.push_back(described(one));
    Value::Map data{{"title", base::text(say("web.settings"))}, {"checks", std::move(checks)}};
    data["ready"] = isTrueAt(health, "ready");
    if (visit.session().isNull()) visit.get("/office");  // nobody is logged in: the log-in
    return visit.page("settings", std::move(data));
}

/// The two choices of the form, each as a section for the option that is chosen.
void markChoices(Value::Map& data) {
    constexpr std::array<std::array<const char*, 2>, 4> choices{{{"signing", "electronic"},
                                                                 {"signing", "paper"},
                                                                 {"declaration__form", "individual"},
                                                                 {"declaration__form", "joint"}}};
    for (const auto& [field, choice] : choices)
        if (const auto found = data.find(field); found != data.end() && found->second == Value(choice))
            data[std::string("chosen_") + choice] = true;
}

Response officeForm(const Visit& visit, Value::Map data, int status) {
    data["title"] = base::text(say("keep.office"));
    markChoices(data);
    return visit.page("office", std::move(data), status);
}

Response showOffice(const Visit& visit) {
    Value::Map data = flat(visit.get("/office"));
    return officeForm(visit, std::move(data), 200);
}

/// A refused form keeps the version that it was made from.
Response changeOffice(const Visit& visit) {
    Value body = visit.form().body({"note?",
                                    "signing?",
                                    "leader__institution_ref?",
                                    "leader__address?",
                                    "leader_rep__participant_order#",
                                    "leader_rep__title_name?",
                                    "leader_rep__function?",
                                    "declaration__form?",
                                    "declaration__validity_text?",
                                    "declaration__effective_date?",
                                    "declaration__rules_title?",
                                    "author__title_name?",
                                    "project__number?",
                                    "project__funding?",
                                    "project__beneficiary?",
                                    "case__mark?",
                                    "controller__name?",
                                    "controller__address?",
                                    "controller__dpo?",
                                    "controller__basis_letters?",
                                    "controller__contact?",
                                    "controller__legal_acts?",
                                    "controller__processors?",
                                    "controller__notice_url?",
                                    "retention__text?"});
    body.set("schema", "office/1");
    return afterChange(visit, visit.send("PUT", "/office", body), doneAt("/ustawienia/urzad", "saved"), officeForm);
}

Response showKey(const Visit& visit) {
    Value certificate = visit.get("/office/certificate");
    Value::Map data{{"title", base::text(say("keep.certificate"))}};
    data["certificate"] = std::move(certificate);
    return visit.page("office_key", std::move(data));
}

}  // namespace

std::vector<Page> officePages() {
    return {
        {"GET", "/ustawienia", overview},
        {"GET", "/ustawienia/urzad", showOffice},
        {"POST", "/ustawienia/urzad", changeOffice},
        {"GET", "/ustawienia/klucz", showKey},
    };
}

}  // namespace web
