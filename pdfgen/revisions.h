#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "pdfgen/cross_reference.h"
#include "pdfgen/object.h"
#include "pdfgen/revision_chain.h"

namespace pdfgen {

/// An indirect object where it stands.
struct StoredObject {
    int number = 0;
    int generation = 0;
    std::size_t begin = 0;  ///< of "n g obj" in the file; of the stream that holds a compressed object
    std::size_t end = 0;    ///< behind "endobj"
    bool isCompressed = false;
    base::ByteView raw{};        ///< the value's own bytes, a stream's dictionary
    std::size_t valueBegin = 0;  ///< where `raw` begins in the file; 0 for a compressed object
    bool isStream = false;
    base::ByteView data{};  ///< a stream's data, still encoded
};

/// A file as the chain of its revisions, read strictly from its raw bytes: nothing is repaired, no second opinion on
/// where an object stands. An object is seen as it was at a revision; what stands behind the end of the revision that
/// lists it does not exist. Bounded in objects, octets and depth.
class Revisions {
public:
    /// `file` must outlive this. Throws Error(unreadable) where no chain of cross-references can be followed, it loops,
    /// is encrypted, or is over the limits.
    explicit Revisions(base::ByteView file);

    base::ByteView file() const { return file_; }
    /// The oldest first; never empty.
    const std::vector<Revision>& all() const { return revisions_; }
    std::size_t last() const { return revisions_.size() - 1; }
    /// Behind the last revision's "%%EOF" and the white space that follows.
    std::size_t end() const;
    /// Whether what stands behind end() holds objects that a repairing reader would take.
    bool tailHasObjects() const;

    /// The object as seen at `revision`; null where it does not exist, is free, or is malformed.
    const StoredObject* find(int number, std::size_t revision) const;
    /// The same, for a reference: its generation must fit.
    const StoredObject* find(Reference reference, std::size_t revision) const;
    /// Its value (a stream's dictionary); the null object where there is none. Valid as long as this.
    const Object& value(Reference reference, std::size_t revision) const;
    /// `object`, or what it refers to (up to 32 references on).
    const Object& resolved(const Object& object, std::size_t revision) const;
    /// Numbers that revisions behind `revision` list or whose object streams they replace, in ascending order.
    std::set<int> changedBehind(std::size_t revision) const;
    /// Object numbers in use at `revision`.
    std::set<int> numbersAt(std::size_t revision) const;
    /// Whether an object in use at `revision` cannot be read where its entry points.
    bool hasUnreadable(int number, std::size_t revision) const;
    /// Whether the entry that is in force for `number` at the last revision was made by `revision` or an earlier one,
    /// and leads behind the end of the revision that made it: what stands there now was not there then.
    bool pointsAhead(int number, std::size_t revision) const;

private:
    struct Container {
        base::Bytes data{};
        std::vector<std::pair<int, std::size_t>> index{};  ///< number, offset
        std::size_t first = 0;
    };
    struct Listed {
        std::size_t revision = 0;
        XrefEntry entry{};
    };

    const Listed* listed(int number, std::size_t revision) const;
    const StoredObject* plain(int number, const Listed& at, std::size_t view) const;
    const StoredObject* compressed(int number, const XrefEntry& entry, std::size_t view) const;
    std::unique_ptr<StoredObject> readPlain(std::size_t where, base::ByteView bytes, std::size_t view) const;
    base::ByteView homeOf(std::size_t offset) const;  ///< the file to the end of the revision that holds `offset`
    void spend(std::size_t work) const;
    void setStream(StoredObject& object, base::ByteView bytes, std::size_t position, std::size_t view) const;
    const Container* container(const StoredObject& stream) const;
    std::optional<std::size_t> streamLength(const Object& dictionary, std::size_t view) const;

    base::ByteView file_;
    std::vector<Revision> revisions_{};
    std::unordered_map<int, std::vector<Listed>> history_{};  ///< ascending by revision
    mutable std::unordered_map<std::size_t, std::unique_ptr<StoredObject>> plain_{};
    mutable std::map<std::pair<std::size_t, int>, std::unique_ptr<StoredObject>> compressed_{};
    mutable std::unordered_map<std::size_t, std::unique_ptr<Container>> containers_{};
    mutable std::unordered_map<const char*, Object> values_{};
    mutable std::size_t inflatedOctets_ = 0;
    mutable std::size_t valueOctets_ = 0;
    mutable std::size_t work_ = 0;
    mutable int nesting_ = 0;
};

}  // namespace pdfgen
