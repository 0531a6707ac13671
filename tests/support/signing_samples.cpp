#include "tests/support/signing_samples.h"

#include <fstream>
#include <sstream>

#include "pdfgen/appearance.h"
#include "pdfgen/update.h"
#include "signing/identity.h"
#include "signing/issuer.h"
#include "signing/pades.h"
#include "tests/support/source.h"

namespace samples {

std::filesystem::path data() { return support::source("tests/data"); }

base::Bytes bytesOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

base::Instant noon() { return *base::parseInstant("2026-03-02T12:00:00Z"); }

Signed signedSample(const std::string& pdf, const std::vector<std::string>& fields) {
    const signing::DemonstrationIssuer issuer(noon() - std::chrono::hours(1));
    Signed made;
    made.original = bytesOf(data() / "pdf" / pdf);
    made.root = issuer.rootDer();
    base::Bytes current = made.original;
    pdfgen::SignatureAppearances appearances;
    for (const std::string& field : fields) {
        const auto identity = issuer.issue({"Żaneta Próbna (POKAZ)", "Żaneta", "Próbna", ""});
        current = signing::sign(current, identity,
                                {.field = field, .signerName = identity.certificate().name, .at = noon()}, appearances);
        made.versions.push_back(current);
        made.certificate = identity.certificateDer();
    }
    return made;
}

base::Bytes withObject(const base::Bytes& file, int number, const std::string& body) {
    pdfgen::Update update(file);
    update.replace(number, body);
    return file + update.finish();
}

}  // namespace samples
