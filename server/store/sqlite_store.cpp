#include "server/store/sqlite_store.h"

#include "server/store/meeting_list.h"
#include "server/store/meeting_reading.h"
#include "server/store/meeting_rows.h"
#include "server/store/office_rows.h"
#include "server/store/record_rows.h"
#include "server/store/schema.h"
#include "server/store/service_rows.h"
#include "server/store/sqlite_state.h"

namespace store {

SqliteStore::SqliteStore(const DataFolder& data) : state_(new State{openDatabase(data.path() / "akces.sqlite")}) {
    ensureSchema(state_->connection);
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::transaction(const std::function<void()>& work) {
    state_->writing([&work](Connection&) { work(); });
}

void SqliteStore::saveMeeting(const domain::Meeting& meeting) {
    state_->writing([&](Connection& connection) {
        state_->known.forget(meeting.id);
        deleteMeeting(connection, meeting.id);
        insertMeeting(connection, meeting);
    });
}

std::optional<domain::Meeting> SqliteStore::meeting(std::string_view id) {
    return state_->reading([&](Connection& connection) -> std::optional<domain::Meeting> {
        if (const auto* known = state_->known.find(id)) return *known;
        auto found = selectMeeting(connection, id);
        if (found && !state_->isInTransaction) state_->known.keep(*found);
        return found;
    });
}

std::vector<domain::Meeting> SqliteStore::allMeetings() {
    return state_->reading([&](Connection& connection) {
        const std::vector<std::string> ids = selectMeetingIds(connection);
        if (auto known = state_->known.all(ids)) return std::move(*known);
        auto all = selectMeetings(connection);  // in one go, where they are many
        if (!state_->isInTransaction && all.size() <= KnownMeetings::kMost)
            for (const domain::Meeting& one : all) state_->known.keep(one);
        return all;
    });
}

std::vector<workflow::PartOf<domain::Project>> SqliteStore::projects() { return state_->reading(selectProjects); }

std::vector<workflow::PartOf<domain::Team>> SqliteStore::teams() { return state_->reading(selectTeams); }

std::vector<workflow::PartOf<domain::Institution>> SqliteStore::institutions() {
    return state_->reading(selectInstitutions);
}

std::vector<workflow::MeetingSummary> SqliteStore::meetings(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectSummaries(connection, page); });
}

std::optional<workflow::MeetingSummary> SqliteStore::summary(std::string_view meetingId) {
    return state_->reading([&](Connection& connection) { return selectSummary(connection, meetingId); });
}

void SqliteStore::removeMeeting(std::string_view id) {
    state_->writing([&](Connection& connection) {
        state_->known.forget(id);
        deleteMeeting(connection, id);
    });
}

void SqliteStore::addRecord(const domain::Record& record) {
    state_->writing([&](Connection& connection) { insertRecord(connection, record); });
}

std::vector<domain::Record> SqliteStore::records() {
    return state_->reading([](Connection& connection) { return selectRecords(connection); });
}

std::optional<domain::Record> SqliteStore::record(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectRecord(connection, id); });
}

std::vector<domain::Record> SqliteStore::records(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectRecords(connection, page); });
}

bool SqliteStore::hasRecords(std::string_view meetingId) {
    return state_->reading([&](Connection& connection) { return store::hasRecords(connection, meetingId); });
}

void SqliteStore::saveJob(const domain::Job& job) {
    state_->writing([&](Connection& connection) { upsertJob(connection, job); });
}

std::optional<domain::Job> SqliteStore::job(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectJob(connection, id); });
}

std::vector<domain::Job> SqliteStore::jobs(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectJobs(connection, page); });
}

std::optional<domain::Job> SqliteStore::openJob(domain::JobKind kind) {
    return state_->reading([&](Connection& connection) { return selectOpenJob(connection, kind); });
}

std::optional<domain::Job> SqliteStore::nextJob() {
    return state_->reading([](Connection& connection) { return selectNextJob(connection); });
}

void SqliteStore::keepAnswer(std::string_view keyHash, const workflow::KeptAnswer& answer) {
    state_->writing([&](Connection& connection) { upsertAnswer(connection, keyHash, answer); });
}

std::optional<workflow::KeptAnswer> SqliteStore::keptAnswer(std::string_view keyHash) {
    return state_->reading([&](Connection& connection) { return selectAnswer(connection, keyHash); });
}

void SqliteStore::removeAnswersBefore(base::Instant at) {
    state_->writing([&](Connection& connection) { deleteAnswersBefore(connection, at); });
}

std::optional<workflow::StoredOffice> SqliteStore::office() { return state_->reading(selectOffice); }

void SqliteStore::saveOffice(const workflow::StoredOffice& office) {
    state_->writing([&](Connection& connection) { replaceOffice(connection, office); });
}

void SqliteStore::saveTemplate(const workflow::StoredTemplate& made) {
    state_->writing([&](Connection& connection) { upsertTemplate(connection, made); });
}

std::optional<workflow::StoredTemplate> SqliteStore::ownTemplate(std::string_view name) {
    return state_->reading([&](Connection& connection) { return selectTemplate(connection, name); });
}

std::vector<workflow::StoredTemplate> SqliteStore::ownTemplates() { return state_->reading(selectTemplates); }

void SqliteStore::removeTemplate(std::string_view name) {
    state_->writing([&](Connection& connection) { deleteTemplate(connection, name); });
}

void SqliteStore::savePhoto(const workflow::StoredPhoto& photo) {
    state_->writing([&](Connection& connection) { upsertPhoto(connection, photo); });
}

std::optional<workflow::StoredPhoto> SqliteStore::photo(std::string_view meetingId, std::string_view sha256) {
    return state_->reading([&](Connection& connection) { return selectPhoto(connection, meetingId, sha256); });
}

void SqliteStore::removePhoto(std::string_view meetingId, std::string_view sha256) {
    state_->writing([&](Connection& connection) { deletePhoto(connection, meetingId, sha256); });
}

void SqliteStore::removePhotosOf(std::string_view meetingId) {
    state_->writing([&](Connection& connection) { deletePhotosOf(connection, meetingId); });
}

}  // namespace store
