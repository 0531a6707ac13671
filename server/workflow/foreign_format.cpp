#include "server/workflow/foreign_format.h"

#include <array>
#include <string_view>

namespace workflow {
namespace {

constexpr std::size_t kHead = 1024;  // where a PDF's header may stand (ISO 32000-2 annex I), and a mimetype entry does
constexpr std::string_view kMark = "\xEF\xBB\xBF";
/// signedData, 1.2.840.113549.1.7.2, as DER.
constexpr std::string_view kSignedData("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 11);

bool has(base::ByteView text, std::string_view word) { return text.find(word) != text.npos; }

bool isXml(base::ByteView file) {
    if (file.starts_with(kMark)) file.remove_prefix(kMark.size());
    const std::size_t first = file.find_first_not_of(" \t\r\n");
    return first != file.npos && file[first] == '<';
}

bool isSignedXml(base::ByteView file) {
    return has(file, "http://uri.etsi.org/01903/") || has(file, "http://www.w3.org/2000/09/xmldsig#");
}

}  // namespace

bool isPdf(base::ByteView file) { return has(file.substr(0, kHead), "%PDF-"); }

ForeignFormat foreignFormat(base::ByteView file) {
    const base::ByteView head = file.substr(0, kHead);
    if (file.starts_with("PK\x03\x04"))
        return has(head, "application/vnd.etsi.asic-") || has(file, "META-INF/signatures") ? ForeignFormat::asic
                                                                                           : ForeignFormat::zip;
    if (isPdf(file)) return ForeignFormat::none;
    if (isXml(file)) return isSignedXml(file) ? ForeignFormat::xades : ForeignFormat::xml;
    const bool isPem = head.starts_with("-----BEGIN PKCS7-----") || head.starts_with("-----BEGIN CMS-----");
    if (isPem || (file.starts_with('\x30') && has(head.substr(0, 32), kSignedData))) return ForeignFormat::cms;
    return ForeignFormat::none;
}

bool isPicture(base::ByteView file) {
    return file.starts_with("\xFF\xD8\xFF") || file.starts_with("\x89PNG\r\n\x1A\n");
}

}  // namespace workflow
