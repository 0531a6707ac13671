#include <algorithm>
#include <array>

#include "pdfgen/text_string.h"
#include "signing/change_review.h"

/// The interactive form: signatures added in prepared or new fields (ISO 32000-1 section 12.7).
namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;

constexpr int kDeepestField = 32;
constexpr std::size_t kMostFields = 100000;

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Keys whose values differ, ascending.
std::vector<std::string> differingKeys(const Object& before, const Object& now) {
    std::set<std::string> keys;
    for (const auto key : before.keys()) keys.emplace(key);
    for (const auto key : now.keys()) keys.emplace(key);
    std::vector<std::string> differing;
    for (const auto& key : keys)
        if (before.at(key) != now.at(key)) differing.push_back(key);
    return differing;
}

/// What a field has from its parents (section 12.7.3.1).
struct Inherited {
    std::string name{};
    std::string type{};
    int depth = 0;
    bool justSigned = false;  ///< the parent field was signed now; its widget shows that
};

class FormReview {
public:
    FormReview(const TwoViews& views, const Permissions& permissions, ChangeNotes& notes, std::set<int>& newWidgets)
        : views_(views), permissions_(permissions), notes_(notes), newWidgets_(newWidgets) {}

    void run() {
        const Object& rootBefore = views_.before(views_.trailerBefore().at("Root"));
        const Object& rootNow = views_.now(views_.trailerNow().at("Root"));
        const Object& before = views_.before(rootBefore.at("AcroForm"));
        const Object& now = views_.now(rootNow.at("AcroForm"));
        if (!before.isNull() && !now.isDictionary()) return notes_.deny(base::say("changes.form_removed"));
        collectNames(before.at("Fields"), "", 0);
        const bool isDirect = !rootNow.at("AcroForm").isReference();
        const int number = isDirect ? 0 : rootNow.at("AcroForm").target.number;
        judgeMoved(rootBefore.at("AcroForm"), rootNow.at("AcroForm"));
        for (const auto& key : differingKeys(before, now)) judgeFormKey(key, before.at(key), now.at(key), number);
        if (isDirect) leaveDirect(before, now);
        judgeFields(before.at("Fields"), now.at("Fields"), {}, true);
    }

private:
    /// An indirect object that stands for another one now must be new.
    void judgeMoved(const Object& before, const Object& now) {
        if (!now.isReference()) return;
        const bool same = before.isReference() && before.target == now.target;
        if (!same && views_.existed(now.target.number) && views_.isChanged(now.target.number))
            notes_.deny(base::say("changes.replaced", {std::to_string(now.target.number)}));
        notes_.judgeList(now.target.number);
    }

    /// A form inside the catalog: the rest of it is looked at without what has been explained.
    void leaveDirect(const Object& before, const Object& now) {
        if (views_.trailerNow().at("Root").isReference())
            notes_.explain(views_.trailerNow().at("Root").target.number, "AcroForm");
        for (const auto key : now.keys())
            if (key == "Fields" || (before.at(key) == now.at(key) && key != "DR")) notes_.visitLater(now.at(key));
    }

    void judgeFormKey(const std::string& key, const Object& before, const Object& now, int number) {
        if (key == "Fields") return;
        if (key == "SigFlags" && now.integer().value_or(-1) >= 0 && now.integer().value_or(-1) <= 3) return;
        if (key == "DA" && before.isNull() && now.isString()) return;
        if (key == "DR") return judgeResources(before, now, number);
        if (key == "XFA") return notes_.deny(base::say("changes.form_key", {key}));
        notes_.doubt(base::say("changes.form_key", {key}));
        if (number != 0) notes_.explain(number, key);
        notes_.claim(now);
    }

    /// Fonts for new fields: what was there stays, the rest is new.
    void judgeResources(const Object& before, const Object& now, int number) {
        const Object &old = views_.before(before), &current = views_.now(now);
        judgeMoved(before, now);
        if (number != 0) notes_.explain(number, "DR");
        for (const auto key : current.keys()) {
            const Object &oldKind = views_.before(old.at(key)), &kind = views_.now(current.at(key));
            judgeMoved(old.at(key), current.at(key));
            for (const auto name : oldKind.keys())
                if (kind.at(name) != oldKind.at(name)) notes_.doubt(base::say("changes.form_key", {"DR"}));
            notes_.claim(kind);
        }
        for (const auto key : old.keys())
            if (!current.has(key)) notes_.doubt(base::say("changes.form_key", {"DR"}));
    }

    void collectNames(const Object& fields, const std::string& parent, int depth) {
        if (depth > kDeepestField) return;
        for (const Reference reference : referencesOf(views_.before(fields))) {
            const Object& field = views_.before(reference);
            if (!before_.insert(reference.number).second) continue;
            const std::string name = fullName(views_.before(field.at("T")), parent);
            names_.insert(name);
            collectNames(field.at("Kids"), name, depth + 1);
        }
    }

    static std::string fullName(const Object& own, const std::string& parent) {
        if (!own.isString()) return parent;
        return (parent.empty() ? "" : parent + '.') + pdfgen::utf8OfText(own.text);
    }

    /// A list of fields or kids: what was in it stays; `mayGrow` by new signature fields.
    void judgeFields(const Object& before, const Object& now, const Inherited& inherited, bool mayGrow) {
        const auto old = referencesOf(views_.before(before)), current = referencesOf(views_.now(now));
        if (!(before == now) || (now.isReference() && views_.isChanged(now.target.number))) judgeMoved(before, now);
        const Object& list = views_.now(now);
        if (!list.isNull() && (!list.isArray() || list.items.size() != current.size()))
            if (!(list == views_.before(before))) notes_.deny(base::say("changes.field_list"));
        const std::set<Reference> wasThere(old.begin(), old.end()), isThere(current.begin(), current.end());
        for (const Reference reference : wasThere)
            if (!isThere.contains(reference)) notes_.deny(base::say("changes.field_removed", {nameBefore(reference)}));
        for (const Reference reference : current) {
            if (wasThere.contains(reference))
                judgeField(reference, inherited);
            else if (mayGrow)
                judgeNewField(reference, inherited, 0);
            else
                notes_.deny(base::say("changes.field_list"));
        }
    }

    std::string nameBefore(Reference reference) const {
        return fullName(views_.before(views_.before(reference).at("T")), "");
    }

    Inherited ofField(const Object& field, const Inherited& parent) const {
        Inherited own = parent;
        own.name = fullName(views_.now(field.at("T")), parent.name);
        const Object& type = views_.now(field.at("FT"));
        if (!type.isNull()) own.type = type.text;
        return own;
    }

    void judgeField(Reference reference, const Inherited& parent) {
        if (!seen_.insert(reference.number).second) return notes_.deny(base::say("changes.field_twice"));
        if (seen_.size() > kMostFields || parent.depth > kDeepestField)
            return notes_.deny(base::say("changes.field_list"));
        const Object &before = views_.before(reference), &now = views_.now(reference);
        Inherited own = ofField(now, parent);
        if (views_.isChanged(reference.number)) {
            notes_.judge(reference.number);
            if (!now.isDictionary() || now.hasDuplicates())
                notes_.deny(base::say("changes.field", {own.name}));
            else
                judgeFieldChange(reference.number, before, now, own);
        }
        ++own.depth;
        if (before.has("Kids") || now.has("Kids")) judgeFields(before.at("Kids"), now.at("Kids"), own, false);
    }

    void judgeFieldChange(int number, const Object& before, const Object& now, Inherited& own) {
        const auto keys = differingKeys(before, now);
        const bool onlyType = keys.size() == 1 && keys[0] == "Type" && now.at("Type").isName("Annot");
        if (onlyType && before.at("Type").isNull()) return;
        const bool isWidget = own.justSigned && !now.has("T");
        if (own.type == "Sig" && (isWidget || (before.at("V").isNull() && !now.at("V").isNull())))
            return judgeSigning(number, before, now, keys, own);
        if (own.type == "Sig" || own.type.empty()) return notes_.deny(base::say("changes.field", {own.name}));
        judgeFilling(number, now, keys, own);
    }

    /// A signature in a field that was there.
    void judgeSigning(int number, const Object& before, const Object& now, const std::vector<std::string>& keys,
                      Inherited& own) {
        for (const auto& key : keys) {
            const bool harmless = isOneOf(key, {"V", "AP", "M", "DA", "MK", "Q"}) ||
                                  (key == "Type" && now.at(key).isName("Annot")) ||
                                  (key == "F" && isShownFlags(now.at(key)));
            if (!harmless) return notes_.deny(base::say("changes.field", {own.name}));
        }
        std::set<int> rewritable = appearanceNumbers(before.at("AP"));
        for (const auto& key : keys) {
            notes_.explain(number, key);
            notes_.claim(now.at(key), rewritable);
        }
        notes_.explain(number, "AP");
        notes_.claim(now.at("AP"), rewritable);
        notes_.keepApart(rewritable, own.name);
        if (!now.has("V")) return;
        const bool isTimestamp = judgeValue(now.at("V"), own.name);
        own.justSigned = true;
        notes_.allow(isTimestamp ? base::say("changes.timestamp") : base::say("changes.signed", {own.name}));
    }

    /// Print and Locked may be set; Hidden, NoView and the like may not (section 12.5.3).
    static bool isShownFlags(const Object& flags) {
        const auto value = flags.integer();
        return value && (*value & ~(4 | 64 | 128 | 512)) == 0;
    }

    /// The normal appearance's own objects: the dictionaries and forms that an empty field has.
    std::set<int> appearanceNumbers(const Object& appearance) const {
        std::set<int> numbers;
        if (appearance.isReference()) numbers.insert(appearance.target.number);
        const Object& states = views_.before(appearance);
        for (const auto key : states.keys())
            if (states.at(key).isReference()) numbers.insert(states.at(key).target.number);
        return numbers;
    }

    /// The new signature dictionary; whether it is a document time-stamp.
    bool judgeValue(const Object& value, const std::string& field) {
        if (value.isReference() && views_.existed(value.target.number) && views_.isChanged(value.target.number))
            notes_.deny(base::say("changes.replaced", {std::to_string(value.target.number)}));
        if (value.isReference() && !signatures_.insert(value.target.number).second)
            notes_.deny(base::say("changes.value_twice", {field}));
        if (value.isReference() && views_.existed(value.target.number))
            notes_.deny(base::say("changes.value_reused", {field}));
        if (value.isReference()) notes_.holdsSignature(value.target.number);
        const Object& dictionary = views_.now(value);
        const bool isTimestamp = dictionary.at("SubFilter").isName("ETSI.RFC3161");
        if (!dictionary.isDictionary() || !dictionary.has("ByteRange"))
            notes_.deny(base::say("changes.field", {field}));
        else if (!isTimestamp && (permissions_.level == 1 || permissions_.locks(field)))
            notes_.deny(base::say("changes.not_permitted", {field}));
        return isTimestamp;
    }

    /// Another field's value: nobody's signature covers it, and this product does not say that it is harmless.
    void judgeFilling(int number, const Object& now, const std::vector<std::string>& keys, const Inherited& own) {
        for (const auto& key : keys) {
            if (!isOneOf(key, {"V", "AP", "AS", "M", "I", "RV", "DA", "Q", "Ff", "F", "Type"}))
                return notes_.deny(base::say("changes.field", {own.name}));
            notes_.explain(number, key);
            notes_.claim(now.at(key));
        }
        notes_.explain(number, "AP");
        notes_.claim(now.at("AP"), appearanceNumbers(now.at("AP")));
        if (permissions_.level == 1 || permissions_.locks(own.name))
            notes_.deny(base::say("changes.locked_field", {own.name}));
        else
            notes_.doubt(base::say("changes.filled", {own.name}));
    }

    /// A field that was not there: allowed with a signature in it, or as the parent of such fields.
    void judgeNewField(Reference reference, const Inherited& parent, int depth) {
        const Object& field = views_.now(reference);
        const Inherited own = ofField(field, parent);
        const bool isFresh = !views_.existed(reference.number) && seen_.insert(reference.number).second;
        if (!isFresh || !field.isDictionary() || field.hasDuplicates() || depth > kDeepestField)
            return notes_.deny(base::say("changes.new_field", {own.name}));
        notes_.judge(reference.number);
        claimAllBut(reference.number, field, {"P", "Parent", "Kids"});
        if (field.has("T") && !names_.insert(own.name).second)
            return notes_.deny(base::say("changes.name_twice", {own.name}));
        if (field.has("A") || field.has("AA")) return notes_.deny(base::say("changes.action", {own.name}));
        const bool isWidget = !field.has("T") && parent.type == "Sig";
        if (!isWidget) judgeNewKind(field, own);
        if (field.has("Rect")) addWidget(reference.number, field, own);
        if (field.at("Kids").isReference()) notes_.judgeList(field.at("Kids").target.number);
        for (const Reference kid : referencesOf(views_.now(field.at("Kids")))) judgeNewField(kid, own, depth + 1);
    }

    void judgeNewKind(const Object& field, const Inherited& own) {
        const bool isParent = own.type.empty() && field.has("Kids");
        if (own.type == "Sig" && field.has("V")) {
            const bool isTimestamp = judgeValue(field.at("V"), own.name);
            notes_.allow(isTimestamp ? base::say("changes.timestamp") : base::say("changes.new_signature", {own.name}));
        } else if (own.type == "Sig") {
            notes_.doubt(base::say("changes.empty_field", {own.name}));
        } else if (!isParent) {
            notes_.deny(base::say("changes.new_field", {own.name}));
        }
    }

    void claimAllBut(int number, const Object& field, std::initializer_list<std::string_view> links) {
        for (const auto key : field.keys()) {
            if (isOneOf(key, links)) continue;
            notes_.explain(number, key);
            notes_.claim(field.at(key));
        }
    }

    /// A new box on the page. On a certified document it may cover what was certified (the "sneaky signature" attack).
    void addWidget(int number, const Object& field, const Inherited& own) {
        newWidgets_.insert(number);
        const Object& box = views_.now(field.at("Rect"));
        const bool isBox = box.isArray() && box.items.size() == 4;
        const bool isVisible = !isBox || (!(box.items[0] == box.items[2]) && !(box.items[1] == box.items[3]));
        if (isVisible && permissions_.isCertified) notes_.doubt(base::say("changes.visible_field", {own.name}));
    }

    const TwoViews& views_;
    const Permissions& permissions_;
    ChangeNotes& notes_;
    std::set<int>& newWidgets_;
    std::set<int> before_{}, seen_{}, signatures_{};
    std::set<std::string> names_{};
};

}  // namespace

void reviewForm(const TwoViews& views, const Permissions& permissions, ChangeNotes& notes, std::set<int>& newWidgets) {
    FormReview(views, permissions, notes, newWidgets).run();
}

}  // namespace signing
