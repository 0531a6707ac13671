#include "pdfgen/reader.h"

#include <map>
#include <set>

#include "pdfgen/reader_state.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr int kDeepestField = 32;
constexpr std::size_t kMostFields = 10000;

/// What QPDF says when it opens a file; turns its kinds of failure into ours.
void open(QPDF& pdf, base::ByteView file) {
    pdf.setSuppressWarnings(true);
    try {
        pdf.processMemoryFile("pdf", file.data(), file.size());
    } catch (const QPDFExc& problem) {
        const bool locked = problem.getErrorCode() == qpdf_e_password || problem.getErrorCode() == qpdf_e_unsupported;
        throw base::Error(base::ErrorCode::unreadable, base::say(locked ? "pdf.encrypted" : "pdf.damaged"))
            .with("qpdf", problem.what());
    }
    if (pdf.isEncrypted()) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.encrypted"));
}

std::string utf8Of(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string{};
}

/// The page of each annotation.
std::map<QPDFObjGen, int> pagesOfWidgets(QPDF& pdf) {
    std::map<QPDFObjGen, int> found;
    int number = 0;
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        ++number;
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray()) continue;
        for (int i = 0; i < annotations.getArrayNItems(); ++i)
            found.emplace(annotations.getArrayItem(i).getObjGen(), number);
    }
    return found;
}

/// Walks the field tree (section 12.7.3) under limits.
class FieldWalk {
public:
    FieldWalk(QPDF& pdf, std::vector<FieldInfo>& found) : pages_(pagesOfWidgets(pdf)), found_(found) {}

    void visit(QPDFObjectHandle field, const std::string& parentName, const std::string& parentType, int depth) {
        if (!field.isDictionary() || depth > kDeepestField || found_.size() >= kMostFields) return;
        if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) return;
        const std::string own = utf8Of(field, "/T");
        const std::string name = parentName.empty() || own.empty() ? parentName + own : parentName + '.' + own;
        const std::string type = field.getKey("/FT").isName() ? field.getKey("/FT").getName() : parentType;
        QPDFObjectHandle kids = field.getKey("/Kids");
        const bool hasFields = kids.isArray() && kids.getArrayNItems() > 0 && kids.getArrayItem(0).isDictionary() &&
                               kids.getArrayItem(0).hasKey("/T");
        if (hasFields) {
            for (int i = 0; i < kids.getArrayNItems(); ++i) visit(kids.getArrayItem(i), name, type, depth + 1);
        } else if (type == "/Sig") {
            add(field, kids, name);
        }
    }

private:
    void add(QPDFObjectHandle field, QPDFObjectHandle kids, const std::string& name) {
        QPDFObjectHandle widget = kids.isArray() && kids.getArrayNItems() == 1 ? kids.getArrayItem(0) : field;
        FieldInfo info;
        info.name = name;
        info.description = utf8Of(field, "/TU");
        info.function = utf8Of(field, "/XXAkcesFunction");
        info.institution = utf8Of(field, "/XXAkcesInstitution");
        info.object = field.getObjectID();
        info.generation = field.getGeneration();
        info.widget = widget.getObjectID();
        info.isSigned = !field.getKey("/V").isNull();
        const auto page = pages_.find(widget.getObjGen());
        info.page = page == pages_.end() ? 0 : page->second;
        setBox(info, widget);
        found_.push_back(std::move(info));
    }

    static void setBox(FieldInfo& info, QPDFObjectHandle widget) {
        QPDFObjectHandle normal =
            widget.getKey("/AP").isDictionary() ? widget.getKey("/AP").getKey("/N") : QPDFObjectHandle::newNull();
        if (normal.isStream()) info.appearance = normal.getObjectID();
        if (!widget.getKey("/Rect").isRectangle()) return;
        const auto box = widget.getKey("/Rect").getArrayAsRectangle();
        info.widthPt = box.urx - box.llx;
        info.heightPt = box.ury - box.lly;
    }

    std::map<QPDFObjGen, int> pages_;
    std::set<QPDFObjGen> seen_;
    std::vector<FieldInfo>& found_;
};

}  // namespace

Reader::Reader(base::ByteView file) : state_(std::make_unique<State>()) {
    if (file.size() > kLargestPdf)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_large", {std::to_string(kLargestPdf >> 20)}));
    if (file.substr(0, 1024).find("%PDF-") == file.npos)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.not_pdf"));
    reading([&] { open(state_->pdf, file); });
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::size_t Reader::pageCount() const {
    return reading([&] { return state_->pdf.getAllPages().size(); });
}

std::vector<FieldInfo> Reader::signatureFields() const {
    return reading([&] {
        std::vector<FieldInfo> found;
        QPDFObjectHandle form = state_->pdf.getRoot().getKey("/AcroForm");
        QPDFObjectHandle fields = form.isDictionary() ? form.getKey("/Fields") : QPDFObjectHandle::newNull();
        if (!fields.isArray()) return found;
        FieldWalk walk(state_->pdf, found);
        for (int i = 0; i < fields.getArrayNItems(); ++i) walk.visit(fields.getArrayItem(i), "", "", 0);
        return found;
    });
}

std::optional<FieldInfo> Reader::signatureField(std::string_view name) const {
    for (FieldInfo& field : signatureFields())
        if (field.name == name) return std::move(field);
    return {};
}

bool Reader::wasRepaired() const { return state_->pdf.anyWarnings(); }

base::Bytes Reader::fileId() const {
    return reading([&] {
        QPDFObjectHandle id = state_->pdf.getTrailer().getKey("/ID");
        const bool there = id.isArray() && id.getArrayNItems() > 0 && id.getArrayItem(0).isString();
        return there ? id.getArrayItem(0).getStringValue() : base::Bytes{};
    });
}

std::string Reader::title() const {
    return reading([&] {
        QPDFObjectHandle info = state_->pdf.getTrailer().getKey("/Info");
        return info.isDictionary() ? utf8Of(info, "/Title") : std::string{};
    });
}

std::string Reader::objectWith(int number, int generation,
                               const std::vector<std::pair<std::string, std::string>>& entries) const {
    return reading([&] {
        QPDFObjectHandle object = state_->pdf.getObjectByID(number, generation);
        if (!object.isDictionary()) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged"));
        std::map<std::string, std::string> merged;
        for (const auto& [key, value] : object.getDictAsMap()) merged[key] = QPDFObjectHandle(value).unparse();
        for (const auto& [key, value] : entries) merged[key] = value;
        std::string text = "<<";
        for (const auto& [key, value] : merged) text += ' ' + nameObject(key.substr(1)) + ' ' + value;
        return text + " >>";
    });
}

int Reader::certificationLevel() const {
    return reading([&] {
        QPDFObjectHandle permissions = state_->pdf.getRoot().getKey("/Perms");
        QPDFObjectHandle signature =
            permissions.isDictionary() ? permissions.getKey("/DocMDP") : QPDFObjectHandle::newNull();
        QPDFObjectHandle references =
            signature.isDictionary() ? signature.getKey("/Reference") : QPDFObjectHandle::newNull();
        if (!references.isArray() || references.getArrayNItems() == 0) return 0;
        QPDFObjectHandle parameters = references.getArrayItem(0).isDictionary()
                                          ? references.getArrayItem(0).getKey("/TransformParams")
                                          : QPDFObjectHandle::newNull();
        const bool stated = parameters.isDictionary() && parameters.getKey("/P").isInteger();
        return stated ? parameters.getKey("/P").getIntValueAsInt() : 2;
    });
}

Reader::Form Reader::form() const {
    return reading([&] {
        Form found;
        QPDFObjectHandle form = state_->pdf.getRoot().getKey("/AcroForm");
        if (!form.isDictionary()) return found;
        found.object = form.isIndirect() ? form.getObjectID() : 0;
        found.signatureFlags = form.getKey("/SigFlags").isInteger() ? form.getKey("/SigFlags").getIntValueAsInt() : 0;
        return found;
    });
}

}  // namespace pdfgen
