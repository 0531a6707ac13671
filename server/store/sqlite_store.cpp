#include "server/store/sqlite_store.h"

#include <mutex>

#include "server/store/account_rows.h"
#include "server/store/attempt_rows.h"
#include "server/store/audit_rows.h"
#include "server/store/document_rows.h"
#include "server/store/meeting_list.h"
#include "server/store/meeting_rows.h"
#include "server/store/office_rows.h"
#include "server/store/record_rows.h"
#include "server/store/schema.h"
#include "server/store/service_rows.h"
#include "server/store/sqlite.h"
#include "server/store/upload_rows.h"

namespace store {

struct SqliteStore::State {
    Connection connection;
    std::recursive_mutex turn{};  ///< held for a whole transaction; its own calls come from the same thread
    bool isInTransaction = false;

    /// What `work` gives for the connection, when it is this thread's turn.
    template <class Work>
    auto reading(const Work& work) {
        const std::lock_guard lock(turn);
        return work(connection);
    }
    /// The same in a transaction: the one that is open, or one of its own.
    template <class Work>
    void writing(const Work& work) {
        const std::lock_guard lock(turn);
        if (isInTransaction) return work(connection);
        Transaction transaction(connection);
        isInTransaction = true;
        try {
            work(connection);
            transaction.commit();
        } catch (...) {
            isInTransaction = false;
            throw;
        }
        isInTransaction = false;
    }
};

SqliteStore::SqliteStore(const DataFolder& data) : state_(new State{openDatabase(data.path() / "akces.sqlite")}) {
    ensureSchema(state_->connection);
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::transaction(const std::function<void()>& work) {
    state_->writing([&work](Connection&) { work(); });
}

void SqliteStore::saveMeeting(const domain::Meeting& meeting) {
    state_->writing([&](Connection& connection) {
        deleteMeeting(connection, meeting.id);
        insertMeeting(connection, meeting);
    });
}

std::optional<domain::Meeting> SqliteStore::meeting(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectMeeting(connection, id); });
}

std::vector<std::string> SqliteStore::meetingIds() {
    return state_->reading([](Connection& connection) {
        std::vector<std::string> ids;
        Statement rows(connection, "SELECT of_meeting FROM meeting ORDER BY of_meeting");
        while (rows.step()) ids.push_back(rows.text());
        return ids;
    });
}

std::vector<workflow::MeetingSummary> SqliteStore::meetings(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectSummaries(connection, page); });
}

void SqliteStore::removeMeeting(std::string_view id) {
    state_->writing([&](Connection& connection) { deleteMeeting(connection, id); });
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

void SqliteStore::saveUser(const domain::User& user) {
    state_->writing([&](Connection& connection) { upsertUser(connection, user); });
}

std::optional<domain::User> SqliteStore::user(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectUser(connection, id); });
}

std::optional<domain::User> SqliteStore::userByName(std::string_view name) {
    return state_->reading([&](Connection& connection) { return selectUserByName(connection, name); });
}

std::vector<domain::User> SqliteStore::users(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectUsers(connection, page); });
}

std::size_t SqliteStore::administratorCount() { return state_->reading(countAdministrators); }

bool SqliteStore::hasUsers() { return state_->reading(store::hasUsers); }

void SqliteStore::addSession(const domain::Session& session) {
    state_->writing([&](Connection& connection) { insertSession(connection, session); });
}

std::optional<domain::Session> SqliteStore::session(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectSession(connection, secretHash); });
}

void SqliteStore::removeSession(std::string_view secretHash) {
    state_->writing([&](Connection& connection) { deleteSession(connection, secretHash); });
}

void SqliteStore::removeSessionsOf(std::string_view user, std::string_view exceptHash) {
    state_->writing([&](Connection& connection) { deleteSessionsOf(connection, user, exceptHash); });
}

void SqliteStore::removeSessionsExpiredBy(base::Instant at) {
    state_->writing([&](Connection& connection) { deleteSessionsExpiredBy(connection, at); });
}

void SqliteStore::saveToken(const domain::ApiToken& token) {
    state_->writing([&](Connection& connection) { upsertToken(connection, token); });
}

std::optional<domain::ApiToken> SqliteStore::token(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectToken(connection, id); });
}

std::optional<domain::ApiToken> SqliteStore::tokenByHash(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectTokenByHash(connection, secretHash); });
}

std::vector<domain::ApiToken> SqliteStore::tokensOf(std::string_view owner, const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectTokensOf(connection, owner, page); });
}

void SqliteStore::addLink(const domain::SignerLink& link) {
    state_->writing([&](Connection& connection) { insertLink(connection, link); });
}

std::optional<domain::SignerLink> SqliteStore::linkByHash(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectLink(connection, secretHash); });
}

void SqliteStore::moveLinks(std::string_view signer, std::string_view to) {
    state_->writing([&](Connection& connection) { store::moveLinks(connection, signer, to); });
}

bool SqliteStore::revokeLinksOf(std::string_view signer, base::Instant at) {
    bool hadOne = false;
    state_->writing([&](Connection& connection) { hadOne = store::revokeLinksOf(connection, signer, at); });
    return hadOne;
}

std::optional<domain::SetupSecret> SqliteStore::setup() { return state_->reading(selectSetup); }

void SqliteStore::setSetup(const std::optional<domain::SetupSecret>& setup) {
    state_->writing([&](Connection& connection) { replaceSetup(connection, setup); });
}

std::optional<workflow::Attempts> SqliteStore::attempts(std::string_view what, std::string_view who) {
    return state_->reading([&](Connection& connection) { return selectAttempts(connection, what, who); });
}

void SqliteStore::saveAttempts(const workflow::Attempts& attempts, base::Instant now, std::size_t most) {
    state_->writing([&](Connection& connection) {
        deleteAttemptsEndedBy(connection, attempts.what, now);
        upsertAttempts(connection, attempts);
        keepLastAttempts(connection, attempts.what, most);
    });
}

void SqliteStore::removeAttempts(std::string_view what, std::string_view who) {
    state_->writing([&](Connection& connection) { deleteAttempts(connection, what, who); });
}

void SqliteStore::addEvent(const domain::AuditEvent& event) {
    state_->writing([&](Connection& connection) { insertEvent(connection, event); });
}

std::optional<domain::AuditEvent> SqliteStore::lastEvent() { return state_->reading(selectLastEvent); }

std::vector<domain::AuditEvent> SqliteStore::events(std::int64_t after, std::size_t limit) {
    return state_->reading([&](Connection& connection) { return selectEvents(connection, after, limit); });
}

std::int64_t SqliteStore::lastSequence() { return state_->reading(selectLastSequence); }

void SqliteStore::addSigning(const domain::Signing& signing) {
    state_->writing([&](Connection& connection) { insertSigning(connection, signing); });
}

void SqliteStore::saveSigning(const domain::Signing& signing, std::int64_t versionBefore) {
    state_->writing([&](Connection& connection) { updateSigning(connection, signing, versionBefore); });
}

std::optional<domain::Signing> SqliteStore::signing(std::string_view documentId) {
    return state_->reading([&](Connection& connection) { return selectSigning(connection, documentId); });
}

std::optional<std::string> SqliteStore::documentOfSigner(std::string_view signerId) {
    return state_->reading([&](Connection& connection) { return selectDocumentOfSigner(connection, signerId); });
}

std::optional<base::Instant> SqliteStore::signedAt(std::string_view signerId) {
    return state_->reading([&](Connection& connection) { return selectSignedAt(connection, signerId); });
}

std::vector<domain::Signing> SqliteStore::signings(const workflow::DocumentWish& wish) {
    return state_->reading([&](Connection& connection) { return selectSignings(connection, wish); });
}

void SqliteStore::saveUpload(const domain::Upload& upload) {
    state_->writing([&](Connection& connection) { upsertUpload(connection, upload); });
}

std::optional<domain::Upload> SqliteStore::upload(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectUpload(connection, id); });
}

std::vector<domain::Upload> SqliteStore::uploads(const workflow::UploadWish& wish) {
    return state_->reading([&](Connection& connection) { return selectUploads(connection, wish); });
}

std::vector<domain::Upload> SqliteStore::uploadsOf(std::string_view document) {
    return state_->reading([&](Connection& connection) { return selectUploadsOf(connection, document); });
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
