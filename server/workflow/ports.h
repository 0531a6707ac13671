#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "pdfgen/reader.h"
#include "server/domain/meeting.h"
#include "server/domain/record.h"
#include "signing/identity.h"
#include "signing/pades.h"
#include "signing/validate.h"

/// What the use cases ask of the outside. Adapters implement these and never meet each other.
namespace workflow {

using Clock = std::function<base::Instant()>;

/// One unit of work over everything that is kept in rows.
class Transactions {
public:
    virtual ~Transactions() = default;
    /// Runs `work`; all that it writes by any port of the same rows is there when this returns, and none of it when
    /// `work` throws. Nobody else reads or writes meanwhile: keep it short. A transaction within one belongs to it, so
    /// do not swallow what the inner one throws.
    virtual void transaction(const std::function<void()>& work) = 0;
};

/// A part of a list: what comes behind `after`, `limit` items at most.
struct PageWish {
    std::string after{};  ///< the id of the last item of the page before; empty for the first page
    std::size_t limit = 50;
    bool operator==(const PageWish&) const = default;
};

/// A meeting as a list shows it.
struct MeetingSummary {
    std::string id{};
    domain::Text title{}, date{}, team{}, project{};
    std::int64_t participants = 0;
    bool isDemonstration = false;  ///< its first document is
    bool operator==(const MeetingSummary&) const = default;
};

/// One part of a meeting.
template <class T>
struct PartOf {
    std::string meetingId{};
    T value{};
    bool operator==(const PartOf&) const = default;
};

/// Typed rows. Each call outside a transaction() is one; what returned is durable.
class Store : public virtual Transactions {
public:
    /// Adds or replaces the meeting with this id.
    virtual void saveMeeting(const domain::Meeting& meeting) = 0;
    virtual std::optional<domain::Meeting> meeting(std::string_view id) = 0;
    virtual std::vector<domain::Meeting> allMeetings() = 0;  ///< by id, as they are at one moment
    /// What the meetings have of each kind, by the meeting's id and in their order there.
    virtual std::vector<PartOf<domain::Project>> projects() = 0;
    virtual std::vector<PartOf<domain::Team>> teams() = 0;
    virtual std::vector<PartOf<domain::Institution>> institutions() = 0;
    virtual std::vector<MeetingSummary> meetings(const PageWish& page) = 0;  ///< by id
    virtual std::optional<MeetingSummary> summary(std::string_view meetingId) = 0;
    /// Nothing happens where there is none.
    virtual void removeMeeting(std::string_view id) = 0;
    /// Adds a record; one with the same id is left as it is.
    virtual void addRecord(const domain::Record& record) = 0;
    virtual std::vector<domain::Record> records() = 0;
    virtual std::optional<domain::Record> record(std::string_view id) = 0;
    virtual std::vector<domain::Record> records(const PageWish& page) = 0;  ///< by id
    virtual bool hasRecords(std::string_view meetingId) = 0;
};

/// Objects under their SHA-256, never changed.
class Archive {
public:
    virtual ~Archive() = default;
    /// Writes, fsyncs, renames, fsyncs the folder; when it returns the object is durable. Returns its hash.
    virtual std::string put(base::ByteView object) = 0;
    /// Throws Error(notFound), Error(unreadable).
    virtual base::Bytes get(std::string_view sha256) = 0;
    enum class DamageKind {
        damaged,  ///< its bytes are not those of its name
        missing,  ///< expected, and not there
        foreign,  ///< no object of ours; `name` is its path in the archive
    };
    struct Damage {
        DamageKind kind = DamageKind::damaged;
        std::string name{};  ///< the object's hash
        bool operator==(const Damage&) const = default;
    };
    /// Re-hashes every object; what is damaged, foreign, or missing of `expected`, by name.
    virtual std::vector<Damage> check(const std::vector<std::string>& expected) = 0;
};

/// The list of what the archive holds. Others may add to it meanwhile.
class StoredObjects {
public:
    virtual ~StoredObjects() = default;
    /// The names of all objects, in order; nothing is read or changed. Throws Error(unreadable).
    virtual std::vector<std::string> objects() = 0;
};

/// What a PDF from outside holds.
struct Inspection {
    std::vector<pdfgen::FieldInfo> fields{};  ///< its signature fields
    base::Bytes fileId{};                     ///< the first octets of /ID, empty where there is none
    std::string title{};
    std::size_t pageCount = 0;
    std::vector<std::string> activeContent{};  ///< of "EmbeddedFile", "JavaScript", "Launch", "XFA"
    bool wasRepaired = false;                  ///< a lenient reader had to guess somewhere
};

/// Reads PDFs from outside where they can do no harm. A file that cannot be read, or whose reading takes more than its
/// share of memory or time, is Error(unreadable): pdf.not_pdf, pdf.damaged, pdf.encrypted, pdf.expands, pdf.too_slow,
/// pdf.too_complex, pdf.too_large. Error(busy) when too many wait, Error(unavailable) when no reader can be started.
class PdfReader {
public:
    virtual ~PdfReader() = default;
    /// The verdict on each signature; never `unreadable`. `anchors` are certificates, DER or PEM. What is wrong with a
    /// file without signatures is thrown as inspect() does.
    virtual signing::FileVerdict validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                          base::Instant at) = 0;
    /// Opens everything in the file once; an object in use that cannot be read as it stands makes it pdf.damaged.
    virtual Inspection inspect(base::ByteView pdf) = 0;
    /// One page, from 1, as PNG. Throws Error(notFound) pdf.no_page.
    virtual base::Bytes picture(base::ByteView pdf, std::size_t page) = 0;
    /// As signing::prepare. Throws Error(refused), Error(data) as that does.
    virtual signing::Prepared prepare(base::ByteView pdf, const signing::SignRequest& request) = 0;
};

/// The office's own certificate.
struct OfficeCertificate {
    base::Bytes der{};
    signing::CertificateInfo info{};
    bool isOwn = false;          ///< issued by this installation for itself
    bool hasPassphrase = false;  ///< the file of its key is encrypted
};

/// The office's key, which never leaves the process that holds it. Error(unavailable) when that cannot be reached.
class OfficeKey {
public:
    virtual ~OfficeKey() = default;
    virtual OfficeCertificate certificate() = 0;
    /// The CMS (DER) for signing::finish over what has this SHA-256, 32 octets. Throws Error(refused) when the
    /// certificate may not sign now.
    virtual base::Bytes signedData(base::ByteView digest) = 0;
    /// Signs a fixed text that can be no document, and keeps the signature to itself. Throws as signedData().
    virtual void probe() = 0;
};

}  // namespace workflow
