#include "pdfgen/font_use.h"

#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/utf8.h"
#include "pdfgen/deflate.h"
#include "pdfgen/object_sink.h"

namespace pdfgen {
namespace {

void appendHex(std::string& text, unsigned value) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) text += digits[value >> shift & 15];
}

/// An octet of a literal string (section 7.3.4.2); a bare carriage return would be read as a line feed.
void appendOctet(std::string& text, unsigned octet) {
    const char c = static_cast<char>(octet);
    if (c == '(' || c == ')' || c == '\\' || c == '\r') text += '\\';
    text += c == '\r' ? 'r' : c;
}

/// Six capitals made of the glyph set: the same glyphs, the same tag (section 9.6.4).
std::string subsetTag(const std::vector<std::uint16_t>& glyphs) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const std::uint16_t glyph : glyphs) hash = (hash ^ glyph) * 1099511628211ULL;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
    return tag;
}

std::string descriptor(const Face& face, const std::string& name, int file) {
    const FaceMetrics& m = face.metrics();
    const auto entry = [](const char* key, int value) { return std::string(key) + ' ' + std::to_string(value) + ' '; };
    std::string text = "/Type /FontDescriptor /FontName /" + name + " /FontBBox [";
    for (const int side : m.box) text += std::to_string(side) + ' ';
    return text + "] " + entry("/Flags", m.flags) + entry("/ItalicAngle", m.italicAngle) + entry("/Ascent", m.ascent) +
           entry("/Descent", m.descent) + entry("/CapHeight", m.capHeight) + entry("/XHeight", m.xHeight) +
           entry("/StemV", m.stemV) + "/FontFile2 " + reference(file);
}

constexpr std::string_view kMapBegin =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view kMapEnd = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

}  // namespace

std::string number(double value) {
    if (!std::isfinite(value) || std::abs(value) > 32767)
        throw base::Error(base::ErrorCode::internal, base::say("pdf.bad_coordinate"));
    std::array<char, 32> text{};
    const double rounded = std::round(value * 1000) / 1000;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), rounded == 0 ? 0 : rounded, std::chars_format::fixed, 3)
            .ptr;
    std::string_view digits(text.data(), static_cast<std::size_t>(end - text.data()));
    while (digits.ends_with('0')) digits.remove_suffix(1);
    if (digits.ends_with('.')) digits.remove_suffix(1);
    return std::string(digits);
}

void FontUse::append(std::string& array, Style style, const Shaped& shaped) {
    auto& used = used_[static_cast<std::size_t>(style)];
    auto& seen = seen_[static_cast<std::size_t>(style)];
    if (seen.empty()) seen.resize(std::size_t{1} << 16U);
    const double unit = 1000.0 / typeface_.face(style).unitsPerEm();
    array += '(';
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        const Glyph& glyph = shaped.glyphs[i];
        if (!seen[glyph.id]) {
            seen[glyph.id] = true;
            const std::size_t end = i + 1 < shaped.glyphs.size()
                                        ? static_cast<std::size_t>(shaped.glyphs[i + 1].cluster)
                                        : shaped.text.size();
            const auto begin = static_cast<std::size_t>(glyph.cluster);
            used[glyph.id] = {shaped.text.substr(begin, end - begin), glyph.natural};
        }
        appendOctet(array, glyph.id >> 8U);
        appendOctet(array, glyph.id & 0xFFU);
        const int kern = glyph.natural - glyph.advance;
        if (kern != 0) array += ')' + number(kern * unit) + '(';
    }
    array += ')';
}

std::string FontUse::write(ObjectSink& sink) const {
    std::string entries;
    for (std::size_t i = 0; i < used_.size(); ++i)
        if (!used_[i].empty())
            entries +=
                "/F" + std::to_string(i) + ' ' + reference(writeFace(sink, static_cast<Style>(i), used_[i])) + ' ';
    return entries;
}

int FontUse::writeFace(ObjectSink& sink, Style style, const std::map<std::uint16_t, Used>& used) const {
    const Face& face = typeface_.face(style);
    std::vector<std::uint16_t> glyphs;
    std::string widths, mapping;
    int pending = 0;
    std::string block;
    const auto flush = [&] {
        if (pending > 0) mapping += std::to_string(pending) + " beginbfchar\n" + block + "endbfchar\n";
        pending = 0;
        block.clear();
    };
    for (const auto& [id, use] : used) {
        glyphs.push_back(id);
        widths += std::to_string(id) + '[' + std::to_string(std::lround(use.width * 1000.0 / face.unitsPerEm())) + ']';
        block += '<';
        appendHex(block, id);
        block += "> <" + base::hex(base::utf16WithMark(use.text).substr(2)) + ">\n";
        if (++pending == 100) flush();
    }
    flush();
    const Typeface::Subset& subset = typeface_.subset(style, glyphs);
    const std::string name = subsetTag(glyphs) + '+' + face.postScriptName();
    const int file = sink.addDeflatedStream("/Length1 " + std::to_string(subset.length), subset.deflated);
    const int described = sink.addDictionary(descriptor(face, name, file));
    const int cid = sink.addDictionary("/Type /Font /Subtype /CIDFontType2 /BaseFont /" + name +
                                       " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                                       "/CIDToGIDMap /Identity /DW 1000 /W [" +
                                       widths + "] /FontDescriptor " + reference(described));
    const int unicode = sink.addDeflatedStream("", deflated(std::string(kMapBegin) + mapping + std::string(kMapEnd)));
    return sink.addDictionary("/Type /Font /Subtype /Type0 /BaseFont /" + name +
                              " /Encoding /Identity-H /DescendantFonts [" + reference(cid) + "] /ToUnicode " +
                              reference(unicode));
}

}  // namespace pdfgen
