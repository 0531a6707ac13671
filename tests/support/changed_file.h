#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pdfgen/update.h"
#include "signing/changes.h"
#include "tests/support/signing_samples.h"

namespace samples {

/// One signed file, and what is where in it.
class ChangedFile : public testing::Test {
protected:
    int number(const char* key) const { return root().at(key).isReference() ? root().at(key).target.number : 0; }
    const pdfgen::Object& root() const { return revisions_.resolved(trailer().at("Root"), revisions_.last()); }
    const pdfgen::Object& trailer() const { return revisions_.all().back().trailer; }
    int rootNumber() const { return trailer().at("Root").target.number; }
    int pageNumber() const {
        return revisions_.resolved(root().at("Pages"), revisions_.last()).at("Kids").items.at(0).target.number;
    }
    const pdfgen::Object& page() const { return revisions_.value({pageNumber(), 0}, revisions_.last()); }

    /// The raw text of an object with `entry` before its last ">>".
    std::string with(int object, const std::string& entry) const {
        std::string raw(revisions_.find(object, revisions_.last())->raw);
        return raw.substr(0, raw.rfind(">>")) + entry + " >>";
    }
    static std::string replaced(std::string text, std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        EXPECT_NE(at, text.npos) << from;
        return at == text.npos ? text : text.replace(at, from.size(), to);
    }

    signing::Changes judged(const base::Bytes& file, const signing::Permissions& permissions = {}) const {
        const pdfgen::Revisions all(file);
        return signing::changesBehind(all, 1, permissions).changes;
    }
    signing::Changes after(int object, const std::string& body, const signing::Permissions& permissions = {}) const {
        return judged(withObject(file_, object, body), permissions);
    }
    signing::Changes afterAdding(int holder, const std::string& entry, const std::vector<std::string>& objects) const {
        pdfgen::Update update(file_);
        std::string text = entry;
        for (const std::string& body : objects) {
            const std::string reference = std::to_string(update.add(body)) + " 0 R";
            if (const auto at = text.find("NEW"); at != text.npos) text.replace(at, 3, reference);
        }
        update.replace(holder, with(holder, text));
        return judged(file_ + update.finish());
    }

    signing::Changes afterAddingField(const std::string& field) const {
        pdfgen::Update update(file_);
        const std::string reference = std::to_string(update.add(field)) + " 0 R ]";
        const int form = number("AcroForm");
        std::string body(revisions_.find(form, revisions_.last())->raw);
        update.replace(form, body.replace(body.find(']', body.find("/Fields")), 1, ' ' + reference));
        return judged(file_ + update.finish());
    }

    const Signed made_ = signedSample("three-fields.pdf", {"Partner-1"});
    const base::Bytes& file_ = made_.versions[0];
    const pdfgen::Revisions revisions_{file_};
};

}  // namespace samples
