#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "pdfgen/appearance.h"
#include "pdfgen/reader.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "signing/identity.h"
#include "signing/issuer.h"
#include "signing/pades.h"
#include "signing/validate.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kLargestPkcs12 = 1 << 20;

void checkLevel(const Options& options) {
    const std::string level = options.find("--level").value_or("B-B");
    if (level == "B-T" || level == "B-LT" || level == "B-LTA") throw notYet("--level " + level);
    if (level != "B-B") throw Error(ErrorCode::usage, say("cli.bad_value", {"--level", level}));
}

void refuseOverwriting(const fs::path& input, const fs::path& out) {
    std::error_code missing;
    if (fs::equivalent(input, out, missing)) throw Error(ErrorCode::usage, say("cli.same_file", {out.string()}));
}

/// A signature is worth less on top of one that does not hold.
void warnOfEarlier(const base::Bytes& pdf, Console& console) {
    const signing::TrustAnchors none;
    for (const auto& one : signing::validate(pdf, {none, console.now()}).signatures)
        if (one.integrity == signing::Integrity::broken || one.changesAfter == signing::Changes::disallowed)
            print(console.err, say("cli.earlier_broken", {one.field}));
}

int sign(const Options& options, Console& console) {
    expectOperands(options, 1, 1);
    checkLevel(options);
    const fs::path in = options.operands().front();
    const fs::path out = options.get("--out");
    const fs::path keys = options.get("--p12");
    for (const fs::path& input : {in, keys, fs::path(options.find("--password-file").value_or(""))})
        refuseOverwriting(input, out);
    const std::string secret = password(options);
    const base::Bytes pdf = base::readFile(in, pdfgen::kLargestPdf);
    const base::Bytes container = base::readFile(keys, kLargestPkcs12);
    const auto identity = about(keys, [&] { return signing::Identity::fromPkcs12(container, secret); });
    const signing::CertificateInfo& certificate = identity.certificate();
    signing::SignRequest request;
    request.field = options.find("--field").value_or("");
    request.signerName = certificate.name;
    request.at = console.now();
    request.demonstration = certificate.issuer.find(signing::kDemonstrationRootName) != std::string::npos;
    pdfgen::SignatureAppearances appearances;
    const base::Bytes made = about(in, [&] { return signing::sign(pdf, identity, request, appearances); });
    base::writeFile(out, made, base::Durability::durable);
    warnOfEarlier(pdf, console);
    print(console.out, say("cli.signed", {out.string(), certificate.name}));
    return 0;
}

}  // namespace

Verb signVerb() {
    return {"sign",
            say("cli.help_sign"),
            {{"--out"},
             {"--p12"},
             {"--field"},
             {"--password-file"},
             {"--password-fd"},
             {"--level"},
             {"--pkcs11", Takes::value, Comes::later},
             {"--tsa", Takes::value, Comes::later}},
            sign};
}

}  // namespace cli
