#include <optional>

#include "signing/change_review.h"

/// What no allowed change explains.
namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;
using pdfgen::StoredObject;

class RestReview {
public:
    RestReview(const TwoViews& views, ChangeNotes& notes) : views_(views), notes_(notes) {}

    void run() {
        visitPages();
        visitAll(views_.trailerNow().at("Root"), "");
        visitAll(views_.trailerNow().at("Info"), "");
        for (const Object* value : notes_.later()) visitAll(*value, "");
        for (const auto& [number, field] : notes_.apart())
            if (reached_.contains(number)) notes_.doubt(base::say("changes.shared_appearance", {field}));
        for (const int number : views_.listed()) judgeUnreached(number);
    }

private:
    /// Page by page first, so that a change can be named by its page.
    void visitPages() {
        const Object& root = views_.now(views_.trailerNow().at("Root"));
        std::vector<Reference> open = referencesOf(root.at("Pages"));
        std::set<int> seen;
        int page = 0;
        while (!open.empty() && seen.size() < 100000) {
            const Reference reference = open.back();
            open.pop_back();
            if (!seen.insert(reference.number).second) continue;
            const Object& node = views_.now(reference);
            const auto kids = referencesOf(views_.now(node.at("Kids")));
            open.insert(open.end(), kids.rbegin(), kids.rend());
            if (!kids.empty()) continue;
            const std::string name = std::to_string(++page);
            visitAll(node.at("Contents"), name);
            visitAll(node.at("Resources"), name);
        }
    }

    void visitAll(const Object& value, const std::string& page) {
        std::vector<int> open;
        add(value, open);
        while (!open.empty()) {
            const int number = open.back();
            open.pop_back();
            if (notes_.isList(number) && !lists_.insert(number).second)
                notes_.deny(base::say("changes.replaced", {std::to_string(number)}));
            if (!reached_.insert(number).second) continue;
            judge(number, page);
            follow(number, open);
        }
    }

    static void add(const Object& value, std::vector<int>& open) {
        if (value.isReference()) open.push_back(value.target.number);
        for (const Object& item : value.items) add(item, open);
    }

    void judge(int number, const std::string& page) {
        if (!views_.isChanged(number) || notes_.isJudged(number)) return;
        const std::string name = std::to_string(number);
        const Object& now = views_.now(referenceTo(number));
        const Object& type = now.at("Type");
        if (!page.empty())
            notes_.deny(base::say("changes.page_content", {page, name}));
        else if (type.isName("StructElem") || type.isName("StructTreeRoot"))
            notes_.doubt(base::say("changes.structure"));
        else if (type.isName("Metadata"))
            notes_.doubt(base::say("changes.catalog", {"Metadata"}));
        else if (views_.existed(number))
            notes_.deny(base::say("changes.replaced", {name}));
        else
            notes_.deny(base::say("changes.added", {name}));
    }

    Reference referenceTo(int number) const {
        const StoredObject* stored = views_.storedNow(number);
        return {number, stored == nullptr ? 0 : stored->generation};
    }

    /// An unjudged object's references from its bytes; a judged one's by key, without those that are explained.
    void follow(int number, std::vector<int>& open) const {
        const StoredObject* stored = views_.storedNow(number);
        if (stored == nullptr) return;
        const Object* value = notes_.hasExplained(number) ? &views_.now(referenceTo(number)) : nullptr;
        if (value == nullptr || !value->isDictionary()) {
            for (const Reference reference : pdfgen::referencesIn(stored->raw)) open.push_back(reference.number);
            return;
        }
        for (const auto key : value->keys())
            if (!notes_.isExplained(number, key)) add(value->at(key), open);
    }

    /// New containers are how a file is stored; what is freed, or was used by a version in between, is gone. Of the
    /// rest nobody can say what it is for.
    void judgeUnreached(int number) {
        if (reached_.contains(number) || notes_.isJudged(number) || notes_.isClaimed(number)) return;
        if (!views_.isChanged(number)) return;
        const StoredObject* stored = views_.storedNow(number);
        if (stored == nullptr && !views_.revisions().hasUnreadable(number, views_.revisions().last())) return;
        if (!views_.existed(number) && stored != nullptr && (isStorage(*stored) || wasUsed(number))) return;
        notes_.doubt(base::say("changes.unreached", {std::to_string(number)}));
    }

    bool isStorage(const StoredObject& stored) const {
        const Object& value = views_.now(referenceTo(stored.number));
        const bool isContainer = value.at("Type").isName("XRef") || value.at("Type").isName("ObjStm");
        const bool isBlank = !stored.isStream && pdfgen::referencesIn(stored.raw).empty() && value.items.size() <= 2;
        return stored.isStream ? isContainer || stored.data.empty() : isBlank && value.isDictionary();
    }

    bool wasUsed(int number) {
        if (!used_) used_ = usedBetween();
        return used_->contains(number);
    }

    /// All that a revision behind the signed one reached.
    std::set<int> usedBetween() const {
        const pdfgen::Revisions& revisions = views_.revisions();
        std::set<int> used;
        for (std::size_t r = views_.beforeRevision() + 1; r < revisions.last(); ++r) {
            std::set<int> seen;
            std::vector<int> open;
            add(revisions.all()[r].trailer, open);
            while (!open.empty()) {
                const int number = open.back();
                open.pop_back();
                const StoredObject* stored = seen.insert(number).second ? revisions.find(number, r) : nullptr;
                if (stored == nullptr) continue;
                for (const Reference reference : pdfgen::referencesIn(stored->raw)) open.push_back(reference.number);
            }
            used.merge(seen);
        }
        return used;
    }

    const TwoViews& views_;
    ChangeNotes& notes_;
    std::set<int> reached_{}, lists_{};
    std::optional<std::set<int>> used_{};
};

}  // namespace

void reviewRest(const TwoViews& views, ChangeNotes& notes) { RestReview(views, notes).run(); }

}  // namespace signing
