#include "pdfgen/missing_fonts.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/file.h"
#include "pdfgen/object_sink.h"
#include "pdfgen/reader_state.h"
#include "pdfgen/update.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostObjects = 20000, kLargestFace = std::size_t{4} << 20;
constexpr int kDeepest = 10;
constexpr std::array<std::string_view, 3> kFamilies{"Mono", "Sans", "Serif"};
constexpr std::array<std::string_view, 4> kStyles{"Regular", "Bold", "Italic", "BoldItalic"};

bool holds(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != text.npos; });
}

bool isEmbedded(QPDFObjectHandle font) {
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) return false;
    return descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3");
}

std::string fileOf(std::string_view family, std::string_view style) {
    return "Liberation" + std::string(family) + '-' + std::string(style) + ".ttf";
}

/// A simple font of letters that the file only names.
bool isMissing(QPDFObjectHandle object) {
    if (!object.isDictionary() || !isName(object.getKey("/Type"), "/Font")) return false;
    QPDFObjectHandle kind = object.getKey("/Subtype");
    if (!isName(kind, "/Type1") && !isName(kind, "/MMType1") && !isName(kind, "/TrueType")) return false;
    QPDFObjectHandle name = object.getKey("/BaseFont");
    return name.isName() && !holds(name.getName(), {"Symbol", "Dingbats", "Wingdings", "Webdings"}) &&
           !isEmbedded(object);
}

std::string stream(base::ByteView face) {
    const std::string length = std::to_string(face.size());
    std::string body = "<< /Length " + length + " /Length1 " + length + " >>\nstream\n";
    return body.append(face).append("\nendstream");
}

std::string descriptor(int face) {
    return "<< /Type /FontDescriptor /FontName /Lent /Flags 32 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 "
           "/Ascent 900 /Descent -210 /CapHeight 700 /StemV 80 /FontFile2 " +
           reference(face) + " >>";
}

std::string bodyOf(QPDFObjectHandle object) {
    if (!object.isStream()) return object.unparseResolved();
    const auto data = object.getRawStreamData();
    const base::ByteView octets(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    return (object.getDict().unparse() + "\nstream\n").append(octets).append("\nendstream");
}

/// Puts faces into fonts, which stand alone or inside other objects.
class Lending {
public:
    Lending(const std::map<std::string, base::Bytes>& faces, base::ByteView file, QPDF& pdf)
        : faces_(faces), pdf_(pdf), update_(file) {}

    /// The revision; empty where no font wants a face.
    base::Bytes revision() {
        for (QPDFObjectHandle object : pdf_.getAllObjects()) {
            if (!lentIn(object.isStream() ? object.getDict() : object, 0)) continue;
            update_.replace(object.getObjectID(), bodyOf(object), object.getGeneration());
        }
        return descriptors_.empty() ? base::Bytes{} : update_.finish();
    }

private:
    /// Whether a font in `object` was given a face; what stands deeper than any font is not looked at.
    bool lentIn(QPDFObjectHandle object, int depth) {
        if (isMissing(object)) return lend(object);
        bool wasLent = false;
        const auto look = [&](const QPDFObjectHandle& value) {
            if (!value.isIndirect() && depth < kDeepest) wasLent |= lentIn(value, depth + 1);
        };
        if (object.isArray())
            for (const QPDFObjectHandle& item : object.getArrayAsVector()) look(item);
        if (object.isDictionary())
            for (const auto& [key, value] : object.getDictAsMap()) look(value);
        return wasLent;
    }

    bool lend(QPDFObjectHandle font) {
        const std::string file = MissingFonts::fileFor(font.getKey("/BaseFont").getName());
        int& described = descriptors_[file];
        if (described == 0) {
            described = update_.add(descriptor(update_.add(stream(faces_.at(file)))));
            pdf_.replaceObject(described, 0, QPDFObjectHandle::newDictionary());  // QPDF names none that is not there
        }
        font.replaceKey("/Subtype", QPDFObjectHandle::newName("/TrueType"));
        font.replaceKey("/FontDescriptor", pdf_.getObjectByID(described, 0));
        if (!font.hasKey("/Encoding")) font.replaceKey("/Encoding", QPDFObjectHandle::newName("/WinAnsiEncoding"));
        return true;
    }

    const std::map<std::string, base::Bytes>& faces_;
    QPDF& pdf_;
    Update update_;
    std::map<std::string, int> descriptors_{};
};

}  // namespace

MissingFonts::MissingFonts(const Resources& resources) {
    for (const std::string_view family : kFamilies)
        for (const std::string_view style : kStyles) {
            const std::string file = fileOf(family, style);
            faces_[file] = base::readFile(resources.fonts / file, kLargestFace);
        }
}

std::string MissingFonts::fileFor(std::string_view fontName) {
    const bool isMono = holds(fontName, {"Cour", "Mono", "Consol"}), isSans = holds(fontName, {"Sans"});
    const bool isSerif = holds(fontName, {"Times", "Roman", "Serif", "Georgia", "Cambria", "Garamond", "Book"});
    const std::size_t bold = holds(fontName, {"Bold", "Black", "Heavy"}) ? 1 : 0;
    const std::size_t italic = holds(fontName, {"Italic", "Oblique"}) ? 2 : 0;
    return fileOf(isMono ? "Mono" : isSerif && !isSans ? "Serif" : "Sans", kStyles.at(bold + italic));
}

std::optional<base::Bytes> MissingFonts::lentTo(base::ByteView file, Reader& reader) const try {
    return reading([&]() -> std::optional<base::Bytes> {
        QPDF& pdf = reader.state().pdf;
        if (pdf.getObjectCount() > kMostObjects) return {};
        const base::Bytes revision = Lending(faces_, file, pdf).revision();
        if (revision.empty()) return {};
        return base::Bytes(file).append(revision);
    });
} catch (const base::Error&) {
    return {};
}

}  // namespace pdfgen
