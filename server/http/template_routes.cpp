#include "server/http/template_routes.h"

#include "server/http/etag.h"
#include "server/http/file_answer.h"
#include "server/http/handling.h"
#include "server/http/page.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;
using workflow::ListedTemplate;
using workflow::OwnTemplates;

constexpr const char* kXml = "application/xml";

Value listedValue(const ListedTemplate& one) {
    Value value(Value::Map{{"name", one.name}, {"shipped", one.isShipped}});
    if (one.changedAt) value.set("changed_at", base::isoInstant(*one.changedAt));
    return value;
}

class TemplateHandlers {
public:
    explicit TemplateHandlers(const TemplateServices& services) : templates_(services.templates) {}

    Response list(const Call& call) const {
        const auto page = pageOf(call.query);
        return partAnswer(
            page, templates_.list(), [&page](const ListedTemplate& one) { return one.name > page.after; }, listedValue,
            [](const ListedTemplate& one) { return one.name; });
    }
    Response show(const Call& call) const {
        const std::string& name = call.captured.at(0);
        return withTag(fileAnswer(kXml, name + ".xml", templates_.xml(name)));
    }
    /// A new name needs no If-Match, and has nothing that one could name.
    Response save(const Call& call) const {
        const std::string& name = call.captured.at(0);
        const auto saved = templates_.save(call.actor, name, call.request.body, requiredMatch(call.request));
        Response response = tagged(valueAnswer(200, Value::Map{{"name", name}}), contentTag(call.request.body));
        return saved == OwnTemplates::Saved::added ? created(pathOf({"templates", name}), std::move(response))
                                                   : response;
    }
    Response remove(const Call& call) const {
        templates_.remove(call.actor, call.captured.at(0), requiredMatch(call.request));
        return nothing();
    }
    Response fields(const Call& call) const {
        Response response = json(200, templates_.fields(call.captured.at(0)));
        response.fields = {{"content-type", "application/schema+json"}};
        return response;
    }
    Response check(const Call& call) const {
        OwnTemplates::check(call.request.body);
        return valueAnswer(200, Value::Map{});
    }

private:
    OwnTemplates& templates_;
};

}  // namespace

std::vector<Route> templateRoutes(const TemplateServices& services) {
    const Handling handle{TemplateHandlers(services)};
    return {
        {"GET", "/api/v1/templates", Action::readDocuments, handle(&TemplateHandlers::list), kPage},
        {"POST", "/api/v1/templates/check", Action::changeDocuments, withType(kXml, handle(&TemplateHandlers::check))},
        {"GET", "/api/v1/templates/{name}", Action::readDocuments, handle(&TemplateHandlers::show)},
        {"PUT", "/api/v1/templates/{name}", Action::changeDocuments, withType(kXml, handle(&TemplateHandlers::save))},
        {"DELETE", "/api/v1/templates/{name}", Action::changeDocuments, handle(&TemplateHandlers::remove)},
        {"GET", "/api/v1/templates/{name}/fields", Action::readDocuments, handle(&TemplateHandlers::fields)},
    };
}

}  // namespace http
