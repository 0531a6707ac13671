#include "pdfgen/metadata.h"

#include "pdfgen/haru.h"

namespace pdfgen {
namespace {

constexpr const char* kProducer = "Akces";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

/// PDF/A-2 wants a schema for every property it does not know (ISO 19005-2 section 6.6.2.3.1).
constexpr std::string_view kUaSchema =
    R"(<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>)";

std::string alternative(const char* property, std::string_view text) {
    return std::string("<dc:") + property + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
           "</rdf:li></rdf:Alt></dc:" + property + '>';
}

std::string xmp(const Description& description) {
    const std::string date = base::warsawInstant(description.issuedAt);
    std::string text =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
        "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">";
    text += alternative("title", description.title);
    if (!description.subject.empty()) text += alternative("description", description.subject);
    text += "<dc:language><rdf:Bag><rdf:li>" + escaped(description.language) + "</rdf:li></rdf:Bag></dc:language>";
    text += std::string("<pdf:Producer>") + kProducer + "</pdf:Producer><xmp:CreateDate>" + date +
            "</xmp:CreateDate><xmp:ModifyDate>" + date + "</xmp:ModifyDate>";
    text += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>";
    return text + std::string(kUaSchema) + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

void writeMetadata(Haru& haru, const Description& description, const base::Bytes& deflatedProfile) {
    haru.setInfo("Title", description.title);
    if (!description.subject.empty()) haru.setInfo("Subject", description.subject);
    haru.setInfo("Producer", kProducer);
    haru.setInfo("CreationDate", base::pdfDate(description.issuedAt));
    haru.setInfo("ModDate", base::pdfDate(description.issuedAt));
    haru.setCatalog("Metadata", haru.addPlainStream("/Type /Metadata /Subtype /XML", xmp(description)));
    const int profile = haru.addDeflatedStream("/N 3", deflatedProfile);
    haru.setCatalogArray(
        "OutputIntents",
        haru.addDictionary("/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
                           "/Info (sRGB IEC61966-2.1) /DestOutputProfile " +
                           reference(profile)));
    haru.setCatalogText("Lang", description.language.c_str());
    haru.setCatalog("MarkInfo", haru.addDictionary("/Marked true"));
    haru.setCatalog("ViewerPreferences", haru.addDictionary("/DisplayDocTitle true"));
}

}  // namespace pdfgen
