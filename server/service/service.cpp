#include "server/service/service.h"

#include "base/error.h"
#include "server/http/archive_routes.h"
#include "server/http/document_routes.h"
#include "server/http/job_routes.h"
#include "server/http/meeting_part_routes.h"
#include "server/http/meeting_routes.h"
#include "server/http/office_routes.h"
#include "server/http/photo_routes.h"
#include "server/http/project_routes.h"
#include "server/http/report_routes.h"
#include "server/http/template_routes.h"
#include "server/report/control_pack.h"
#include "server/report/report_value.h"
#include "server/report/zip_file.h"
#include "server/service/first_start.h"
#include "server/service/new_folder.h"
#include "server/service/parts.h"
#include "server/service/public_routes.h"
#include "server/web/web.h"

namespace service {
namespace {

using base::say;

constexpr std::chrono::seconds kLook{30};  // between two looks at health, trust, what has expired and what is idle

keys::KeySettings keySettings(const Settings& settings) {
    return {settings.data / "keys" / "office.pem", settings.keyPassphraseFile, settings.keyImport,
            settings.keyImportPasswordFile, settings.organisation};
}

confine::ReadersSettings readersSettings(const Settings& settings) {
    confine::ReadersSettings readers;
    readers.helpers = settings.readers;
    return readers;
}

http::AuthSettings authSettings(const Settings& settings) {
    http::AuthSettings auth;
    auth.transport = transportOf(settings);
    return auth;
}

std::filesystem::path trustFolder(const Settings& settings) {
    return settings.trust.empty() ? settings.data / "trust" : settings.trust;
}

void append(std::vector<http::Route>& all, std::vector<http::Route> more) {
    for (http::Route& one : more) all.push_back(std::move(one));
}

}  // namespace

Adapters::Adapters(const Settings& settings, const workflow::Clock& now)
    : log(settings.log, now),
      folder(settings.data),
      rows(folder),
      files(folder.path()),
      readers(readersSettings(settings)),
      key(keySettings(settings), now()),
      trust(trustFolder(settings), [this](const base::Message& message) { log.tell(message); }) {}

UseCases::UseCases(Adapters& adapters, const Settings& settings, const workflow::Clock& now)
    : audit(adapters.rows, now),
      accounts{adapters.rows, audit, passwords, now},
      setup(accounts),
      sessions(accounts),
      users(accounts),
      tokens(accounts),
      links(accounts),
      identify(accounts, sessions,
               [&rows = adapters.rows, days = settings.copyLife](std::string_view signer) {
                   return workflow::copyUntil(rows, signer, days);
               }),
      documents{adapters.rows,
                adapters.rows,
                adapters.files,
                audit,
                adapters.readers,
                adapters.key,
                [&trust = adapters.trust] { return trust.anchors(); },
                now},
      drafting(documents),
      actions(documents),
      receiving(documents),
      paper(documents),
      sealing(documents),
      reissuing(documents, drafting, adapters.rows),
      archiving(documents),
      rejudging(documents),
      office(adapters.rows, audit),
      templates(adapters.rows, audit, now),
      jobs(adapters.rows, audit, now),
      archiveCheck(adapters.rows, adapters.files) {}

struct Service::Parts {
    Parts(const Settings& given, const workflow::Clock& now, Purpose purpose)
        : settings(given),
          newFolder(settings.data),
          adapters(settings, now),
          uses(adapters, settings, now),
          meetings({adapters.rows, adapters.rows, adapters.rows, adapters.files, uses.audit, now}, uses.documents),
          jobRunner(adapters.rows,
                    {{domain::JobKind::archiveCheck, uses.archiveCheck}, {domain::JobKind::rejudge, uses.rejudging}},
                    now, [this](const base::Message& message) { adapters.log.tell(message); }),
          health({adapters.key, adapters.rows, adapters.folder.path(), now, trustFolder(settings)}),
          idempotency(adapters.rows, now),
          router(routes(), http::Auth(uses.identify, authSettings(settings)), domain::may),
          pages([this](const http::Request& request) { return router.answer(request); }, {transportOf(settings)}) {
        if (purpose == Purpose::serve) listen();
        newFolder.keep();
    }

    void listen() {
        gate = std::make_unique<http::Gate>(
            gateSettingsOf(settings), [this](const http::Request& request) { return pages.answer(request); },
            adapters.log);
        setup = service::setupLink(uses.setup, settings.data, url());
        if (settings.samples && setup) imported = importSamples(adapters.rows, uses.drafting);
        watch.emplace(kLook, [this] { look(); });
        health.look();
    }

    std::string url() const { return publicUrlOf(settings, gate->port()); }

    std::vector<http::Route> routes() {
        std::vector<http::Route> all = publicRoutes(health, [this] { return measured(); });
        append(all, http::accountRoutes(
                        {uses.setup, uses.sessions, uses.users, uses.tokens, uses.audit, transportOf(settings)}));
        append(all, http::allDocumentRoutes(documentServices()));
        append(all, http::meetingRoutes({meetings.meetings}));
        append(all, http::meetingPartRoutes({meetings.parts}));
        append(all, http::projectRoutes({meetings.projects}));
        append(all, http::photoRoutes({meetings.photos}));
        append(all, http::officeRoutes({uses.office, adapters.key}));
        append(all, http::templateRoutes({uses.templates}));
        append(all, http::archiveRoutes({meetings.records}));
        append(all,
               http::reportRoutes(
                   {[this] { return report::indicatorsValue(report::indicatorsOf(adapters.rows)); },
                    [this] { return report::csvOf(adapters.rows); },
                    [this] { return report::controlPack(adapters.rows, adapters.files, uses.documents.now()).zip; }}));
        append(all, http::jobRoutes({uses.jobs, [this] { jobRunner.wake(); }}));
        return http::idempotent(std::move(all), idempotency);
    }

    http::DocumentServices documentServices() {
        return {uses.documents,
                uses.drafting,
                uses.actions,
                uses.receiving,
                uses.paper,
                uses.sealing,
                uses.reissuing,
                uses.archiving,
                uses.links,
                [this] { return uses.office.office(); },
                [this](const std::vector<std::string>& names) { return uses.templates.named(names); },
                {[this] { return url(); }, isLocal(settings), settings.linkLife, settings.copyLife},
                [this](const http::NamedFiles& files) { return report::zipFile(files, uses.documents.now()); }};
    }

    Measured measured() const { return {gate->counts(), health.checks(), adapters.readers.started()}; }

    /// What is to be done now and then. Nothing of it may end the service.
    void look() noexcept try {
        health.look();
        adapters.readers.endIdle(kLook);
        idempotency.removeOld();
        adapters.rows.removeSessionsExpiredBy(uses.accounts.now());
        if (adapters.rows.hasUsers()) removeSetupLink(settings.data);  // it opens nothing any more
        if (!adapters.trust.refresh()) return;
        adapters.log.tell(say("service.trust_changed"));
        uses.jobs.make({domain::Actor::Kind::system}, domain::JobKind::rejudge);
        jobRunner.wake();
    } catch (const std::exception& error) {
        adapters.log.tell(say("service.watch_failed", {error.what()}));
    }

    Settings settings;
    NewFolder newFolder;
    Adapters adapters;
    UseCases uses;
    MeetingUses meetings;
    JobRunner jobRunner;
    Health health;
    http::Idempotency idempotency;
    http::Router router;
    web::Web pages;
    std::unique_ptr<http::Gate> gate{};
    std::optional<std::string> setup{};
    std::vector<std::string> imported{};
    std::optional<Watch> watch{};
};

Service::Service(const Settings& settings, const workflow::Clock& now, Purpose purpose)
    : parts_(std::make_unique<Parts>(settings, now, purpose)) {}

Service::~Service() = default;

void Service::run() {
    parts_->adapters.log.tell(say("service.started"));
    parts_->gate->run();
    parts_->adapters.log.tell(say("service.stopped"));
}

void Service::stop() noexcept { parts_->gate->stop(); }

std::string Service::url() const { return parts_->url(); }

const std::optional<std::string>& Service::setupLink() const { return parts_->setup; }

const std::vector<std::string>& Service::importedMeetings() const { return parts_->imported; }

const std::vector<http::Route>& Service::routes() const { return parts_->router.routes(); }

const std::vector<http::Route>& Service::pages() const { return parts_->pages.routes(); }

}  // namespace service
