#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/data_folder.h"
#include "server/workflow/account_ports.h"
#include "server/workflow/document_ports.h"
#include "server/workflow/office_ports.h"
#include "server/workflow/ports.h"
#include "server/workflow/service_ports.h"

namespace store {

/// Typed rows in DATA/akces.sqlite (WAL, synchronous FULL). Its schema has a number; an older one is migrated, a newer
/// one refused. May be called by several threads; they take turns.
class SqliteStore : public workflow::Store,
                    public workflow::AccountStore,
                    public workflow::AuditStore,
                    public workflow::DocumentStore,
                    public workflow::JobStore,
                    public workflow::AnswerStore,
                    public workflow::OfficeStore {
public:
    /// Opens or makes the database of a locked folder; an older schema becomes ours in one transaction. Throws
    /// Error(data) for a newer schema, Error(unreadable) for what is no database or damaged, Error(cannotWrite).
    explicit SqliteStore(const DataFolder& data);
    ~SqliteStore() override;

    void transaction(const std::function<void()>& work) override;

    void saveMeeting(const domain::Meeting& meeting) override;
    std::optional<domain::Meeting> meeting(std::string_view id) override;
    std::vector<domain::Meeting> allMeetings() override;
    std::vector<workflow::PartOf<domain::Project>> projects() override;
    std::vector<workflow::PartOf<domain::Team>> teams() override;
    std::vector<workflow::PartOf<domain::Institution>> institutions() override;
    std::vector<workflow::MeetingSummary> meetings(const workflow::PageWish& page) override;
    std::optional<workflow::MeetingSummary> summary(std::string_view meetingId) override;
    void removeMeeting(std::string_view id) override;
    void addRecord(const domain::Record& record) override;
    std::vector<domain::Record> records() override;
    std::optional<domain::Record> record(std::string_view id) override;
    std::vector<domain::Record> records(const workflow::PageWish& page) override;
    bool hasRecords(std::string_view meetingId) override;

    void saveUser(const domain::User& user) override;
    std::optional<domain::User> user(std::string_view id) override;
    std::optional<domain::User> userByName(std::string_view name) override;
    std::vector<domain::User> users(const workflow::PageWish& page) override;
    std::size_t administratorCount() override;
    bool hasUsers() override;

    void addSession(const domain::Session& session) override;
    std::optional<domain::Session> session(std::string_view secretHash) override;
    void removeSession(std::string_view secretHash) override;
    void removeSessionsOf(std::string_view user, std::string_view exceptHash) override;
    void removeSessionsExpiredBy(base::Instant at) override;

    void saveToken(const domain::ApiToken& token) override;
    std::optional<domain::ApiToken> token(std::string_view id) override;
    std::optional<domain::ApiToken> tokenByHash(std::string_view secretHash) override;
    std::vector<domain::ApiToken> tokensOf(std::string_view owner, const workflow::PageWish& page) override;

    void addLink(const domain::SignerLink& link) override;
    std::optional<domain::SignerLink> linkByHash(std::string_view secretHash) override;
    void moveLinks(std::string_view signer, std::string_view to) override;
    bool revokeLinksOf(std::string_view signer, base::Instant at) override;

    std::optional<domain::SetupSecret> setup() override;
    void setSetup(const std::optional<domain::SetupSecret>& setup) override;

    std::optional<workflow::Attempts> attempts(std::string_view what, std::string_view who) override;
    void saveAttempts(const workflow::Attempts& attempts, base::Instant now, std::size_t most) override;
    void removeAttempts(std::string_view what, std::string_view who) override;

    void addEvent(const domain::AuditEvent& event) override;
    std::optional<domain::AuditEvent> lastEvent() override;
    std::vector<domain::AuditEvent> events(std::int64_t after, std::size_t limit) override;
    std::int64_t lastSequence() override;

    void addSigning(const domain::Signing& signing) override;
    void saveSigning(const domain::Signing& signing, std::int64_t versionBefore) override;
    std::optional<domain::Signing> signing(std::string_view documentId) override;
    std::optional<std::string> documentOfSigner(std::string_view signerId) override;
    std::optional<base::Instant> signedAt(std::string_view signerId) override;
    std::vector<domain::Signing> signings(const workflow::DocumentWish& wish) override;
    void saveUpload(const domain::Upload& upload) override;
    std::optional<domain::Upload> upload(std::string_view id) override;
    std::vector<domain::Upload> uploads(const workflow::UploadWish& wish) override;
    std::vector<domain::Upload> uploadsOf(std::string_view document) override;
    std::vector<domain::Upload> uploadsOfMeeting(std::string_view meetingId) override;

    void saveJob(const domain::Job& job) override;
    std::optional<domain::Job> job(std::string_view id) override;
    std::vector<domain::Job> jobs(const workflow::PageWish& page) override;
    std::optional<domain::Job> openJob(domain::JobKind kind) override;
    std::optional<domain::Job> nextJob() override;
    void keepAnswer(std::string_view keyHash, const workflow::KeptAnswer& answer) override;
    std::optional<workflow::KeptAnswer> keptAnswer(std::string_view keyHash) override;
    void removeAnswersBefore(base::Instant at) override;

    std::optional<workflow::StoredOffice> office() override;
    void saveOffice(const workflow::StoredOffice& office) override;
    void saveTemplate(const workflow::StoredTemplate& made) override;
    std::optional<workflow::StoredTemplate> ownTemplate(std::string_view name) override;
    std::vector<workflow::StoredTemplate> ownTemplates() override;
    void removeTemplate(std::string_view name) override;
    void savePhoto(const workflow::StoredPhoto& photo) override;
    std::optional<workflow::StoredPhoto> photo(std::string_view meetingId, std::string_view sha256) override;
    void removePhoto(std::string_view meetingId, std::string_view sha256) override;
    void removePhotosOf(std::string_view meetingId) override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace store
