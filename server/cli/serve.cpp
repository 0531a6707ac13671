#include <csignal>
#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "server/cli/verb.h"
#include "server/service/service.h"
#include "server/workflow/unfinished_folder.h"

namespace cli {
namespace {

service::Service* serving = nullptr;

void onSignal(int) { serving->stop(); }

/// SIGTERM and SIGINT end the service in order, while this lives.
class Signals {
public:
    explicit Signals(service::Service& service) {
        serving = &service;
        struct sigaction action{};
        action.sa_handler = onSignal;
        action.sa_flags = SA_RESTART;
        ::sigaction(SIGTERM, &action, &term_);
        ::sigaction(SIGINT, &action, &interrupt_);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    ~Signals() {
        ::sigaction(SIGTERM, &term_, nullptr);
        ::sigaction(SIGINT, &interrupt_, nullptr);
    }

private:
    struct sigaction term_{};
    struct sigaction interrupt_{};
};

service::Settings settingsOf(const Options& options, const Console& console) {
    service::SettingsSources sources;
    if (const auto file = options.find("--config")) sources.file = *file;
    sources.environment = console.environment;
    for (const char* name : {"port", "data"})
        if (const auto value = options.find(std::string("--") + name)) sources.words.emplace_back(name, *value);
    return service::readSettings(sources);
}

/// " limit,after"
std::string listed(const http::Route& route) {
    std::string names;
    for (const std::string_view name : route.parameters) names.append(names.empty() ? " " : ",").append(name);
    return names;
}

/// As a service has them that does not listen, over a folder that goes again: neither the data folder nor its port is
/// touched, whoever uses them.
void printRoutes(Console& console) {
    workflow::UnfinishedFolder folder(std::filesystem::temp_directory_path() / "akces-routes");
    folder.make();
    service::Settings settings;
    settings.data = settings.trust = folder.path();
    const service::Service service(settings, console.now, service::Purpose::look);
    for (const http::Route& route : service.routes())
        console.out << route.method << ' ' << route.pattern << ' ' << domain::name(route.action) << listed(route)
                    << '\n';
    for (const http::Route& page : service.pages()) console.out << page.method << ' ' << page.pattern << " page\n";
}

/// The setup link stands alone, last: whoever starts the service for the first time needs it.
void printStart(const service::Service& service, const service::Settings& settings, std::ostream& out) {
    std::string samples;
    for (const std::string& meeting : service.importedMeetings()) samples += (samples.empty() ? "" : ", ") + meeting;
    if (!samples.empty()) print(out, base::say("service.samples", {samples}));
    print(out, base::say("service.serving", {service.url()}));
    if (const auto& link = service.setupLink()) {
        out << '\n';
        print(out, base::say("service.setup_link", {(settings.data / "setup-link.txt").string()}));
        out << "    " << *link << "\n\n";
    }
    out.flush();
}

int serve(const Options& options, Console& console) {
    expectOperands(options, 0, 0);
    if (options.has("--routes")) {
        expectOptions(options, {"--routes"});
        printRoutes(console);
        return 0;
    }
    const service::Settings settings = settingsOf(options, console);
    service::Service service(settings, console.now);
    const Signals signals(service);
    printStart(service, settings, console.out);
    service.run();
    return 0;
}

}  // namespace

Verb serveVerb() {
    return {"serve",
            base::say("cli.help_serve"),
            {{"--config"}, {"--port"}, {"--data"}, {"--routes", Takes::nothing}},
            serve};
}

}  // namespace cli
