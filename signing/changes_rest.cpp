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

    /// New containers are how a file is stored; a freed object that nothing shows is gone; the rest cannot be judged.
    void judgeUnreached(int number) {
        if (reached_.contains(number) || notes_.isJudged(number) || notes_.isClaimed(number)) return;
        if (!views_.isChanged(number)) return;
        const StoredObject* stored = views_.storedNow(number);
        if (stored == nullptr && !views_.revisions().hasUnreadable(number, views_.revisions().last())) return;
        const Object& type = views_.now(referenceTo(number)).at("Type");
        const bool isStorage = stored != nullptr && stored->isStream && (type.isName("XRef") || type.isName("ObjStm"));
        if (isStorage && !views_.existed(number)) return;
        notes_.doubt(base::say("changes.unreached", {std::to_string(number)}));
    }

    const TwoViews& views_;
    ChangeNotes& notes_;
    std::set<int> reached_{};
};

}  // namespace

void reviewRest(const TwoViews& views, ChangeNotes& notes) { RestReview(views, notes).run(); }

}  // namespace signing
