#include "pdfgen/survey.h"

#include <qpdf/Pipeline.hh>

#include <array>
#include <set>

#include "pdfgen/reader_state.h"
#include "pdfgen/revisions.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostObjects = 200000;
constexpr std::size_t kMostOpened = std::size_t{128} << 20;
constexpr int kDeepest = 100;

base::Error unreadable(base::Message message) { return base::Error(base::ErrorCode::unreadable, std::move(message)); }
base::Error tooComplex() { return unreadable(base::say("pdf.too_complex")); }
base::Error damaged() { return unreadable(base::say("pdf.damaged")); }

/// Counts what a stream holds and keeps nothing. QPDF swallows what is thrown here, so the caller asks isFull().
class Counter final : public Pipeline {
public:
    Counter() : Pipeline("counter", nullptr) {}
    void write(const unsigned char*, std::size_t size) override {
        octets_ += size;
        if (isFull()) throw std::runtime_error("full");
    }
    void finish() override {}
    bool isFull() const { return octets_ > kMostOpened; }

private:
    std::size_t octets_ = 0;
};

class Walk {
public:
    void visit(QPDFObjectHandle object, int depth) {
        if (depth > kDeepest) throw tooComplex();
        if (object.isArray())
            for (const QPDFObjectHandle& item : object.getArrayAsVector()) descend(item, depth);
        if (object.isStream()) open(object);
        const bool hasKeys = object.isDictionary() || object.isStream();
        if (!hasKeys) return;
        const auto entries = object.isStream() ? object.getDict().getDictAsMap() : object.getDictAsMap();
        for (const auto& [key, value] : entries) {
            note(key, value);
            descend(value, depth);
        }
    }
    std::vector<std::string> found() const { return {found_.begin(), found_.end()}; }

private:
    void descend(QPDFObjectHandle value, int depth) {
        if (!value.isIndirect() && (value.isArray() || value.isDictionary())) visit(value, depth + 1);
    }

    void note(const std::string& key, const QPDFObjectHandle& value) {
        if (key == "/JS" || (key == "/S" && isName(value, "/JavaScript"))) found_.insert("JavaScript");
        if (key == "/S" && isName(value, "/Launch")) found_.insert("Launch");
        if (key == "/XFA") found_.insert("XFA");
        if (key == "/EF" || key == "/EmbeddedFiles" || (key == "/Type" && isName(value, "/EmbeddedFile")))
            found_.insert("EmbeddedFile");
    }

    void open(QPDFObjectHandle stream) {
        if (isName(stream.getDict().getKey("/Subtype"), "/Image")) return;
        stream.pipeStreamData(&counter_, nullptr, 0, qpdf_dl_generalized, true);
        if (counter_.isFull()) throw unreadable(base::say("pdf.expands"));
    }

    Counter counter_{};
    std::set<std::string> found_{};
};

/// By its own stack: a tree of 20,000 levels shall not need ours.
void checkPageTree(QPDF& pdf) {
    std::vector<std::pair<QPDFObjectHandle, int>> open{{pdf.getRoot().getKey("/Pages"), 0}};
    std::set<QPDFObjGen> seen;
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        if (depth > kDeepest) throw tooComplex();
        QPDFObjectHandle handle = node;
        if (!handle.isDictionary()) continue;
        if (handle.isIndirect() && !seen.insert(handle.getObjGen()).second) throw damaged();
        QPDFObjectHandle kids = handle.getKey("/Kids");
        if (!kids.isArray()) continue;
        for (const QPDFObjectHandle& kid : kids.getArrayAsVector()) open.emplace_back(kid, depth + 1);
    }
}

/// QPDF reads on where it finds 500 levels, and says so.
void checkNesting(QPDF& pdf) {
    for (const QPDFExc& warning : pdf.getWarnings())
        if (warning.getMessageDetail().find("deeply nested") != std::string::npos) throw tooComplex();
}

void checkStanding(const Revisions& revisions) {
    if (revisions.tailHasObjects()) throw damaged();
    for (const int number : revisions.numbersAt(revisions.last()))
        if (revisions.hasUnreadable(number, revisions.last())) throw damaged();
}

}  // namespace

Survey surveyed(const Revisions& revisions, const Reader& reader) {
    if (revisions.numbersAt(revisions.last()).size() > kMostObjects) throw tooComplex();
    return reading([&] {
        QPDF& pdf = reader.state().pdf;
        checkPageTree(pdf);
        Walk walk;
        for (const QPDFObjectHandle& object : pdf.getAllObjects()) walk.visit(object, 0);
        Survey survey{walk.found(), pdf.anyWarnings()};
        if (survey.wasRepaired) checkNesting(pdf);
        checkStanding(revisions);
        return survey;
    });
}

}  // namespace pdfgen
