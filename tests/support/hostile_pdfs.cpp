#include "tests/support/hostile_pdfs.h"

#include <zlib.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace hostile {
namespace {

/// One deflate block (or several) for all of `text` behind which any other may stand.
base::Bytes blocks(const base::Bytes& text, int flush) {
    z_stream stream{};
    if (::deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("zlib");
    base::Bytes out(text.size() + 1024, '\0');
    stream.next_in = const_cast<Bytef*>(base::octets(base::ByteView(text)));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = base::octets(out);
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, flush);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

base::Bytes bigEndian(uLong value) {
    base::Bytes octets;
    for (int shift = 24; shift >= 0; shift -= 8) octets += static_cast<char>(value >> shift & 0xFF);
    return octets;
}

/// zlib's format around `count` times the same block.
base::Bytes repeated(const base::Bytes& text, unsigned count) {
    const base::Bytes block = blocks(text, Z_FULL_FLUSH);
    const uLong one =
        ::adler32(::adler32(0, nullptr, 0), base::octets(base::ByteView(text)), static_cast<uInt>(text.size()));
    base::Bytes out = "\x78\x9C";
    uLong sum = ::adler32(0, nullptr, 0);
    for (unsigned i = 0; i < count; ++i) {
        out += block;
        sum = ::adler32_combine(sum, one, static_cast<z_off_t>(text.size()));
    }
    return out + blocks("", Z_FINISH) + bigEndian(sum);
}

std::string stream(const std::string& entries, const base::Bytes& data) {
    return "<< /Length " + std::to_string(data.size()) + ' ' + entries + " >>\nstream\n" + data + "\nendstream";
}

std::string reference(std::size_t number) { return std::to_string(number) + " 0 R"; }

const std::string kPage = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
const std::string kPages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const std::string kCatalog = "<< /Type /Catalog /Pages 2 0 R >>";

base::Bytes plain() { return withContent(stream("", "BT ET")); }

base::Bytes nested(std::size_t levels) {
    return pdf({kCatalog, kPages, kPage, std::string(levels, '[') + std::string(levels, ']')});
}

base::Bytes manyObjects() {
    std::vector<std::string> bodies{kCatalog, kPages, kPage};
    bodies.resize(200010, "null");
    return pdf(bodies);
}

base::Bytes deepPages(std::size_t levels) {
    std::vector<std::string> bodies{kCatalog};
    for (std::size_t i = 2; i < levels + 2; ++i)
        bodies.push_back("<< /Type /Pages /Count 1 /Kids [" + reference(i + 1) + "] >>");
    bodies.push_back("<< /Type /Page /MediaBox [0 0 9 9] /Parent " + reference(levels + 1) + " >>");
    return pdf(bodies);
}

base::Bytes loopingPages() {
    return pdf({kCatalog, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"});
}

base::Bytes deepFields(std::size_t levels) {
    std::vector<std::string> bodies{"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>", kPages, kPage};
    for (std::size_t i = 4; i < levels + 4; ++i) bodies.push_back("<< /T (a) /Kids [" + reference(i + 1) + "] >>");
    bodies.push_back("<< /T (a) /FT /Sig >>");
    return pdf(bodies);
}

/// Two cross-references that each call the other the earlier one.
base::Bytes xrefLoop() {
    base::Bytes file = plain();
    const std::size_t first = file.rfind("xref\n0");
    const std::size_t second = file.size();
    file.insert(file.rfind(">>\nstartxref"), "/Prev " + std::to_string(second + 50) + ' ');
    file.resize(second + 50, '\n');
    return file + "xref\n0 0\ntrailer << /Size 5 /Root 1 0 R /Prev " + std::to_string(first) + " >>\nstartxref\n" +
           std::to_string(second + 50) + "\n%%EOF\n";
}

base::Bytes lengthLoop() { return withContent("<< /Length 4 0 R >>\nstream\nBT ET\nendstream"); }

base::Bytes predictor() {
    return withContent(
        stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>", repeated("abc", 1)));
}

base::Bytes expanding() {
    return withContent(stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", deflatedGibibytes(1, '\0', 3)));
}

base::Bytes hollow() {
    return withContent(stream("/Filter [/FlateDecode /FlateDecode /ASCIIHexDecode]", deflatedGibibytes(4, ' ', 2)));
}

base::Bytes page(const std::string& entries, const std::string& content, const std::vector<std::string>& more = {}) {
    std::vector<std::string> bodies{kCatalog, kPages, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + entries + " >>",
                                    stream("", content)};
    bodies.insert(bodies.end(), more.begin(), more.end());
    return pdf(bodies);
}

const std::string kBox = "/MediaBox [0 0 595 842] ";

/// An image that fills the page, of so many columns and rows.
base::Bytes image(const std::string& columns, const std::string& rows, const base::Bytes& deflated) {
    const std::string entries = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width " +
                                columns + " /Height " + rows + " /Filter /FlateDecode";
    return page(kBox + "/Resources << /XObject << /I 5 0 R >> >>", "595 0 0 842 0 0 cm /I Do",
                {stream(entries, deflated)});
}

/// Forms that each draw the next one ten times.
base::Bytes manyForms(int levels) {
    std::vector<std::string> forms;
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += "/F Do ";
    for (int i = 0; i < levels; ++i)
        forms.push_back(stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F " +
                                   reference(static_cast<std::size_t>(i) + 6) + " >> >>",
                               ten));
    forms.push_back(stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "0 0 595 842 re f"));
    return page(kBox + "/Resources << /XObject << /F 5 0 R >> >>", ten, forms);
}

/// A form that draws itself.
base::Bytes loopingForm() {
    return page(kBox + "/Resources << /XObject << /F 5 0 R >> >>", "/F Do",
                {stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >>",
                        "0 0 9 9 re f /F Do /F Do")});
}

}  // namespace

base::Bytes pdf(const std::vector<std::string>& bodies) {
    base::Bytes file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", rows = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        std::array<char, 21> row{};
        std::snprintf(row.data(), row.size(), "%010zu 00000 n \n", file.size());
        rows += row.data();
        file += std::to_string(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(bodies.size() + 1), at = std::to_string(file.size());
    return file + "xref\n0 " + size + '\n' + rows + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + at +
           "\n%%EOF\n";
}

base::Bytes withContent(const std::string& content) {
    return pdf({kCatalog, kPages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", content});
}

base::Bytes withWord(const std::string& font, std::size_t further) {
    std::vector<std::string> more{"<< /Type /Font " + font + " >>"};
    more.resize(more.size() + further, "null");
    return page(kBox + "/Resources << /Font << /F 5 0 R >> >>", "BT /F 40 Tf 40 700 Td (Zgoda) Tj ET", more);
}

base::Bytes deflatedGibibytes(unsigned gibibytes, char octet, int times) {
    base::Bytes data = repeated(base::Bytes(std::size_t{1} << 20, octet), gibibytes << 10);
    for (int i = 1; i < times; ++i) data = repeated(data, 1);
    return data;
}

std::vector<File> files() {
    const base::Bytes good = plain();
    return {{"nothing", "", "pdf.not_pdf"},
            {"random octets", base::Bytes(5000, '\xA7'), "pdf.not_pdf"},
            {"something before the header", "junk\n" + good, "pdf.not_pdf"},
            {"cut in half", good.substr(0, good.size() / 2), "pdf.damaged"},
            {"cut before its end", good.substr(0, good.size() - 10), "pdf.damaged"},
            {"cross-references in a loop", xrefLoop(), "pdf.damaged"},
            {"a length that is its own stream", lengthLoop(), "pdf.damaged"},
            {"pages in a loop", loopingPages(), "pdf.damaged"},
            {"101 levels", nested(102), "pdf.too_complex"},
            {"20,000 levels", nested(20000), "pdf.too_complex"},
            {"more than 200,000 objects", manyObjects(), "pdf.too_complex"},
            {"a page tree of 20,000 levels", deepPages(20000), "pdf.too_complex"},
            {"a few octets that become a gibibyte", expanding(), "pdf.expands"},
            {"gibibytes of white space that become nothing", hollow(), "pdf.too_slow"},
            {"fields of 20,000 levels", deepFields(20000), ""},
            {"a predictor with 2^31 columns", predictor(), "pdf.expands"}};
}

std::vector<File> pages() {
    const std::string draws = "0 0 1 rg 0 0 99999999 99999999 re f";
    std::string saves;
    for (int i = 0; i < 200'000; ++i) saves += "q ";
    return {{"a page of a hundred kilometres", page("/MediaBox [0 0 283464567 283464567]", draws), ""},
            {"a page as thin as a hair", page("/MediaBox [0 0 0.000001 99999999]", draws), ""},
            {"a page without any extent", page("/MediaBox [0 0 0 0]", draws), ""},
            {"a box of what is no number", page("/MediaBox [1e999 -1e999 /a (b)]", draws), ""},
            {"a box that is turned inside out", page("/MediaBox [595 842 0 0] /Rotate 90", draws), ""},
            {"a box of its own units", page(kBox + "/UserUnit 99999999", draws), ""},
            {"a font that is not there",
             page(kBox + "/Resources << /Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                  "BT /H 40 Tf 100 700 Td (words) Tj ET"),
             ""},
            {"a form that draws itself", loopingForm(), ""},
            {"200,000 states that are never restored", page(kBox, saves), "pdf.expands"},
            {"an image of four gigabytes", image("36000", "36000", deflatedGibibytes(4, '\0', 1)), "pdf.too_slow"},
            {"an image with more rows than there are", image("2147483647", "2147483647", repeated("abc", 1)), ""},
            {"forms that draw ten forms each", manyForms(9), "pdf.too_slow"}};
}

}  // namespace hostile
