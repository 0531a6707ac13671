#include <algorithm>

#include "signing/change_review.h"

/// The pages: the same ones in the same order, alike but for the boxes of new signatures.
namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;

constexpr int kDeepestPage = 64;
constexpr std::size_t kMostPages = 100000;

/// The leaves of the page tree (ISO 32000-1 section 7.7.3) at one of the two revisions.
template <class Resolve>
void collectPages(Reference node, Resolve value, std::set<int>& seen, std::vector<Reference>& pages, int depth) {
    if (depth > kDeepestPage || pages.size() >= kMostPages || !seen.insert(node.number).second) return;
    const Object& dictionary = value(node);
    const Object& kids = dictionary.at("Kids");
    const Object& list = kids.isReference() ? value(kids.target) : kids;
    if (!list.isArray()) {
        pages.push_back(node);
        return;
    }
    for (const Reference kid : referencesOf(list)) collectPages(kid, value, seen, pages, depth + 1);
}

class PageReview {
public:
    PageReview(const TwoViews& views, const Permissions& permissions, const std::set<int>& newWidgets,
               ChangeNotes& notes)
        : views_(views), permissions_(permissions), newWidgets_(newWidgets), notes_(notes) {}

    void run() {
        const auto before =
            pagesOf(views_.trailerBefore(), [this](Reference r) -> const Object& { return views_.before(r); });
        const auto now = pagesOf(views_.trailerNow(), [this](Reference r) -> const Object& { return views_.now(r); });
        if (before != now) return notes_.deny(base::say("changes.pages"));
        for (std::size_t i = 0; i < now.size(); ++i) judgePage(now[i], std::to_string(i + 1));
    }

private:
    template <class Resolve>
    static std::vector<Reference> pagesOf(const Object& trailer, Resolve value) {
        std::vector<Reference> pages;
        std::set<int> seen;
        if (!trailer.at("Root").isReference()) return pages;
        const Object& tree = value(trailer.at("Root").target).at("Pages");
        if (tree.isReference()) collectPages(tree.target, value, seen, pages, 0);
        return pages;
    }

    void judgePage(Reference reference, const std::string& page) {
        const Object &before = views_.before(reference), &now = views_.now(reference);
        if (views_.isChanged(reference.number)) {
            notes_.judge(reference.number);
            if (now.hasDuplicates()) notes_.deny(base::say("changes.page", {page, "?"}));
            std::set<std::string> keys;
            for (const auto key : before.keys()) keys.emplace(key);
            for (const auto key : now.keys()) keys.emplace(key);
            for (const auto& key : keys)
                if (key != "Annots" && !(before.at(key) == now.at(key))) denyKey(key, before, now, page);
        }
        judgeAnnotations(before.at("Annots"), now.at("Annots"), page);
    }

    void denyKey(const std::string& key, const Object& before, const Object& now, const std::string& page) {
        const bool isOrder = key == "Tabs" && before.at(key).isNull() && now.at(key).isName("S");
        if (isOrder)
            notes_.doubt(base::say("changes.page", {page, key}));
        else
            notes_.deny(base::say("changes.page", {page, key}));
    }

    void judgeAnnotations(const Object& before, const Object& now, const std::string& page) {
        const bool isOther = !(before == now) || (now.isReference() && views_.isChanged(now.target.number));
        if (!isOther) return;
        if (now.isReference()) {
            const bool same = before == now;
            if (!same && views_.existed(now.target.number) && views_.isChanged(now.target.number))
                notes_.deny(base::say("changes.replaced", {std::to_string(now.target.number)}));
            notes_.judgeList(now.target.number);
        }
        const Object &old = views_.before(before), &current = views_.now(now);
        auto place = current.items.begin();
        for (const Object& annotation : old.items) {
            const auto found = std::find(place, current.items.end(), annotation);
            if (found == current.items.end()) return notes_.deny(base::say("changes.annotation_removed", {page}));
            for (; place != found; ++place) judgeAdded(*place, page);
            ++place;
        }
        for (; place != current.items.end(); ++place) judgeAdded(*place, page);
    }

    void judgeAdded(const Object& annotation, const std::string& page) {
        if (annotation.isReference() && newWidgets_.contains(annotation.target.number)) return;
        if (permissions_.level == 3)
            notes_.doubt(base::say("changes.annotation", {page}));
        else
            notes_.deny(base::say("changes.annotation", {page}));
        notes_.claim(annotation);
        if (!annotation.isReference()) return;
        const Object& value = views_.now(annotation);
        notes_.judge(annotation.target.number);
        for (const auto key : value.keys()) {
            notes_.explain(annotation.target.number, key);
            notes_.claim(value.at(key));
        }
    }

    const TwoViews& views_;
    const Permissions& permissions_;
    const std::set<int>& newWidgets_;
    ChangeNotes& notes_;
};

}  // namespace

void reviewPages(const TwoViews& views, const Permissions& permissions, const std::set<int>& newWidgets,
                 ChangeNotes& notes) {
    PageReview(views, permissions, newWidgets, notes).run();
}

}  // namespace signing
