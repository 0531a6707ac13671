#include "pdfgen/print_file.h"

#include "pdfgen/qpdf.h"

#include <qpdf/QPDFWriter.hh>

#include <memory>

#include "base/error.h"

namespace pdfgen {

base::Bytes printFile(const std::vector<base::Bytes>& files) try {
    QPDF all;
    all.emptyPDF();
    std::vector<std::unique_ptr<QPDF>> sources;  // their streams are copied when the file is written
    for (const base::Bytes& file : files) {
        QPDF& source = *sources.emplace_back(std::make_unique<QPDF>());
        source.setSuppressWarnings(true);
        source.processMemoryFile("pdf", file.data(), file.size());
        for (QPDFObjectHandle page : source.getAllPages()) {
            page.removeKey("/Annots");
            page.removeKey("/StructParents");
            all.addPage(page, false);
        }
    }
    QPDFWriter writer(all);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
} catch (const QPDFExc& problem) {
    throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("qpdf", problem.what());
}

}  // namespace pdfgen
