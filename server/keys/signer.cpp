#include "server/keys/signer.h"

#include <chrono>
#include <memory>

#include "base/error.h"
#include "server/keys/protocol.h"
#include "server/process/part.h"
#include "server/process/wire.h"
#include "signing/cms.h"
#include "signing/digest.h"
#include "signing/issuer.h"

namespace keys {
namespace {

constexpr std::size_t kDigestOctets = 32;
/// No document begins like this, and the signature over it never leaves this process.
constexpr base::ByteView kProbe = "Akces: próba klucza urzędu, nie jest to podpis żadnego dokumentu.\n";

base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

workflow::OfficeCertificate certificateOf(const StoredKey& key) {
    const signing::CertificateInfo& info = key.identity.certificate();
    const bool isOwn = info.commonName == signing::kOwnSealName && info.subject == info.issuer;
    return {key.identity.certificateDer(), info, isOwn, key.hasPassphrase};
}

base::Bytes answer(const signing::Identity& identity, base::ByteView message) {
    const Question question = decodedQuestion(message);
    signing::checkMaySign(identity, now());
    if (question.order == Order::probe) {
        signing::signedData(identity, signing::sha256(kProbe));
        return {};
    }
    if (question.digest.size() != kDigestOctets) throw process::Decoder::malformed();
    return signing::signedData(identity, question.digest);
}

process::Loaded load(base::ByteView configuration) {
    const Start start = decodedStart(configuration);
    const auto key = std::make_shared<StoredKey>(storedKey(start.settings, start.whenMissing, start.now));
    signing::signedData(key->identity, signing::sha256(kProbe));  // what OpenSSL reads when it first signs
    return {encoded(certificateOf(*key)), [key](base::ByteView question) { return answer(key->identity, question); }};
}

}  // namespace

int runSigner() noexcept { return process::live({load}); }

}  // namespace keys
