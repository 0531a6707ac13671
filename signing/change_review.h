#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"
#include "pdfgen/object.h"
#include "pdfgen/revisions.h"
#include "signing/changes.h"

/// Inside signing/changes: what its parts share. Not for others.
namespace signing {

/// The same file at two revisions.
class TwoViews {
public:
    TwoViews(const pdfgen::Revisions& revisions, std::size_t before)
        : revisions_(revisions), before_(before), listed_(revisions.changedBehind(before)) {}

    const pdfgen::Revisions& revisions() const { return revisions_; }
    const pdfgen::Object& trailerBefore() const { return revisions_.all()[before_].trailer; }
    const pdfgen::Object& trailerNow() const { return revisions_.all().back().trailer; }
    const pdfgen::Object& before(const pdfgen::Object& object) const { return revisions_.resolved(object, before_); }
    const pdfgen::Object& now(const pdfgen::Object& object) const {
        return revisions_.resolved(object, revisions_.last());
    }
    const pdfgen::Object& before(pdfgen::Reference reference) const { return revisions_.value(reference, before_); }
    const pdfgen::Object& now(pdfgen::Reference reference) const {
        return revisions_.value(reference, revisions_.last());
    }
    const pdfgen::StoredObject* storedNow(int number) const { return revisions_.find(number, revisions_.last()); }
    const pdfgen::StoredObject* storedBefore(int number) const { return revisions_.find(number, before_); }
    std::size_t beforeRevision() const { return before_; }
    bool existed(int number) const;
    /// Whether the object reads otherwise now than before, or cannot be read.
    bool isChanged(int number) const;
    /// Numbers that later revisions list.
    const std::set<int>& listed() const { return listed_; }

private:
    const pdfgen::Revisions& revisions_;
    std::size_t before_;
    std::set<int> listed_;
    mutable std::map<int, bool> known_{};
};

/// What was found, and which objects have been explained.
class ChangeNotes {
public:
    explicit ChangeNotes(const TwoViews& views) : views_(views) {}

    void allow(base::Message message) { note(allowed_, std::move(message)); }
    void doubt(base::Message message) { note(unknown_, std::move(message)); }
    void deny(base::Message message) { note(disallowed_, std::move(message)); }

    /// The object's own difference has been looked at; what it refers to has not.
    void judge(int number) { judged_.insert(number); }
    /// The same for a list that only its one holder may show.
    void judgeList(int number) {
        judge(number);
        if (views_.isChanged(number)) lists_.insert(number);
    }
    bool isList(int number) const { return lists_.contains(number); }
    bool isJudged(int number) const { return judged_.contains(number); }
    /// What stands at `key` of the object has been looked at with all it refers to.
    void explain(int number, std::string_view key) { explained_[number].emplace(key); }
    bool hasExplained(int number) const { return explained_.contains(number); }
    bool isExplained(int number, std::string_view key) const;

    /// A part of an explained value that reviewRest shall still look at. Must outlive the review.
    void visitLater(const pdfgen::Object& value) { later_.push_back(&value); }
    const std::vector<const pdfgen::Object*>& later() const { return later_; }

    /// Takes all that `value` refers to as belonging to an allowed change: new objects, and those of `rewritable`.
    /// Another object that existed and has changed is not allowed. Judged objects end the walk.
    void claim(const pdfgen::Object& value, const std::set<int>& rewritable = {});
    /// Objects that the empty field showed: what else shows them was signed with that look (reviewRest complains).
    void keepApart(const std::set<int>& numbers, const std::string& field) {
        for (const int number : numbers) apart_.emplace(number, field);
    }
    const std::map<int, std::string>& apart() const { return apart_; }
    bool isClaimed(int number) const { return claimed_.contains(number); }

    /// A signature dictionary: which of its keys may not stand twice is known where the signature is read.
    void holdsSignature(int number) { signatures_.insert(number); }
    bool isSignature(int number) const { return signatures_.contains(number); }

    ChangeFinding finding() const;

private:
    static void note(std::vector<base::Message>& list, base::Message message);

    const TwoViews& views_;
    std::set<int> judged_{}, claimed_{}, lists_{}, signatures_{};
    std::vector<const pdfgen::Object*> later_{};
    std::map<int, std::string> apart_{};
    std::map<int, std::set<std::string, std::less<>>> explained_{};
    std::vector<base::Message> allowed_{}, unknown_{}, disallowed_{};
};

/// The parts of the review, in their order.
void reviewForm(const TwoViews& views, const Permissions& permissions, ChangeNotes& notes, std::set<int>& newWidgets);
void reviewValidationData(const TwoViews& views, ChangeNotes& notes);
void reviewPages(const TwoViews& views, const Permissions& permissions, const std::set<int>& newWidgets,
                 ChangeNotes& notes);
void reviewCatalog(const TwoViews& views, ChangeNotes& notes);
/// All that is left, from the trailer on: whatever changed and is not explained.
void reviewRest(const TwoViews& views, ChangeNotes& notes);

/// The references of an array, or of the one reference that stands for it; other elements are left out.
std::vector<pdfgen::Reference> referencesOf(const pdfgen::Object& array);

}  // namespace signing
