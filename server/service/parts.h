#pragma once

#include "server/archive/content_store.h"
#include "server/confine/readers.h"
#include "server/http/account_routes.h"
#include "server/http/auth.h"
#include "server/http/gate.h"
#include "server/http/idempotency.h"
#include "server/keys/office_key.h"
#include "server/service/health.h"
#include "server/service/job_runner.h"
#include "server/service/log_writer.h"
#include "server/service/service.h"
#include "server/service/trust_folder.h"
#include "server/service/watch.h"
#include "server/store/data_folder.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/archive_records.h"
#include "server/workflow/archive_signing.h"
#include "server/workflow/document_actions.h"
#include "server/workflow/draft_documents.h"
#include "server/workflow/links.h"
#include "server/workflow/meeting_parts.h"
#include "server/workflow/meetings.h"
#include "server/workflow/office_data.h"
#include "server/workflow/own_templates.h"
#include "server/workflow/paper.h"
#include "server/workflow/photos.h"
#include "server/workflow/projects.h"
#include "server/workflow/receive_upload.h"
#include "server/workflow/reissue.h"
#include "server/workflow/rejudge.h"
#include "server/workflow/seal.h"

namespace service {

/// What holds data and keys.
struct Adapters {
    Adapters(const Settings& settings, const workflow::Clock& now);

    LogWriter log;
    store::DataFolder folder;
    store::SqliteStore rows;
    archive::ContentStore files;
    confine::Readers readers;
    keys::OfficeKey key;
    TrustFolder trust;
};

/// The use cases over them.
struct UseCases {
    UseCases(Adapters& adapters, const Settings& settings, const workflow::Clock& now);

    workflow::Audit audit;
    workflow::Passwords passwords{};
    workflow::AccountParts accounts;
    workflow::Setup setup;
    workflow::Sessions sessions;
    workflow::Users users;
    workflow::Tokens tokens;
    workflow::Links links;
    workflow::Identify identify;

    workflow::DocumentParts documents;
    workflow::Drafting drafting;
    workflow::DocumentActions actions;
    workflow::Receiving receiving;
    workflow::Paper paper;
    workflow::Sealing sealing;
    workflow::Reissuing reissuing;
    workflow::ArchiveSigning archiving;
    workflow::Rejudging rejudging;

    workflow::OfficeData office;
    workflow::OwnTemplates templates;

    workflow::Jobs jobs;
    workflow::ArchiveCheck archiveCheck;
};

/// The use cases of meetings and what belongs to them.
struct MeetingUses {
    MeetingUses(const workflow::MeetingPorts& ports, const workflow::DocumentParts& documents)
        : meetings(ports), parts(ports), projects(ports), photos(ports), records(documents) {}
    workflow::Meetings meetings;
    workflow::MeetingParts parts;
    workflow::Projects projects;
    workflow::Photos photos;
    workflow::ArchiveRecords records;
};

}  // namespace service
