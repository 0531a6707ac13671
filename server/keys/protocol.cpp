#include "server/keys/protocol.h"

#include "server/process/wire.h"

namespace process {

template <>
inline constexpr auto kLast<keys::WhenMissing> = keys::WhenMissing::fail;
template <>
inline constexpr auto kLast<keys::Order> = keys::Order::probe;

template <>
struct Fields<keys::Start> {
    static void list(auto& value, auto& wire) {
        wire(value.settings.file, value.settings.passphraseFile, value.settings.pkcs12,
             value.settings.pkcs12PasswordFile, value.settings.organisation, value.whenMissing, value.now);
    }
};

template <>
struct Fields<keys::Question> {
    static void list(auto& value, auto& wire) { wire(value.order, value.digest); }
};

template <>
struct Fields<signing::CertificateInfo> {
    static void list(auto& value, auto& wire) {
        wire(value.subject, value.issuer, value.name, value.commonName, value.organisation, value.serial,
             value.notBefore, value.notAfter);
    }
};

template <>
struct Fields<workflow::OfficeCertificate> {
    static void list(auto& value, auto& wire) { wire(value.der, value.info, value.isOwn, value.hasPassphrase); }
};

}  // namespace process

namespace keys {

base::Bytes encoded(const Start& start) { return process::written(start); }
Start decodedStart(base::ByteView message) { return process::read<Start>(message); }

base::Bytes encoded(const Question& question) { return process::written(question); }
Question decodedQuestion(base::ByteView message) { return process::read<Question>(message); }

base::Bytes encoded(const workflow::OfficeCertificate& certificate) { return process::written(certificate); }
workflow::OfficeCertificate decodedCertificate(base::ByteView message) {
    return process::read<workflow::OfficeCertificate>(message);
}

}  // namespace keys
